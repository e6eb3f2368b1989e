import { type Request, Router } from 'express'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { Span } from '../bot/ports.ts'
import { scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { type GapView, type ReportView, reportCsv } from './reportsCsv.ts'
import { managerOf } from './roles.ts'

const DAY_MS = 24 * 3_600_000
/** Answers that are judged a week. */
const SAMPLE = 50

const community = z.string().max(100).optional()

/** What the calls of reports, gaps and samples are checked with. */
export const reportSchemas = {
  reports: z
    .object({
      community,
      from: z.iso.date().optional().describe('In the compound’s time; left out: 30 days back'),
      to: z.iso.date().optional().describe('The last day; left out: today'),
    })
    .strict(),
  gaps: z.object({ community }).strict(),
  samples: z.object({ community, week: z.iso.date().optional().describe('Left out: last week') }).strict(),
  judge: z.object({ verdict: z.enum(['right', 'wrong']), note: z.string().trim().max(500).optional() }).strict(),
}

/** What the record says of the work; `main` gives it. */
export interface ReportsPort {
  /** @throws QiaoError never */
  report(span: Span): Promise<ReportView>
  gaps(community: string | undefined): Promise<{ gaps: GapView[] }>
  /** The span of these days in the compound's time zone. */
  span(community: string | undefined, from: string, to: string): Span
  today(community: string | undefined): string
  /** The Monday of the week that holds this day. */
  mondayOf(day: string): string
}

type Ports = Pick<DeskPorts, 'reports' | 'store' | 'communities' | 'intents' | 'maskAbuse' | 'maskPersonal'>

/** `/reports`, `/gaps`, `/samples`: everybody reads; managers and administrators judge. */
export function reportRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/reports', async (request, response) => {
    response.json(await ports.reports.report(spanOf(ports, request)))
  })
  router.get('/reports/export.csv', async (request, response) => {
    const span = spanOf(ports, request)
    const [report, { gaps }] = await Promise.all([ports.reports.report(span), ports.reports.gaps(span.community)])
    const file = reportCsv(report, gaps, ports.intents)
    response.attachment('report.csv').type('text/csv; charset=utf-8').send(file)
  })
  router.get('/gaps', async (request, response) => {
    const { community: of } = check(reportSchemas.gaps, request.query)
    response.json(await ports.reports.gaps(known(ports, request, of)))
  })
  router.get('/samples', async (request, response) => {
    const { community: wanted, week } = check(reportSchemas.samples, request.query)
    const of = known(ports, request, wanted) ?? ports.communities[0] ?? ''
    const monday = ports.reports.mondayOf(week ?? addDays(ports.reports.today(of), -7))
    const span = { ...ports.reports.span(of, monday, addDays(monday, 6)), community: of }
    const drawn = await ports.store.reports.samples({ ...span, week: monday, size: SAMPLE })
    const hide = (text: string) => ports.maskAbuse(ports.maskPersonal(text))
    response.json({ week: monday, samples: drawn.map((one) => ({ ...one, question: hide(one.question) })) })
  })
  router.post('/samples/:id', async (request, response) => {
    const { name } = managerOf(request)
    const { verdict, note } = check(reportSchemas.judge, request.body)
    const judged = { verdict, by: name, ...(note ? { note } : {}) }
    if (!(await ports.store.reports.judge(String(request.params.id), judged)))
      throw new QiaoError('not_found', 'no such sample')
    response.status(204).end()
  })
  return router
}

function spanOf(ports: Ports, request: Request): Span {
  const { community: wanted, from, to } = check(reportSchemas.reports, request.query)
  const of = known(ports, request, wanted)
  const last = to ?? ports.reports.today(of)
  const first = from ?? addDays(last, -29)
  if (first > last)
    throw new QiaoError('bad_request', 'ends before it begins', { details: { field: 'from', detail: '' } })
  return ports.reports.span(of, first, last)
}

/** A member who is limited to one compound means that one, and of several has to say which. */
function known({ communities }: Ports, request: Request, community: string | undefined): string | undefined {
  const own = scopeOf(request).communities
  const wanted = community ?? (own?.length === 1 ? own[0] : undefined)
  if (wanted === undefined && own)
    throw new QiaoError('bad_request', 'which compound', { details: { field: 'community', detail: own.join() } })
  if (wanted === undefined || communities.includes(wanted)) return wanted
  throw new QiaoError('not_found', `no compound ${community}`)
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
