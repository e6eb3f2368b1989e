import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'

/** Keys that all instances go by. */
export function sharedKeysContract(at: () => { store: Store }): void {
  test('the first who asks for a key makes it up, also of many at once', async () => {
    const { sharedKeys } = at().store
    const given = await Promise.all(['a', 'b', 'c', 'd'].map((fresh) => sharedKeys.of('promise', fresh)))
    expect(new Set(given).size).toBe(1)
    expect(await sharedKeys.of('promise', 'e')).toBe(given[0])
    expect(await sharedKeys.of('setup', 'f')).toBe('f')
  })

  test('a key is used up once, and then there is a new one', async () => {
    const { sharedKeys } = at().store
    await sharedKeys.of('setup', 'a')
    expect(await sharedKeys.take('setup', 'b')).toBe(false)
    const taken = await Promise.all([sharedKeys.take('setup', 'a'), sharedKeys.take('setup', 'a')])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await sharedKeys.of('setup', 'c')).toBe('c')
  })
}
