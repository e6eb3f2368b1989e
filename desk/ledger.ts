import { type Request, Router } from 'express'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { LedgerSpan } from '../bot/ports.ts'
import { scopeOf } from './compounds.ts'
import {
  HOTLINE_HEAD,
  hotlineRow,
  type LedgerPorts,
  ORDER_HEAD,
  orderRow,
  TICKET_HEAD,
  ticketRow,
  VISIT_HEAD,
  visitRow,
} from './ledgerRows.ts'
import type { DeskPorts } from './ports.ts'
import { noteExport } from './trail.ts'
import { plainText } from './workOrdersCsv.ts'

/** Rows of one sheet at most. */
const MOST = 20_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const ledgerSchemas = {
  ledger: z
    .object({
      community: z.string().max(100).optional(),
      month: z
        .string()
        .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
        .optional()
        .describe('2026-11, in the compound’s time; left out: this month'),
    })
    .strict(),
}

type Ports = LedgerPorts & Pick<DeskPorts, 'store' | 'reports' | 'communities'>

/**
 * `GET /ledger.xlsx`: work orders, tickets, return visits and orders of the city's hotline of a month; phones, long
 * numbers and doors hidden.
 */
export function ledgerRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/ledger.xlsx', async (request, response) => {
    const { span, month } = spanOf(ports, request)
    const sheets = await sheetsOf(ports, span)
    await noteExport(
      ports,
      request,
      sheets.reduce((sum, { rows }) => sum + rows.length, 0),
    )
    const file = await writeXlsxFile(
      sheets.map(({ sheet, head, rows }) => ({ sheet, data: [head, ...rows].map(textCells) })),
    ).toBuffer()
    response.attachment(`ledger-${month}.xlsx`).type(XLSX).send(file)
  })
  return router
}

/** One sheet a kind of work, oldest first. */
async function sheetsOf(
  ports: Ports,
  span: LedgerSpan,
): Promise<{ sheet: string; head: string[]; rows: string[][] }[]> {
  const { ledger, visits, hotline } = ports.store
  const [orders, tickets, asked, passed] = await Promise.all([
    ledger.orders(span, MOST),
    ledger.tickets(span, MOST),
    visits.ended(span, MOST),
    hotline.received(span, MOST),
  ])
  return [
    { sheet: '工单', head: ORDER_HEAD, rows: orders.map((order) => orderRow(order, ports)) },
    { sheet: '来单', head: TICKET_HEAD, rows: tickets.map((ticket) => ticketRow(ticket, ports)) },
    { sheet: '回访', head: VISIT_HEAD, rows: asked.map((visit) => visitRow(visit, ports)) },
    { sheet: '12345', head: HOTLINE_HEAD, rows: passed.map((order) => hotlineRow(order, ports)) },
  ]
}

function spanOf(ports: Ports, request: Request): { span: LedgerSpan; month: string } {
  const { community, month: wanted } = check(ledgerSchemas.ledger, request.query)
  if (community && !ports.communities.includes(community)) throw new QiaoError('not_found', `no compound ${community}`)
  const month = wanted ?? ports.reports.today(community).slice(0, 7)
  const [year = 0, of = 0] = month.split('-').map(Number)
  const days = new Date(Date.UTC(year, of, 0)).getUTCDate()
  const { from, to } = ports.reports.span(community, `${month}-01`, `${month}-${days}`)
  return { month, span: { from, to, ...(community && { community }), ...scopeOf(request) } }
}

/** Text, whatever it looks like: no cell of it is ever run. */
const textCells = (row: string[]) => row.map((value) => ({ type: String, value: plainText(value) }))
