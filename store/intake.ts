import type { IntakeStore, NewIntake } from '../bot/ports.ts'
import type { IntakeDone } from '../bot/types.ts'
import type { Access } from './access.ts'
import { create } from './conversations.ts'
import { json } from './rows.ts'
import type { Db } from './schema.ts'
import { openTicket } from './ticketOfTurn.ts'
import { append, change } from './transcript.ts'
import { record } from './turns.ts'
import { fileWorkOrder } from './workOrdersFile.ts'

/** Nobody opens it by a token: its owner spoke to a clerk. */
const NO_TOKEN = ''

/** Of two clicks at once the second waits, and finds what the first has opened. */
async function takeDownOnce(access: Access, db: Db, intake: NewIntake): Promise<IntakeDone | undefined> {
  const { once } = intake
  if (!once) return takeDown(access, db, intake)
  const { key, said } = once
  await access.hold(db, JSON.stringify(['intake', key]))
  const before = await db.selectFrom('intake_keys').selectAll().where('key', '=', key).executeTakeFirst()
  if (before) return before.said === said ? json<IntakeDone>(before.done) : undefined
  const done = await takeDown(access, db, intake)
  const row = { key, said, conversation_id: done.conversationId, done: JSON.stringify(done), created_at: access.now() }
  await db.insertInto('intake_keys').values(row).execute()
  return done
}

async function takeDown(access: Access, db: Db, intake: NewIntake): Promise<IntakeDone> {
  const { community, channel, text, note, memory, classification } = intake
  const conversation = await create(access, db, { community, locale: 'zh', channel, tokenHash: NO_TOKEN })
  const lines = await append(access, db, conversation, [
    { from: 'system', text: note },
    { from: 'owner', text },
  ])
  await answered(db, conversation.id)
  await record(db, { conversationId: conversation.id, seq: lines.length }, classification)
  const ticket = intake.ticket && (await openTicket(access, db, conversation, intake.ticket))
  const filed = intake.workOrder && (await fileWorkOrder(access, db, conversation, intake.workOrder))
  const stage = ticket ? 'waiting' : 'bot'
  await change(access, db, conversation, { stage, memory, messages: lines.length, newVersion: true })
  return {
    conversationId: conversation.id,
    ...(ticket && { ticketId: ticket.id }),
    ...(filed && {
      workOrder: { number: filed.number, joined: filed.joined !== false, ...(filed.urge && { urge: filed.urge }) },
    }),
  }
}

/** The clerk was there; no turn is to answer it. */
async function answered(db: Db, conversationId: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ turn_done: 1 })
    .where('conversation_id', '=', conversationId)
    .where('speaker', '=', 'owner')
    .execute()
}

/** Calls, words at the counter and from groups that a clerk takes down. */
export function intakeStore(access: Access): IntakeStore {
  return { takeDown: (intake) => access.write((db) => takeDownOnce(access, db, intake)) }
}
