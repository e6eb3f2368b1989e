import { expect, test } from 'vitest'
import type { TicketFacts } from '../../bot/ports.ts'
import { closedOf } from '../../records/reportFigures.ts'

const ticket = (change: Partial<TicketFacts>): TicketFacts => ({
  id: 't',
  conversationId: 'c',
  community: 'demo',
  reason: 'asked',
  priority: 'normal',
  createdAt: '2026-03-02T01:00:00.000Z',
  dueAt: '2026-03-02T01:30:00.000Z',
  ...change,
})
const answered = { repliedAt: '2026-03-02T01:05:00.000Z' }

test('closed in time is ended by then, however soon it was answered', () => {
  const atLast = ticket({ ...answered, resolvedAt: '2026-03-02T01:30:00.000Z' })
  const late = ticket({ ...answered, resolvedAt: '2026-03-02T01:30:00.001Z' })
  expect(closedOf([atLast, late, ticket(answered)])).toEqual({ n: 2, inTime: 1, reopened: 0 })
})

test('what had to be opened again was closed, but not in time, whether or not it has ended since', () => {
  const again = ticket({ ...answered, reopened: true })
  const ended = ticket({ reopened: true, resolvedAt: '2026-03-02T01:10:00.000Z' })
  expect(closedOf([again, ended])).toEqual({ n: 2, inTime: 0, reopened: 2 })
})
