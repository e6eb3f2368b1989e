import type { NewTicket } from '../bot/ports.ts'
import type { HandoffContext, Suggestion } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, priorityRank } from './rows.ts'
import type { Db, NewRow, Row } from './schema.ts'

/** Drafts of the bot and other suggestions that a ticket shows at most. */
const MOST_SUGGESTIONS = 6

/** The ticket of the conversation that is not resolved; there is one at most. */
export async function openTicketOf(db: Db, conversationId: string): Promise<Row<'tickets'> | undefined> {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('stage', '!=', 'resolved')
    .executeTakeFirst()
}

/** False when a ticket was opened for this key before. */
export async function takeKey(access: Access, db: Db, key: string): Promise<boolean> {
  const row = await db
    .insertInto('ticket_keys')
    .values({ key, created_at: access.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

/** What of the context stands in columns of its own, for the queue. */
function ofContext(context: HandoffContext) {
  return {
    summary: context.summary,
    mood: context.mood,
    channel: context.channel,
    home: context.owner.home ?? null,
    intent: context.intent,
    context: JSON.stringify(context),
  }
}

export async function openTicket(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  ticket: NewTicket,
): Promise<{ id: string; stage: string }> {
  const row: NewRow<'tickets'> = {
    id: access.newId(),
    conversation_id: conversation.id,
    community: conversation.community,
    stage: 'waiting',
    priority: priorityRank(ticket.priority),
    reason: ticket.reason,
    team: ticket.team,
    assignee: null,
    ...ofContext(ticket.context),
    created_at: access.now(),
    due_at: ticket.dueAt,
    claimed_at: null,
    held_since: null,
    resolved_at: null,
    merged_into: null,
  }
  await db.insertInto('tickets').values(row).execute()
  return row
}

function earlier(one: string, other: string): string {
  return one.localeCompare(other) <= 0 ? one : other
}

function union(before: string[], now: string[]): string[] {
  return [...new Set([...before, ...now])]
}

/** The newer view, with what the older one knew besides. */
function joined(before: HandoffContext, now: HandoffContext): HandoffContext {
  return {
    ...now,
    slots: { ...before.slots, ...now.slots },
    owner: { ...before.owner, ...now.owner },
    status: now.status.length > 0 ? now.status : before.status,
    repairs: now.repairs.length > 0 ? now.repairs : before.repairs,
    notPromised: union(before.notPromised, now.notPromised),
    responsibility: now.responsibility ?? before.responsibility,
  }
}

/** The newest first, so that what answers the last message lies on top. */
function withDrafts(before: Suggestion[], drafts: Suggestion[]): Suggestion[] {
  const fresh = drafts.filter(({ text }) => !before.some((known) => known.text === text))
  return [...fresh, ...before].slice(0, MOST_SUGGESTIONS)
}

/**
 * A more urgent matter takes the ticket over; any other leaves only what is not to be promised, and what the bot would
 * have said.
 */
export async function raiseTicket(db: Db, open: Row<'tickets'>, wanted: NewTicket): Promise<void> {
  const before = json<HandoffContext>(open.context)
  const priority = priorityRank(wanted.priority)
  const values =
    priority < open.priority
      ? {
          priority,
          reason: wanted.reason,
          team: wanted.team,
          due_at: earlier(wanted.dueAt, open.due_at),
          ...ofContext(joined(before, wanted.context)),
        }
      : ofContext({
          ...before,
          notPromised: union(before.notPromised, wanted.context.notPromised),
          suggestions: withDrafts(before.suggestions, wanted.drafts ?? []),
        })
  await db.updateTable('tickets').set(values).where('id', '=', open.id).execute()
}
