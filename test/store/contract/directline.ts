import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, says } from '../fixtures.ts'

/** What clients of Direct Line called their messages. */
export function directLineContract(at: () => { store: Store }): void {
  test('each message is found by what its client called it, in its own conversation', async () => {
    const { store } = at()
    const [{ id: own }, { id: other }] = [await aConversation(store), await aConversation(store)]
    await says(store, own, '您好', 'a')
    await says(store, own, '燃气通了吗', 'b')
    expect([...(await store.directLine.clientIds(own, 0, 10))]).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
    expect([...(await store.directLine.clientIds(own, 1, 10))]).toEqual([[2, 'b']])
    expect(await store.directLine.seqOf(own, 'b')).toBe(2)
    expect(await store.directLine.seqOf(other, 'b')).toBeUndefined()
  })
}
