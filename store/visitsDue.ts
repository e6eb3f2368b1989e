import type { EmergencyIntent, HandoffContext, WorkOrderLine } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, type TicketWithHolder } from './rows.ts'
import type { Db, Row } from './schema.ts'

/** Who spoke of ending their life is phoned by a manager, and is on no list of calls to make. */
const NEVER_LISTED: EmergencyIntent = 'emergency.selfharm'

type Ended = Pick<Row<'visits'>, 'community' | 'conversation_id' | 'order_id' | 'ticket_id' | 'closed_by'>

async function owed(access: Access, db: Db, ended: Ended): Promise<void> {
  const row = { id: access.newId(), ...ended, closed_at: access.now(), state: 'open' }
  await db.insertInto('visits').values(row).execute()
}

/** A work order that is done is asked about; one that is open again no longer is. Part of the move's transaction. */
export async function visitAfterLine(
  access: Access,
  db: Db,
  order: Pick<Row<'work_orders'>, 'id' | 'community' | 'conversation_id' | 'state'>,
  { kind, by }: Pick<WorkOrderLine, 'kind' | 'by'>,
): Promise<void> {
  if (kind === 'reopened')
    await db
      .updateTable('visits')
      .set({ state: 'moot' })
      .where('order_id', '=', order.id)
      .where('state', '=', 'open')
      .execute()
  if (kind !== 'moved' || order.state !== 'done') return
  const { community, conversation_id } = order
  await owed(access, db, { community, conversation_id, order_id: order.id, ticket_id: null, closed_by: by ?? '' })
}

/** A ticket that a person resolved is asked about; of several of one conversation the last one alone. */
export async function visitAfterTicket(
  access: Access,
  db: Db,
  { id, community, conversation_id, channel, context, holder }: TicketWithHolder,
): Promise<void> {
  await db
    .updateTable('visits')
    .set({ state: 'moot' })
    .where('conversation_id', '=', conversation_id)
    .where('ticket_id', 'is not', null)
    .where('state', '=', 'open')
    .execute()
  // With the ticket the other bot's talk has ended: nobody can be asked there.
  if (channel === 'botpress' || json<HandoffContext>(context).intent === NEVER_LISTED) return
  await owed(access, db, { community, conversation_id, order_id: null, ticket_id: id, closed_by: holder ?? '' })
}
