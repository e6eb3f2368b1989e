import { sql } from 'kysely'
import type { GivenAnswer } from '../bot/ports.ts'
import type { HandoffContext } from '../bot/types.ts'
import { json } from './rows.ts'
import type { Db } from './schema.ts'

/** Tickets that are looked at, the newest first. */
const LOOKED_AT = 12
/** Labels that are looked at, the newest first. */
const MOST_LABELS = 50
/** Characters; “好的” and “不客气” answer nothing. */
const SHORTEST = 12

/** The last word of staff in the ticket's own time that says something. */
const lastWord = sql<number | null>`(select max(said.seq) from messages said
  where said.conversation_id = tickets.conversation_id and said.speaker = 'staff'
  and said.created_at >= tickets.created_at and said.created_at <= tickets.resolved_at
  and length(said.text) >= ${SHORTEST})`

function ended(db: Db, community: string) {
  return db
    .selectFrom('tickets')
    .select(['tickets.id', 'tickets.conversation_id', 'tickets.context', 'tickets.resolved_at', lastWord.as('seq')])
    .where('tickets.community', '=', community)
    .where('tickets.resolved_at', 'is not', null)
    .where('tickets.merged_into', 'is', null)
    .orderBy('tickets.resolved_at', 'desc')
    .orderBy('tickets.id')
    .limit(LOOKED_AT)
}

/** What clerks say a ticket was about stands above what the bot thought. */
async function about(db: Db, community: string, intent: string) {
  const thought = await ended(db, community)
    .leftJoin('ticket_labels', 'ticket_labels.ticket_id', 'tickets.id')
    .where('tickets.intent', '=', intent)
    .where((eb) => eb.or([eb('ticket_labels.intent', 'is', null), eb('ticket_labels.intent', '=', intent)]))
    .execute()
  const labels = await db
    .selectFrom('ticket_labels')
    .select('ticket_id')
    .where('intent', '=', intent)
    .orderBy('created_at', 'desc')
    .orderBy('ticket_id')
    .limit(MOST_LABELS)
    .execute()
  const ids = labels.map(({ ticket_id }) => ticket_id)
  const labelled = ids.length > 0 ? await ended(db, community).where('tickets.id', 'in', ids).execute() : []
  const byId = new Map([...thought, ...labelled].map((row) => [row.id, row]))
  return [...byId.values()].sort((a, b) => (b.resolved_at ?? '').localeCompare(a.resolved_at ?? ''))
}

export async function answersTo(db: Db, community: string, intent: string): Promise<GivenAnswer[]> {
  const answers: GivenAnswer[] = []
  for (const { id, conversation_id, context, seq } of (await about(db, community, intent)).slice(0, LOOKED_AT)) {
    if (seq === null) continue
    const { text, author, created_at } = await db
      .selectFrom('messages')
      .select(['text', 'author', 'created_at'])
      .where('conversation_id', '=', conversation_id)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    const { owner } = json<HandoffContext>(context)
    answers.push({ ticketId: id, text, author: author ?? '', at: created_at, owner })
  }
  return answers
}
