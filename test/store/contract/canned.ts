import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'

const HELLO = { community: '', shortcut: '您好', text: '{name}您好，我是{clerk}。', author: '小王' }

/** Replies that clerks keep. */
export function cannedContract(at: () => { store: Store }): void {
  const added = async (more: Partial<typeof HELLO> = {}) => {
    const result = await at().store.canned.add({ ...HELLO, ...more })
    if (result.kind !== 'ok') throw new Error(result.kind)
    return result.canned
  }

  test('a compound reads its own and those of all, by shortcut', async () => {
    const { store } = at()
    await added()
    await added({ community: 'a', shortcut: 'b' })
    await added({ community: 'a', shortcut: 'a' })
    await added({ community: 'other', shortcut: 'c' })
    const shortcuts = async (of?: string[]) => (await store.canned.list(of)).map(({ shortcut }) => shortcut)
    expect(await shortcuts(['a'])).toEqual(['a', 'b', '您好'])
    expect(await shortcuts()).toHaveLength(4)
  })

  test('a shortcut is given once a compound, also to ten who come at once', async () => {
    const { store } = at()
    const all = await Promise.all(Array.from({ length: 10 }, () => store.canned.add(HELLO)))
    expect(all.filter(({ kind }) => kind === 'ok')).toHaveLength(1)
    expect(all.filter(({ kind }) => kind === 'taken')).toHaveLength(9)
    await added({ community: 'a' })
  })

  test('one is changed and deleted, and takes no shortcut of another', async () => {
    const { store } = at()
    const hello = await added()
    const bye = await added({ shortcut: '再见' })
    expect(await store.canned.update(bye.id, { shortcut: '您好' })).toEqual({ kind: 'taken' })
    expect(await store.canned.update(bye.id, { text: '慢走' })).toMatchObject({
      kind: 'ok',
      canned: { shortcut: '再见', text: '慢走', author: '小王' },
    })
    expect(await store.canned.remove(hello.id)).toBe(true)
    expect(await store.canned.remove(hello.id)).toBe(false)
    expect(await store.canned.update(hello.id, { text: 'x' })).toEqual({ kind: 'unknown' })
  })
}
