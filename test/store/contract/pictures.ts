import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation } from '../fixtures.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

/** What goes over all pictures there are. */
export function picturesContract(at: () => { store: Store }): void {
  test('pictures come one after the other, nothing else does; one that is replaced keeps its id', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    const files = [
      { name: 'a.png', type: 'image/png', content: bytes(1) },
      { name: 'b.pdf', type: 'application/pdf', content: bytes(2) },
      { name: 'c.jpg', type: 'image/jpeg', content: bytes(3) },
    ]
    const ids: string[] = []
    for (const file of files) {
      const added = await store.attachments.add(id, file)
      if (added.kind === 'stored') ids.push(added.id)
    }
    const seen = []
    for (let next = await store.pictures.after(''); next; next = await store.pictures.after(next.id)) seen.push(next)
    const own = seen.filter((one) => ids.includes(one.id))
    expect(own.map(({ type }) => type).sort()).toEqual(['image/jpeg', 'image/png'])
    expect(new Set(seen.map((one) => one.id)).size).toBe(seen.length)

    await store.pictures.replace(ids[0]!, bytes(7, 8))
    const replaced = await store.attachments.ofConversation(id, ids[0]!)
    expect([...(replaced?.content ?? [])]).toEqual([7, 8])
    expect(replaced?.size).toBe(2)
    expect([...((await store.attachments.ofConversation(id, ids[2]!))?.content ?? [])]).toEqual([3])
  })
}
