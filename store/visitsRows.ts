import type { HandoffContext, Slots, Visit, VisitCall, VisitResult, VisitState } from '../bot/types.ts'
import { json, some } from './rows.ts'
import type { Db, Row } from './schema.ts'

type VisitRow = Row<'visits'>
type About = Pick<Visit, 'number' | 'ticketId' | 'matter' | 'intent' | 'home' | 'contact'>

/** So many ids a query, well under what a database takes as values. */
const AT_ONCE = 500

const toCall = (row: Row<'visit_calls'>): VisitCall => ({
  at: row.at,
  by: row.author,
  result: row.result as VisitResult,
  ...some('satisfaction', row.satisfaction),
  ...some('note', row.note),
})

const present = (values: (string | null)[]): string[] => values.filter((value) => value !== null)

async function ofOrders(db: Db, ids: string[]): Promise<Map<string, About>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('work_orders')
    .select(['id', 'number', 'intent', 'slots'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, number, intent, slots }) => {
      const { what = '', home, contact } = json<Slots>(slots)
      return [id, { number, matter: what, intent, ...(home && { home }), ...(contact && { contact }) }]
    }),
  )
}

async function ofTickets(db: Db, ids: string[]): Promise<Map<string, About>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'summary', 'home', 'context'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, summary, home, context }) => {
      const { intent, slots } = json<HandoffContext>(context)
      const said = { ...some('home', home), ...(slots.contact && { contact: slots.contact }) }
      return [id, { ticketId: id, matter: summary.split('\n')[0] ?? '', ...some('intent', intent), ...said }]
    }),
  )
}

async function callsOf(db: Db, ids: string[]): Promise<Map<string, VisitCall[]>> {
  const rows = await db
    .selectFrom('visit_calls')
    .selectAll()
    .where('visit_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const calls = new Map<string, VisitCall[]>()
  for (const row of rows) calls.set(row.visit_id, [...(calls.get(row.visit_id) ?? []), toCall(row)])
  return calls
}

async function ofSome(db: Db, rows: VisitRow[]): Promise<Visit[]> {
  const orders = await ofOrders(db, present(rows.map(({ order_id }) => order_id)))
  const tickets = await ofTickets(db, present(rows.map(({ ticket_id }) => ticket_id)))
  const calls = await callsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    community: row.community,
    conversationId: row.conversation_id,
    ...(orders.get(row.order_id ?? '') ?? tickets.get(row.ticket_id ?? '') ?? { matter: '' }),
    closedBy: row.closed_by,
    closedAt: row.closed_at,
    state: row.state as VisitState,
    calls: calls.get(row.id) ?? [],
  }))
}

/** With what they are about and how often somebody asked, in the same order. */
export async function wholeVisits(db: Db, rows: VisitRow[]): Promise<Visit[]> {
  const whole: Visit[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE)
    whole.push(...(await ofSome(db, rows.slice(from, from + AT_ONCE))))
  return whole
}
