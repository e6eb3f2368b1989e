import { expect, test } from 'vitest'
import type { TicketRow } from '../../../bot/types.ts'
import { freshOf, isForTeams } from '../../../pages/desk/notices/fresh.ts'

const row = (id: string, lastAskedAt: string, more: Partial<TicketRow> = {}): TicketRow => ({
  id,
  lastAskedAt,
  stage: 'waiting',
  priority: 'normal',
  reason: 'asked',
  team: 'service',
  createdAt: '2026-03-02T01:00:00.000Z',
  dueAt: '2026-03-02T01:30:00.000Z',
  conversationId: id,
  community: 'demo',
  summary: '',
  mood: 'calm',
  channel: 'web',
  ...more,
})
const ids = (rows: TicketRow[]) => rows.map(({ id }) => id)

test('of a held ticket each further word is new, of a waiting one only that it came', () => {
  const before = { mine: [row('a', '1')], waiting: [row('b', '1')] }
  const now = { mine: [row('a', '2')], waiting: [row('b', '2'), row('c', '1')] }
  const fresh = freshOf(before, now)
  expect(ids(fresh.mine)).toEqual(['a'])
  expect(ids(fresh.waiting)).toEqual(['c'])
  expect(freshOf(now, now)).toEqual({ mine: [], waiting: [] })
})

test('a ticket that is handed to the clerk while its owner waits is new to them', () => {
  expect(ids(freshOf({ mine: [], waiting: [row('a', '1')] }, { mine: [row('a', '1')], waiting: [] }).mine)).toEqual([
    'a',
  ])
})

test('waiting tickets are for those of its team; who is in no team takes all, and an emergency is everybody’s', () => {
  expect(isForTeams(row('a', '1'), ['repair'])).toBe(false)
  expect(isForTeams(row('a', '1'), ['repair', 'service'])).toBe(true)
  expect(isForTeams(row('a', '1'), [])).toBe(true)
  expect(isForTeams(row('a', '1', { priority: 'emergency' }), ['repair'])).toBe(true)
})
