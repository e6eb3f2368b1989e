import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aHandoff, type HandClock } from '../fixtures.ts'

const EMPTY = { held: [], emergencies: [], callbacks: [], stale: [] }

/** Calls that are owed, and shifts handed over. */
export function dayContract(at: () => { store: Store; clock: HandClock }): void {
  const promise = async (dueAt: string, by = '王芳') => {
    const { store } = at()
    const { ticketId } = await aHandoff(store)
    const callback = await store.callbacks.add(ticketId, { authorId: 'w', by, dueAt, matter: '问窗户' })
    return { ticketId, id: callback?.id ?? '' }
  }

  test('calls that are owed: the longest overdue first, none that was kept, none of another compound', async () => {
    const { store } = at()
    const late = await promise('2026-03-02T09:00:00.000Z', '李娜')
    const soon = await promise('2026-03-02T08:00:00.000Z')
    await promise('2026-03-03T08:00:00.000Z')
    const before = '2026-03-03T00:00:00.000Z'
    const owed = await store.callbacks.owed({ before })
    expect(owed.map(({ id, by }) => [id, by])).toEqual([
      [soon.id, '王芳'],
      [late.id, '李娜'],
    ])
    expect(owed[0]).toMatchObject({ ticketId: soon.ticketId, summary: expect.any(String), matter: '问窗户' })
    expect(await store.callbacks.owed({ before, communities: ['other'] })).toEqual([])
    expect(await store.callbacks.owed({ before, community: 'demo' })).toHaveLength(2)
    expect(await store.callbacks.done(soon.id, '周敏', '打通了')).toMatchObject({ doneBy: '周敏', doneWord: '打通了' })
    expect(await store.callbacks.done(soon.id, '赵强', '又打')).toMatchObject({ doneBy: '周敏', doneWord: '打通了' })
    expect(await store.callbacks.owed({ before })).toHaveLength(1)
    expect(await store.callbacks.ofTicket(soon.ticketId)).toMatchObject([{ doneBy: '周敏' }])
    expect(await store.callbacks.add('none', { authorId: 'w', by: '王芳', dueAt: before, matter: '' })).toBeUndefined()
    expect(await store.callbacks.done('none', '周敏', '')).toBeUndefined()
  })

  test('a promise goes with the conversation that it was made in', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const dueAt = '2026-03-02T09:00:00.000Z'
    const made = await store.callbacks.add(ticketId, { authorId: 'w', by: '王芳', dueAt, matter: '' })
    expect(await store.privacy.export({ conversations: [conversation.id], homes: [] })).toHaveProperty('callbacks')
    await store.privacy.erase({ conversations: [conversation.id], homes: [] })
    expect(await store.callbacks.find(made?.id ?? '')).toBeUndefined()
  })

  test('signed once, by another than who wrote it; of two at once one signs', async () => {
    const { store, clock } = at()
    const of = { community: 'demo', authorId: 'w', by: '王芳', note: '3栋电梯看一下', summary: EMPTY }
    const { id } = await store.handovers.add(of)
    expect(await store.handovers.sign(id, { id: 'w', name: '王芳' })).toEqual({ kind: 'own' })
    const both = await Promise.all([
      store.handovers.sign(id, { id: 'l', name: '李娜' }),
      store.handovers.sign(id, { id: 'z', name: '周敏' }),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['ok', 'signed'])
    const signed = await store.handovers.find(id)
    clock.pass(1000)
    await store.handovers.sign(id, { id: 'q', name: '赵强' })
    expect(await store.handovers.find(id)).toEqual(signed)
    expect(signed).toMatchObject({ note: '3栋电梯看一下', signedAt: expect.any(String) })
    expect(await store.handovers.sign('none', { id: 'q', name: '赵强' })).toEqual({ kind: 'unknown' })
  })

  test('earlier ones, newest first, in pages, of these compounds alone', async () => {
    const { store, clock } = at()
    for (let n = 1; n <= 21; n++) {
      clock.pass(1000)
      await store.handovers.add({ community: 'demo', authorId: 'w', by: '王芳', note: `第${n}班`, summary: EMPTY })
    }
    const first = await store.handovers.list({ community: 'demo' })
    expect([first.handovers.length, first.total, first.handovers[0]?.note]).toEqual([20, 21, '第21班'])
    expect((await store.handovers.list({ page: 2 })).handovers.map(({ note }) => note)).toEqual(['第1班'])
    expect(await store.handovers.list({ communities: ['other'] })).toEqual({ handovers: [], total: 0 })
  })
}
