import { sql } from 'kysely'
import type { TicketFilter, TicketStore } from '../bot/ports.ts'
import type { EarlierTicket, TicketRow } from '../bot/types.ts'
import type { Access } from './access.ts'
import { containing, like, lower } from './like.ts'
import { toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'
import { saidIn } from './search.ts'
import { answersTo } from './ticketAnswers.ts'
import { ticketChanges } from './ticketChanges.ts'
import { ticketHandingOn } from './ticketHandingOn.ts'
import { calls } from './ticketMentions.ts'
import { escalate, overdue } from './ticketOverdue.ts'
import { related } from './ticketRelated.ts'
import { lastAskedAt, stored, tickets, waitingSince } from './ticketRows.ts'

const PAGE = 50
const MOST_WORDS = 8
const EARLIER = 20
const CLAIMS_LOOKED_AT = 20
const FEWEST_CLAIMS = 3

/** In the summary as it is written; in the conversation as a word, or the words that it consists of. */
function says(access: Access, word: string, last: boolean) {
  return sql<boolean>`(${like(sql`lower(tickets.summary)`, containing(lower(word)))} or (${saidIn(access, word, last)}))`
}

function filtered(access: Access, db: Db, filter: TicketFilter) {
  let query = db.selectFrom('tickets')
  if (filter.stage) query = query.where('tickets.stage', '=', filter.stage)
  if (filter.assignee) query = query.where('tickets.assignee', '=', filter.assignee)
  if (filter.teams) query = query.where('tickets.team', 'in', filter.teams)
  if (filter.community) query = query.where('tickets.community', '=', filter.community)
  if (filter.overdue) query = query.where('tickets.due_at', '<=', access.now()).where('tickets.stage', '!=', 'resolved')
  if (filter.unanswered) query = query.where(waitingSince, 'is not', null).where('tickets.stage', '!=', 'resolved')
  if (filter.mentioned) query = query.where(calls(filter.mentioned))
  if (filter.communities) query = query.where('tickets.community', 'in', filter.communities)
  const words = (filter.q ?? '').split(/\s+/u).filter((word) => word !== '')
  const wanted = words.slice(0, MOST_WORDS)
  for (const [place, word] of wanted.entries()) query = query.where(says(access, word, place === wanted.length - 1))
  return query
}

async function list(access: Access, db: Db, filter: TicketFilter): Promise<{ tickets: TicketRow[]; total: number }> {
  const page = Math.max(1, Math.floor(filter.page ?? 1))
  const counted = await filtered(access, db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const called = filter.viewer === undefined ? sql<boolean>`1 = 0` : calls(filter.viewer)
  const rows = await filtered(access, db, filter)
    .leftJoin('staff', 'staff.id', 'tickets.assignee')
    .selectAll('tickets')
    .select(['staff.name as holder', waitingSince.as('waiting_since'), called.as('called')])
    .select(lastAskedAt.as('last_asked_at'))
    // What is done comes newest first; before it what is due.
    .orderBy('tickets.resolved_at', (order) => order.desc().nullsFirst())
    .orderBy('tickets.priority')
    .orderBy('tickets.due_at')
    .orderBy('tickets.created_at')
    .orderBy('tickets.id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  // One database says true, another 1.
  const shown = rows.map((row) => ({ ...toTicketRow(row), ...(row.called && { mentioned: true as const }) }))
  return { tickets: shown, total: Number(counted.total) }
}

async function earlierOf(db: Db, conversationId: string): Promise<EarlierTicket[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'created_at', 'resolved_at', 'summary'])
    .where('conversation_id', '=', conversationId)
    .where('stage', '=', 'resolved')
    .orderBy('resolved_at', 'desc')
    .orderBy('id')
    .limit(EARLIER)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    ...(row.resolved_at !== null && { resolvedAt: row.resolved_at }),
    summary: row.summary,
  }))
}

/** Who holds it; else how many come before it in the order of the queue. */
async function placeOf(db: Db, conversationId: string): ReturnType<TicketStore['placeOf']> {
  const own = await db
    .selectFrom('tickets')
    .leftJoin('staff', 'staff.id', 'tickets.assignee')
    .select(['tickets.id', 'stage', 'community', 'priority', 'due_at', 'tickets.created_at', 'staff.name as holder'])
    .where('conversation_id', '=', conversationId)
    .where('stage', '!=', 'resolved')
    .executeTakeFirst()
  if (!own) return undefined
  if (own.stage !== 'waiting') return { ...(own.holder !== null && { assignee: own.holder }), ahead: 0 }
  const before = sql<boolean>`(priority, due_at, created_at, id) <
    (${own.priority}, ${own.due_at}, ${own.created_at}, ${own.id})`
  return { ahead: await countWaiting(db, own.community, before) }
}

async function countWaiting(db: Db, community: string, which = sql<boolean>`1 = 1`): Promise<number> {
  const row = await db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stage', '=', 'waiting')
    .where('community', '=', community)
    .where(which)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]!
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2
}

async function medianWaitMinutes(db: Db, community: string): Promise<number | undefined> {
  const rows = await db
    .selectFrom('tickets')
    .select(['created_at', 'claimed_at'])
    .where('community', '=', community)
    .where('claimed_at', 'is not', null)
    .orderBy('claimed_at', 'desc')
    .limit(CLAIMS_LOOKED_AT)
    .execute()
  if (rows.length < FEWEST_CLAIMS) return undefined
  return median(rows.map((row) => (Date.parse(row.claimed_at!) - Date.parse(row.created_at)) / 60_000))
}

/** The queue of handoffs. */
export function ticketStore(access: Access): TicketStore {
  const one = (pick: (query: ReturnType<typeof tickets>) => ReturnType<typeof tickets>) =>
    access.read(async (db) => {
      const row = await pick(tickets(db)).executeTakeFirst()
      return row && stored(db, row)
    })
  return {
    list: (filter) => access.read((db) => list(access, db, filter)),
    find: (id) => one((query) => query.where('tickets.id', '=', id)),
    openOf: (conversationId) =>
      one((query) =>
        query.where('tickets.conversation_id', '=', conversationId).where('tickets.stage', '!=', 'resolved'),
      ),
    earlierOf: (conversationId) => access.read((db) => earlierOf(db, conversationId)),
    answersTo: (community, intent) => access.read((db) => answersTo(db, community, intent)),
    related: (conversationId) => access.read((db) => related(db, conversationId)),
    ...ticketChanges(access),
    ...ticketHandingOn(access),
    overdue: () => access.read((db) => overdue(access, db)),
    escalate: (seen, words) => access.write((db) => escalate(access, db, seen, words)),
    openedOnce: async (key) => {
      const row = await access.read((db) =>
        db.selectFrom('ticket_keys').select('key').where('key', '=', key).executeTakeFirst(),
      )
      return row !== undefined
    },
    placeOf: (conversationId) => access.read((db) => placeOf(db, conversationId)),
    waiting: (community) => access.read((db) => countWaiting(db, community)),
    medianWaitMinutes: (community) => access.read((db) => medianWaitMinutes(db, community)),
  }
}
