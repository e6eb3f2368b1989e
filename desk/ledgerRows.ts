import type { HotlineOrder, TicketRow, Visit, VisitState, WorkOrder } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

/* Rows of the month's book, as whoever keeps it reads them. */

export type LedgerPorts = Pick<DeskPorts, 'intents' | 'stamp' | 'say' | 'maskPersonal' | 'clock'>

export const ORDER_HEAD = [
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

export function orderRow(order: WorkOrder, { intents, say, stamp, maskPersonal }: LedgerPorts): string[] {
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

export const TICKET_HEAD = [
  '小区',
  '渠道',
  '状态',
  '轻重',
  '事情',
  '哪里',
  '经手人',
  '转来时间',
  '应回时间',
  '结束时间',
]

export function ticketRow(ticket: TicketRow, { stamp, maskPersonal }: LedgerPorts): string[] {
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

const ASKED: Record<VisitState, string> = {
  open: '待回访',
  solved: '已解决',
  not_solved: '没解决，已重新打开',
  not_reached: '没联系上',
  moot: '不用回访',
}

export const VISIT_HEAD = [
  '小区',
  '工单号',
  '事情',
  '哪里',
  '办结人',
  '办结时间',
  '结果',
  '回访人',
  '回访时间',
  '打了几次',
  '满意度',
  '业主怎么说',
]

export function visitRow(visit: Visit, { stamp, maskPersonal }: LedgerPorts): string[] {
  const { community, calls } = visit
  const last = calls.at(-1)
  return [
    community,
    visit.number ?? '',
    maskPersonal(visit.matter),
    maskPersonal(visit.home ?? ''),
    visit.closedBy,
    stamp(community, visit.closedAt),
    ASKED[visit.state],
    last?.by ?? '',
    last ? stamp(community, last.at) : '',
    String(calls.length),
    last?.satisfaction === undefined ? '' : String(last.satisfaction),
    maskPersonal(last?.note ?? ''),
  ]
}

export const HOTLINE_HEAD = [
  '小区',
  '12345 单号',
  '诉求',
  '哪里',
  '收到时间',
  '答复期限',
  '工作日',
  '状态',
  '工单号',
  '记下的人',
  '答复人',
  '答复时间',
  '是否逾期',
]

export function hotlineRow(order: HotlineOrder, { stamp, maskPersonal, clock }: LedgerPorts): string[] {
  const { community, answer, deadline, workingDays } = order
  return [
    community,
    order.number,
    maskPersonal(order.wanted),
    maskPersonal(order.home ?? ''),
    stamp(community, order.receivedAt),
    stamp(community, deadline),
    workingDays === undefined ? '' : String(workingDays),
    answer ? '已答复' : '未答复',
    order.workOrder ?? '',
    order.takenBy,
    answer?.by ?? '',
    answer ? stamp(community, answer.at) : '',
    (answer?.at ?? clock.now().toISOString()) > deadline ? '是' : '',
  ]
}
