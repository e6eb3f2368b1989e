import { sql } from 'kysely'
import type { TurnCommit, TurnEffects, TurnResult } from '../bot/ports.ts'
import type { Classification, Reply, Stage } from '../bot/types.ts'
import { repliesTo } from './accept.ts'
import type { Access } from './access.ts'
import { StoreError } from './errors.ts'
import { countAsk } from './incidents.ts'
import { toConversation, toMessage } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { changeSubscriptions } from './subscriptions.ts'
import { openTicket, openTicketOf, raiseTicket, takeKey } from './ticketOfTurn.ts'
import { append, change, lockConversation } from './transcript.ts'
import { actOnOrder } from './workOrdersAct.ts'
import { fileWorkOrder, joinedReplies } from './workOrdersFile.ts'

/** Whether the message is answered, and which earlier ones are not. */
async function standing(db: Db, turn: TurnCommit): Promise<{ done: boolean; earlier: number[] }> {
  const rows = await db
    .selectFrom('messages')
    .select(['seq', 'turn_done'])
    .where('conversation_id', '=', turn.conversationId)
    .where('speaker', '=', 'owner')
    .where((eb) =>
      eb.or([eb('seq', '=', turn.seq), eb.and([eb('seq', '<', turn.seq), eb('turn_done', '=', sql.lit(0))])]),
    )
    .orderBy('seq')
    .execute()
  const row = rows.find(({ seq }) => seq === turn.seq)
  if (!row) throw new StoreError('unknown_message', `no owner message ${turn.seq} in ${turn.conversationId}`)
  const earlier = rows.map(({ seq }) => seq).filter((seq) => seq !== turn.seq)
  return { done: row.turn_done === 1, earlier }
}

/** Of an owner's message; never written over. */
export async function record(
  db: Db,
  turn: Pick<TurnCommit, 'conversationId' | 'seq'>,
  classification: Classification,
): Promise<void> {
  await db
    .insertInto('classifications')
    .values({
      conversation_id: turn.conversationId,
      seq: turn.seq,
      intent: classification.intent,
      confidence: classification.confidence,
      alternatives: JSON.stringify(classification.alternatives),
      out_of_scope: classification.outOfScope ? 1 : 0,
      certainty: classification.certainty,
    })
    .execute()
}

const HELD: readonly string[] = ['waiting', 'staff']

/** The open ticket after the turn, if there is one. */
async function ticketAfter(
  access: Access,
  db: Db,
  turn: TurnCommit,
  conversation: Row<'conversations'>,
): Promise<{ id: string; stage: string } | undefined> {
  // While a ticket is open the conversation has its stage.
  const open = HELD.includes(conversation.stage) ? await openTicketOf(db, turn.conversationId) : undefined
  if (!turn.ticket) return open
  if (!open) return openTicket(access, db, conversation, turn.ticket)
  await raiseTicket(db, open, turn.ticket)
  return open
}

function stageAfter(turn: TurnCommit, ticket: { stage: string } | undefined): Stage {
  if (ticket) return ticket.stage as Stage
  if (turn.stage === 'waiting' || turn.stage === 'staff') {
    throw new StoreError('turn_inconsistent', `a turn left ${turn.conversationId} ${turn.stage} without a ticket`)
  }
  return turn.stage
}

async function markDone(db: Db, turn: TurnCommit): Promise<void> {
  await db
    .updateTable('messages')
    .set({ turn_done: 1 })
    .where('conversation_id', '=', turn.conversationId)
    .where('seq', '=', turn.seq)
    .execute()
}

/** Work orders and incidents that the turn touches, and its replies as they are then. */
async function sideEffects(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  { workOrder, orderAct, ask, replies }: TurnCommit,
): Promise<{ effects: TurnEffects; replies: Reply[] }> {
  const filed = workOrder && (await fileWorkOrder(access, db, conversation, workOrder))
  const told = orderAct ? await actOnOrder(access, db, conversation.id, orderAct) : []
  const incident = ask && (await countAsk(access, db, conversation, ask))
  const number = filed?.number ?? orderAct?.number
  return {
    effects: { told, ...(number && { workOrder: number }), ...(incident && { incident }) },
    replies: workOrder && filed?.joined ? joinedReplies(replies, workOrder, filed) : replies,
  }
}

/** Replies, state, evidence, ticket and work order of one turn, together; once for each owner message. */
export async function commitTurn(access: Access, db: Db, turn: TurnCommit): Promise<TurnResult> {
  const conversation = await lockConversation(db, turn.conversationId)
  const { done, earlier } = await standing(db, turn)
  if (done) return { kind: 'done', replies: await repliesTo(db, turn.conversationId, turn.seq) }
  const first = turn.leaving ? earlier.filter((seq) => !turn.leaving?.includes(seq)) : []
  if (first.length > 0) return { kind: 'early', earlier: first }
  if (conversation.version !== turn.expectedVersion) return { kind: 'stale' }
  if (turn.ticket?.once && !(await takeKey(access, db, turn.ticket.once))) return { kind: 'stale' }
  const ticket = await ticketAfter(access, db, turn, conversation)
  const stage = stageAfter(turn, ticket)
  const { effects, replies: said } = await sideEffects(access, db, conversation, turn)
  const drafts = said.map((reply) => ({ ...reply, from: 'bot' as const, answers: turn.seq }))
  const replies = await append(access, db, conversation, drafts)
  if (turn.classification) await record(db, turn, turn.classification)
  await changeSubscriptions(access, db, conversation, turn)
  await markDone(db, turn)
  const { memory, locale } = turn
  const after = await change(access, db, conversation, {
    stage,
    memory,
    locale,
    messages: replies.length,
    newVersion: true,
  })
  return {
    kind: 'committed',
    replies: replies.map(toMessage),
    conversation: toConversation(after),
    effects,
    ...(turn.ticket && ticket && { ticketId: ticket.id }),
  }
}
