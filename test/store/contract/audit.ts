import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import type { AuditNote } from '../../../bot/types.ts'
import { aClerk, aHandoff, type Place } from '../fixtures.ts'

const note = (change: Partial<AuditNote> = {}): AuditNote => ({
  who: { name: '王芳' },
  from: '10.0.0.7',
  action: 'test',
  ...change,
})

export function auditContract(at: () => { store: Store; place: Place }): void {
  test('entries come in order, each over the hash of the one before, and the chain verifies', async () => {
    const { store } = at()
    for (const subject of ['a', 'b', 'c']) await store.audit.note(note({ subject, after: { state: subject } }))
    const { entries, total } = await store.audit.list({})
    expect(total).toBe(3)
    expect(entries.map(({ position, subject }) => `${position}${subject}`)).toEqual(['3c', '2b', '1a'])
    expect(entries[0]).toMatchObject({ who: { name: '王芳' }, from: '10.0.0.7', after: { state: 'c' } })
    expect(await store.audit.verify()).toEqual({ kind: 'whole', entries: 3, hash: entries[0]?.hash })
    const known = { position: 2, hash: entries[1]?.hash ?? '' }
    expect(await store.audit.verify(known)).toMatchObject({ kind: 'whole' })
    expect(await store.audit.verify({ position: 2, hash: 'x' })).toMatchObject({ kind: 'broken', why: 'other_hash' })
    expect(await store.audit.verify({ position: 9, hash: 'x' })).toMatchObject({ kind: 'broken', why: 'cut' })
  })

  test('an empty chain is whole', async () => {
    expect(await at().store.audit.verify()).toEqual({ kind: 'whole', entries: 0, hash: '' })
  })

  test('fifty at once: no gap, no fork', async () => {
    const { store } = at()
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.audit.note(note({ subject: String(n) }))))
    expect(await store.audit.verify()).toMatchObject({ kind: 'whole', entries: 50 })
  })

  test('a note goes with the write that it tells of: both are there or neither', async () => {
    const { store } = at()
    const clerk = await aClerk(store, '王芳')
    const { ticketId } = await aHandoff(store)
    const claimed = await store.audit.along(
      (written) => note({ subject: ticketId, after: { outcome: (written as { kind: string }).kind } }),
      () => store.tickets.claim(ticketId, clerk.id, '客服 王芳 接手了'),
    )
    expect(claimed.kind).toBe('ok')
    expect((await store.audit.list({ subject: ticketId })).entries).toMatchObject([{ after: { outcome: 'ok' } }])
    // The name is taken: nothing is written, and nothing is noted.
    const again = store.audit.along(
      () => note({ subject: 'twice' }),
      () => aClerk(store, '王芳'),
    )
    await expect(again).rejects.toMatchObject({ code: 'name_taken' })
    expect((await store.audit.list({ subject: 'twice' })).total).toBe(0)
    // A note that fails takes the write with it.
    const failing = store.audit.along(
      () => {
        throw new Error('the note fails')
      },
      () => aClerk(store, '李娜'),
    )
    await expect(failing).rejects.toThrow('the note fails')
    expect(await store.staff.findByName('李娜')).toBeUndefined()
  })

  test('one request is one note, and reading is none', async () => {
    const { store } = at()
    await store.audit.along(
      () => note(),
      async () => {
        await store.staff.list()
        await aClerk(store, '王芳')
        await aClerk(store, '李娜')
      },
    )
    expect((await store.audit.list({})).total).toBe(1)
  })

  test("an owner's values are kept under a key of theirs", async () => {
    const { store } = at()
    await store.audit.note(note({ owner: 'conversation:1', before: { home: '3-2-501' }, after: { home: '3-2-502' } }))
    const [entry] = (await store.audit.list({})).entries
    expect(entry).toMatchObject({ before: { home: '3-2-501' }, after: { home: '3-2-502' }, owner: 'conversation:1' })
  })

  test('filters: who, action, subject, compound, time', async () => {
    const { store, place } = at()
    await store.audit.note(note({ action: 'login' }))
    place.clock.pass(60_000)
    const later = place.clock.now().toISOString()
    await store.audit.note(note({ who: { name: '李娜' }, action: 'reveal', subject: 't1', community: 'demo' }))
    const found = async (filter: Parameters<Store['audit']['list']>[0]) =>
      (await store.audit.list(filter)).entries.map(({ action }) => action)
    expect(await found({ who: '李娜' })).toEqual(['reveal'])
    expect(await found({ action: 'login' })).toEqual(['login'])
    expect(await found({ subject: 't1', community: 'demo' })).toEqual(['reveal'])
    expect(await found({ since: later })).toEqual(['reveal'])
    expect(await found({ until: '2026-03-02T01:00:30.000Z' })).toEqual(['login'])
    expect(await found({ page: 2 })).toEqual([])
  })
}
