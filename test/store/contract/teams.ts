import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aHandoff } from '../fixtures.ts'

/** Who belongs to which team. */
export function teamsContract(at: () => { store: Store }): void {
  test('teams are put instead of those before, and colleagues tell what they hold', async () => {
    const { store } = at()
    const wang = await aClerk(store, '王芳')
    const { ticketId } = await aHandoff(store)
    await store.tickets.claim(ticketId, wang.id, '王芳接待您')
    expect(await store.teams.put(wang.id, ['service', 'repair', 'repair'])).toBe(true)
    expect(await store.teams.put(wang.id, ['repair', 'finance'])).toBe(true)
    expect(await store.teams.of(wang.id)).toEqual(['finance', 'repair'])
    expect(await store.teams.colleagues()).toEqual([
      { id: wang.id, name: '王芳', role: 'staff', teams: ['finance', 'repair'], holds: 1 },
    ])
  })

  test('who left is no colleague, and nobody has an unknown id', async () => {
    const { store } = at()
    const wang = await aClerk(store, '王芳')
    await store.teams.put(wang.id, ['service'])
    await store.staff.disable('王芳')
    expect(await store.teams.colleagues()).toEqual([])
    expect(await store.teams.put('nobody', ['service'])).toBe(false)
  })
}
