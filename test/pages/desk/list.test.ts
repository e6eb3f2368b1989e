import { expect, test } from 'vitest'
import type { TicketRow } from '../../../bot/types.ts'
import {
  byUrgency,
  nextAfter,
  type ShownRow,
  spanAround,
  steadyRows,
  wantedOf,
} from '../../../pages/desk/queue/list.ts'

const row = (id: string, change: Partial<TicketRow> = {}): TicketRow => ({
  id,
  stage: 'waiting',
  priority: 'normal',
  reason: 'asked',
  team: 'service',
  createdAt: '2026-01-01T00:00:00.000Z',
  dueAt: '2026-01-01T01:00:00.000Z',
  conversationId: `c${id}`,
  community: 'demo',
  summary: '',
  mood: 'calm',
  channel: 'web',
  ...change,
})
const ids = (rows: ShownRow[]) => rows.map(({ row: { id }, left }) => (left ? `${id} left` : id)).join(', ')
const shown = (...rows: TicketRow[]) => steadyRows([], rows, false)

test('the most urgent first, then what is due first', () => {
  const rows = [
    row('later', { dueAt: '2026-01-01T02:00:00.000Z' }),
    row('sooner'),
    row('high', { priority: 'high', dueAt: '2026-01-01T09:00:00.000Z' }),
    row('emergency', { priority: 'emergency', dueAt: '2026-01-01T09:00:00.000Z' }),
  ]
  expect(rows.sort(byUrgency).map(({ id }) => id)).toEqual(['emergency', 'high', 'sooner', 'later'])
})

test('while the pointer is over the list a new first row waits and a gone one stays in its place', () => {
  const before = shown(row('a'), row('b'), row('c'))
  expect(ids(steadyRows(before, [row('new'), row('a'), row('c')], true))).toBe('a, b left, c')
})

test('a new last row is added at once: it moves nothing', () => {
  const before = shown(row('a'), row('b'))
  expect(ids(steadyRows(before, [row('a'), row('b'), row('new')], true))).toBe('a, b, new')
})

test('rows change in their place while the list is held', () => {
  const [first] = steadyRows(shown(row('a')), [row('a', { stage: 'staff', assignee: '小李' })], true)
  expect(first?.row.assignee).toBe('小李')
})

test('when the pointer leaves, the list is as it is', () => {
  const before = steadyRows(shown(row('a'), row('b')), [row('new'), row('a')], true)
  expect(ids(steadyRows(before, [row('new'), row('a')], false))).toBe('new, a')
})

test('the first line of a summary: its topic and the words of the owner', () => {
  expect(wantedOf('【通气进度】三栋什么时候通气\n还没有答过')).toEqual({
    topic: '通气进度',
    words: '三栋什么时候通气',
  })
  expect(wantedOf('转人工\n还没有答过')).toEqual({ words: '转人工' })
})

test('next: the one below, the first for one that is not in the list, none after the last', () => {
  const rows = [row('a'), row('b')]
  expect(nextAfter(rows, 'a')).toBe('b')
  expect(nextAfter(rows, 'resolved long ago')).toBe('a')
  expect(nextAfter(rows, 'b')).toBeUndefined()
  expect(nextAfter([], 'b')).toBeUndefined()
})

test('of a long list the page that is looked at is read, and one before and behind it', () => {
  expect(spanAround(0, 50, 10_000)).toEqual({ from: 1, to: 2 })
  expect(spanAround(4_999, 50, 10_000)).toEqual({ from: 99, to: 101 })
  expect(spanAround(9_999, 50, 10_000)).toEqual({ from: 199, to: 200 })
  expect(spanAround(20_000, 50, 10_000)).toEqual({ from: 199, to: 200 })
  expect(spanAround(3, 50, 0)).toEqual({ from: 1, to: 1 })
})
