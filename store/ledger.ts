import type { LedgerSpan, LedgerStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'
import { tickets } from './ticketRows.ts'
import { wholeOrders } from './workOrdersRows.ts'

function orderRows(db: Db, { from, to, community, communities }: LedgerSpan, limit: number) {
  let query = db.selectFrom('work_orders').selectAll().where('created_at', '>=', from).where('created_at', '<', to)
  if (community) query = query.where('community', '=', community)
  if (communities) query = query.where('community', 'in', communities)
  return query.orderBy('created_at').orderBy('number').limit(limit).execute()
}

function ticketRows(db: Db, { from, to, community, communities }: LedgerSpan, limit: number) {
  let query = tickets(db).where('tickets.created_at', '>=', from).where('tickets.created_at', '<', to)
  if (community) query = query.where('tickets.community', '=', community)
  if (communities) query = query.where('tickets.community', 'in', communities)
  return query.orderBy('tickets.created_at').orderBy('tickets.id').limit(limit).execute()
}

/** The month's book. */
export function ledgerStore(access: Access): LedgerStore {
  return {
    orders: (span, limit) => access.read(async (db) => wholeOrders(db, await orderRows(db, span, limit))),
    tickets: async (span, limit) => (await access.read((db) => ticketRows(db, span, limit))).map(toTicketRow),
  }
}
