import { attachmentLink, type WorkOrder } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

const BOM = '\ufeff'
const HEADER = [
  '工单号',
  '小区',
  '类别',
  '状态',
  '事情',
  '房号',
  '位置',
  '方便时间',
  '电话',
  '登记时间',
  '预约时间',
  '维修人员',
  '报修户数',
  '催单次数',
  '接续工单',
  '最近更新',
  '附件',
]

/** A spreadsheet would run what begins like this as a formula. */
const FORMULA = /^\s*[=+\-@\t\r]/

/** What would be a formula is made text by an apostrophe. */
export const plainText = (value: string): string => (FORMULA.test(value) ? `'${value}` : value)

/** One cell (RFC 4180), never a formula. */
export function cellOf(value: string): string {
  const safe = plainText(value)
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe
}

type CsvPorts = Pick<DeskPorts, 'intents' | 'stamp' | 'say' | 'maskPersonal' | 'maskAbuse' | 'maskNumbers'>

/** A file that spreadsheets open as it is: UTF-8 with a byte order mark, one line a work order; who somebody is stays hidden. */
export function csvOf(orders: WorkOrder[], ports: CsvPorts): string {
  const titles = new Map(ports.intents.map(({ id, title }) => [id, title.zh]))
  const lines = orders.map((order) => rowOf(order, titles, ports).map(cellOf).join(','))
  return `${BOM}${[HEADER.join(','), ...lines].join('\r\n')}\r\n`
}

function rowOf(order: WorkOrder, titles: Map<string, string>, ports: CsvPorts): string[] {
  const { community, slots, scheduledFor, lines } = order
  const hide = (words = '') => ports.maskAbuse(ports.maskPersonal(words))
  const time = (iso: string | undefined): string => (iso ? ports.stamp(community, iso) : '')
  return [
    order.number,
    community,
    titles.get(order.intent) ?? order.intent,
    ports.say(`state_${order.state}`, community, 'zh'),
    hide(slots.what),
    hide(slots.home),
    ports.maskNumbers(slots.place ?? ''),
    ports.maskNumbers(slots.when ?? ''),
    hide(slots.contact),
    time(order.createdAt),
    time(scheduledFor),
    order.worker ?? '',
    String(order.followers),
    String(lines.filter(({ kind }) => kind === 'urged').length),
    order.continues ?? '',
    time(order.updatedAt),
    (order.attachments ?? []).map((file) => `${hide(file.name)} ${attachmentLink(file)}`).join('\n'),
  ]
}
