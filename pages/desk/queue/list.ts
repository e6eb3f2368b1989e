import type { TicketRow } from '../../../bot/types.ts'
import type { ListName } from '../address.ts'
import { type DeskCalls, PAGE, type TicketPage, type TicketQuery } from '../calls.ts'

const QUESTIONS: Record<ListName, TicketQuery[]> = {
  waiting: [{ stage: 'waiting' }],
  mine: [{ stage: 'staff', mine: true }],
  mentioned: [{ mentioned: true }],
  team: [
    { stage: 'waiting', team: 'mine' },
    { stage: 'staff', team: 'mine' },
  ],
  // Whoever was answered in time is not late, however long it takes.
  overdue: [{ overdue: true, unanswered: true }],
  unanswered: [{ unanswered: true }],
  open: [{ stage: 'waiting' }, { stage: 'staff' }],
  resolved: [{ stage: 'resolved' }],
}

const RANK = { emergency: 0, high: 1, normal: 2 }

/** The most urgent first, then by what is due first. */
export function byUrgency(a: TicketRow, b: TicketRow): number {
  return RANK[a.priority] - RANK[b.priority] || a.dueAt.localeCompare(b.dueAt) || a.id.localeCompare(b.id)
}

const newestFirst = (a: TicketRow, b: TicketRow) => (b.resolvedAt ?? '').localeCompare(a.resolvedAt ?? '')

/** What of a list is read: pages of it, from 1. */
export interface PageSpan {
  from: number
  to: number
}

/** Rows that a page of this list brings at most. */
export const rowsPerPage = (list: ListName): number => QUESTIONS[list].length * PAGE

/** These pages of a list, of one compound or all. */
export async function readList(
  calls: DeskCalls,
  { list, q, community }: { list: ListName; q: string; community: string },
  { from, to }: PageSpan,
): Promise<TicketPage> {
  const filter = { ...(q && { q }), ...(community && { community }) }
  const asked = QUESTIONS[list].map((query) =>
    Promise.all(
      Array.from({ length: to - from + 1 }, (_, index) => calls.tickets({ ...query, ...filter, page: from + index })),
    ),
  )
  const answers = await Promise.all(asked)
  const rows = new Map(answers.flat().flatMap((answer) => answer.tickets.map((row) => [row.id, row])))
  // Every page of one question tells the same total.
  const total = answers.reduce((sum, [first]) => sum + (first?.total ?? 0), 0)
  return { tickets: [...rows.values()].sort(list === 'resolved' ? newestFirst : byUrgency), total }
}

/** The pages to have read so that what is looked at, and a page before and behind it, is there. */
export function spanAround(row: number, perPage: number, total: number): PageSpan {
  const last = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(last, Math.max(1, Math.floor(row / perPage) + 1))
  return { from: Math.max(1, page - 1), to: Math.min(last, page + 1) }
}

export interface ShownRow {
  row: TicketRow
  /** It is no longer in this list, but stays in its place while the pointer is over the list. */
  left: boolean
}

/**
 * The rows in the order in which they are shown. While the list is held (the pointer is over it) nothing moves: rows
 * change in their place, new ones that belong further up wait, new ones at the end are added.
 */
export function steadyRows(before: readonly ShownRow[], rows: readonly TicketRow[], held: boolean): ShownRow[] {
  if (!held || !before.length) return rows.map((row) => ({ row, left: false }))
  const now = new Map(rows.map((row) => [row.id, row]))
  const kept = before.map(({ row }) => ({ row: now.get(row.id) ?? row, left: !now.has(row.id) }))
  const shown = new Set(before.map(({ row }) => row.id))
  const lastShown = rows.findLastIndex((row) => shown.has(row.id))
  return [...kept, ...rows.slice(lastShown + 1).map((row) => ({ row, left: false }))]
}

export interface Wanted {
  /** The knowledge's title of what it is about. */
  topic?: string
  /** The owner's own words. */
  words: string
}

/** First line of a summary: 【通气进度】三栋什么时候通气. */
export function wantedOf(summary: string): Wanted {
  const [first = ''] = summary.split('\n')
  const match = /^【([^】]+)】(.*)$/.exec(first)
  return match?.[1] ? { topic: match[1], words: match[2]?.trim() || match[1] } : { words: first }
}

/** The ticket to work on after this one; the first of the list when this one is not in it. */
export function nextAfter(rows: readonly TicketRow[], id: string | undefined): string | undefined {
  const index = rows.findIndex((row) => row.id === id)
  const next = index < 0 ? rows[0] : rows[index + 1]
  return next?.id === id ? undefined : next?.id
}
