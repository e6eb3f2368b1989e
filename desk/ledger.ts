import { type Request, Router } from 'express'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { LedgerSpan } from '../bot/ports.ts'
import type { TicketRow, WorkOrder } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
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

type Ports = Pick<DeskPorts, 'store' | 'reports' | 'communities' | 'intents' | 'stamp' | 'say' | 'maskPersonal'>

/** `GET /ledger.xlsx`: work orders and tickets of a month, phones, long numbers and doors hidden. */
export function ledgerRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/ledger.xlsx', async (request, response) => {
    const { span, month } = spanOf(ports, request)
    const [orders, tickets] = await Promise.all([
      ports.store.ledger.orders(span, MOST),
      ports.store.ledger.tickets(span, MOST),
    ])
    await noteExport(ports, request, orders.length + tickets.length)
    const file = await writeXlsxFile([
      { sheet: '工单', data: [ORDER_HEAD, ...orders.map((order) => orderRow(order, ports))].map(textCells) },
      { sheet: '来单', data: [TICKET_HEAD, ...tickets.map((ticket) => ticketRow(ticket, ports))].map(textCells) },
    ]).toBuffer()
    response.attachment(`ledger-${month}.xlsx`).type(XLSX).send(file)
  })
  return router
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

const ORDER_HEAD = [
  '工单号',
  '小区',
  '类别',
  '状态',
  '事情',
  '哪里',
  '登记时间',
  '预约时间',
  '维修人员',
  '报修户数',
  '催单次数',
  '完成时间',
]

function orderRow(order: WorkOrder, { intents, say, stamp, maskPersonal }: Ports): string[] {
  const { community, slots, lines } = order
  const time = (iso: string | undefined) => (iso ? stamp(community, iso) : '')
  const done =
    order.state === 'done' ? lines.findLast(({ state, kind }) => state === 'done' && kind === 'moved') : undefined
  return [
    order.number,
    community,
    intents.find(({ id }) => id === order.intent)?.title.zh ?? order.intent,
    say(`state_${order.state}`, community, 'zh'),
    maskPersonal(slots.what ?? ''),
    maskPersonal([slots.home, slots.place].filter(Boolean).join(' ')),
    time(order.createdAt),
    time(order.scheduledFor),
    order.worker ?? '',
    String(order.followers),
    String(lines.filter(({ kind }) => kind === 'urged').length),
    time(done?.at),
  ]
}

const STAGES: Record<TicketRow['stage'], string> = { waiting: '等待', staff: '处理中', resolved: '已结束' }
const PRIORITIES: Record<TicketRow['priority'], string> = { emergency: '紧急', high: '优先', normal: '普通' }

const TICKET_HEAD = ['小区', '渠道', '状态', '轻重', '事情', '哪里', '经手人', '转来时间', '应回时间', '结束时间']

function ticketRow(ticket: TicketRow, { stamp, maskPersonal }: Ports): string[] {
  const { community } = ticket
  const time = (iso: string | undefined) => (iso ? stamp(community, iso) : '')
  return [
    community,
    ticket.channel,
    STAGES[ticket.stage],
    PRIORITIES[ticket.priority],
    maskPersonal(ticket.summary.split('\n')[0] ?? ''),
    maskPersonal(ticket.home ?? ''),
    ticket.assignee ?? '',
    time(ticket.createdAt),
    time(ticket.dueAt),
    time(ticket.resolvedAt),
  ]
}
