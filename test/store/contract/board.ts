import { expect, test } from 'vitest'
import type { BoardWrite } from '../../../bot/ports/board.ts'
import type { Store } from '../../../bot/ports.ts'
import type { BoardEntry } from '../../../bot/types.ts'
import { anEntry, type HandClock } from '../fixtures.ts'

const written = async (store: Store, write: Partial<BoardWrite> = {}): Promise<BoardEntry> => {
  const base = { entry: anEntry(), expected: 0, author: '王芳', change: 'created' as const }
  const result = await store.board.write({ ...base, ...write })
  if (result.kind !== 'written') throw new Error(`expected it to be written, it was ${result.kind}`)
  return result.entry
}

/** Entries of the status board, their revisions, and the seed. */
export function boardContract(at: () => { store: Store; clock: HandClock }): void {
  test('every change is a revision with its author, the newest first', async () => {
    const { store, clock } = at()
    await written(store)
    clock.pass(60_000)
    const closed = anEntry({ state: { zh: '通了', en: 'on' }, closedAt: '2026-03-02T01:01:00.000Z' })
    expect(await written(store, { entry: closed, expected: 1, author: '李强', change: 'closed' })).toEqual({
      ...closed,
      revision: 2,
    })
    expect(await store.board.revisions('gas-3')).toEqual([
      { revision: 2, author: '李强', change: 'closed', createdAt: '2026-03-02T01:01:00.000Z', entry: closed },
      { revision: 1, author: '王芳', change: 'created', createdAt: '2026-03-02T01:00:00.000Z', entry: anEntry() },
    ])
    expect(await store.board.find('gas-3')).toEqual({ ...closed, revision: 2 })
    expect(await store.board.entries('demo')).toEqual([closed])
    expect(await store.board.find('none')).toBeUndefined()
  })

  test('of two who change the same revision one wins, the other is told by whom', async () => {
    const { store } = at()
    await written(store)
    const change = (author: string) =>
      store.board.write({
        entry: anEntry({ state: { zh: author, en: author } }),
        expected: 1,
        author,
        change: 'edited',
      })
    const results = await Promise.all([change('王芳'), change('李强')])
    expect(results[0]).toMatchObject({ kind: 'written', entry: { revision: 2 } })
    expect(results[1]).toMatchObject({ kind: 'stale', entry: { revision: 2, state: { zh: '王芳' } }, author: '王芳' })
    expect(await store.board.revisions('gas-3')).toHaveLength(2)
  })

  test('what is not there cannot be changed, and nothing is created twice', async () => {
    const { store } = at()
    const write = { entry: anEntry(), author: '王芳', change: 'edited' as const }
    expect(await store.board.write({ ...write, expected: 1 })).toEqual({ kind: 'unknown' })
    await written(store)
    expect(await store.board.write({ ...write, expected: 0 })).toMatchObject({ kind: 'stale' })
  })

  test('a new entry stands at the end of its own board', async () => {
    const { store } = at()
    await store.board.seed('demo', [anEntry({ id: 'a' }), anEntry({ id: 'b', topic: 'lift' })])
    await written(store, { entry: anEntry({ id: 'c', topic: 'water' }) })
    expect((await store.board.list('demo')).map(({ id, revision }) => `${id} ${revision}`)).toEqual([
      'a 1',
      'b 1',
      'c 1',
    ])
  })

  test('the seed renews what nobody has touched, and never what a clerk has', async () => {
    const { store } = at()
    const lift = anEntry({ id: 'lift', topic: 'lift', scope: {} })
    await store.board.seed('demo', [anEntry(), lift])
    const mine = anEntry({ state: { zh: '王芳改过', en: 'changed' } })
    await written(store, { entry: mine, expected: 1, change: 'edited' })
    const later = '2026-03-09T02:00:00.000Z'
    const fresh = [
      anEntry({ id: 'x', asOf: later }),
      { ...lift, id: 'y', asOf: later },
      anEntry({ id: 'z', topic: 'power' }),
    ]
    await store.board.seed('demo', fresh)
    expect(await store.board.entries('demo')).toEqual([mine, { ...lift, asOf: later }])
    expect((await store.board.revisions('gas-3')).map(({ change, author }) => [change, author])).toEqual([
      ['edited', '王芳'],
      ['seeded', undefined],
    ])
    expect(await store.board.revisions('lift')).toEqual([])
  })
}
