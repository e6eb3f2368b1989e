import type { Words } from '../bot/types.ts'
import { csvFile } from './csv.ts'

interface CountRow {
  key: string
  messages: number
  atOnce: number
  clarified: number
  handedOff: number
}

interface TimesView {
  n: number
  median?: number
  p90?: number
}

/** What the file needs of a report. */
export interface ReportView {
  messages: number
  tickets: number
  overdue: number
  handedOff: { reason: string; n: number }[]
  wrong: { judgedWrong: number; judgedRight: number; labelledOtherwise: number; shouldHaveAnswered: number }
  firstResponse: TimesView
  resolve: TimesView
  closed: { n: number; inTime: number; reopened: number; ordersDone: number; ordersReopened: number }
  visits: { n: number; solved: number; notReached: number; satisfaction: { n: number; average?: number } }
  rating: { n: number; average?: number }
  askedAgain: { of: number; n: number }
  neglected: { staleEntries: number; visitsOverdue: number; callbacksOverdue: number }
  byCommunity: CountRow[]
  byIntent: CountRow[]
  byHour: CountRow[]
}

export interface GapView {
  title: string
  n: number
}

type Cell = string | number

const HEAD = ['分组', '名称', '数值', '总数', '消息', '直接答上', '反问', '转人工']
/** Gaps that are told of. */
const MOST_GAPS = 20

/** A report as a file for spreadsheets: the manager's five first, then what was asked. Empty where there is nothing yet. */
export function reportCsv(report: ReportView, gaps: GapView[], intents: { id: string; title: Words }[]): string {
  const titles = new Map(intents.map(({ id, title }) => [id, title.zh]))
  const { byCommunity, byIntent, byHour, handedOff } = report
  return csvFile([
    HEAD,
    ...figures(report).map((row) => whole('办得怎样', row)),
    ...quality(report).map((row) => whole('答得怎样', row)),
    ...counts('小区', byCommunity),
    ...counts('意图', byIntent, (key) => titles.get(key) ?? (key || '没听懂')),
    ...counts('小时', byHour),
    ...handedOff.map(({ reason, n }) => whole('转人工原因', [reason, n])),
    ...gaps.slice(0, MOST_GAPS).map(({ title, n }) => whole('近八周没答上', [title, n])),
  ])
}

type Figure = [name: string, value: number | undefined, of?: number]

function figures({ firstResponse, closed, visits, rating, askedAgain, neglected, resolve }: ReportView): Figure[] {
  return [
    ['人工首次回复 中位数（分钟）', firstResponse.median, firstResponse.n],
    ['人工首次回复 九成（分钟）', firstResponse.p90, firstResponse.n],
    ['按时办结', closed.inTime, closed.n],
    ['办结后又打开', closed.reopened, closed.n],
    ['工单返工', closed.ordersReopened, closed.ordersDone],
    ['回访 已解决', visits.solved, visits.n],
    ['回访 没联系上', visits.notReached],
    ['回访 满意度（1–5）', visits.satisfaction.average, visits.satisfaction.n],
    ['业主评价（1–5）', rating.average, rating.n],
    ['72 小时内又来找', askedAgain.n, askedAgain.of],
    ['进度太久没更新', neglected.staleEntries],
    ['约好的上门过了时间', neglected.visitsOverdue],
    ['答应的回电过了时间', neglected.callbacksOverdue],
    ['办结用时 中位数（分钟）', resolve.median, resolve.n],
  ]
}

function quality({ messages, tickets, overdue, wrong }: ReportView): Figure[] {
  return [
    ['消息', messages],
    ['来单', tickets],
    ['等过了时间', overdue, tickets],
    ['抽查答错', wrong.judgedWrong, wrong.judgedWrong + wrong.judgedRight],
    ['客服改判', wrong.labelledOtherwise],
    ['本该答上的', wrong.shouldHaveAnswered],
  ]
}

function whole(group: string, [name, value, of]: Figure): Cell[] {
  return [group, name, value === undefined ? '' : Math.round(value * 100) / 100, of ?? '', '', '', '', '']
}

function counts(group: string, rows: CountRow[], name = (key: string) => key): Cell[][] {
  return rows.map((row) => [group, name(row.key), '', '', row.messages, row.atOnce, row.clarified, row.handedOff])
}
