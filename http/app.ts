import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type RequestHandler, type Router } from 'express'
import { QiaoError } from '../bot/errors.ts'
import { bodyDeadline, readJson } from './body.ts'
import type { Draining } from './draining.ts'
import { emergencyWithoutRecord } from './emergencyWithoutRecord.ts'
import { framedBy, headers } from './headers.ts'
import { holdBack } from './holdBack.ts'
import { ownerRoutes } from './owner.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { type ProblemWords, problemHandler } from './problem.ts'

export interface AppParts {
  /** What sees every call before anything else does. */
  watch?: RequestHandler[]
  owner: OwnerPorts
  /** Takes no more calls once a stop has begun; health and metrics are told until the end. */
  draining?: Draining
  desk: Router
  /** What the links of repairers open. */
  repair: Router
  /** Files by addresses of their own. */
  files?: Router
  operations: Router
  /** Where platforms call us; none while no channel is on. */
  channels?: Router
  /** Milliseconds in which a body has to arrive; left out: ten seconds. */
  bodyMs?: number
  /** Folder of the built pages. */
  pages: string
  words: ProblemWords
  /** True where PUBLIC_URL is https. */
  secure: boolean
  /** Sites that may show the owner page in a frame, besides our own. */
  widgetOrigins: string[]
}

/** Where nobody sends more than 256 kB; what Botpress hands over is larger, and bears a secret. */
const SHORT_BODIES = ['/api', '/channels/wechat', '/channels/wecom', '/channels/directline']

/** The whole HTTP side, without a port. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  for (const each of parts.watch ?? []) app.use(each)
  app.use(headers(parts.secure))
  app.use(
    SHORT_BODIES,
    bodyDeadline((reader) => parts.words('too_slow', reader), parts.bodyMs),
  )
  app.use('/api', readJson(), noStore)
  app.use(parts.operations)
  if (parts.draining) app.use(parts.draining.gate)
  if (parts.channels) app.use(parts.channels)
  app.use(ownerRoutes(parts.owner))
  app.use('/api/desk', parts.desk)
  app.use(parts.repair)
  if (parts.files) app.use(parts.files)
  app.use('/api', () => {
    throw new QiaoError('not_found', 'no such call')
  })
  servePages(app, parts.pages, parts.widgetOrigins)
  app.use(holdBack(), emergencyWithoutRecord(parts.owner))
  app.use(problemHandler(parts.words, parts.owner.report))
  return app
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store')
  next()
}

/** Nobody is to find it, and no phone to keep it. */
const unlisted: RequestHandler = (_request, response, next) => {
  response.setHeader('x-robots-tag', 'noindex, nofollow')
  next()
}

function servePages(app: Express, pages: string, widgetOrigins: string[]): void {
  // Pages and scripts alone: they hold nothing secret beside what somebody else wrote, and no stream waits in them.
  app.use(compression())
  const page = (name: string): RequestHandler => {
    return (_request, response) => response.sendFile(join(pages, name), { headers: { 'cache-control': 'no-cache' } })
  }
  app.use('/assets', express.static(join(pages, 'assets'), { immutable: true, maxAge: '1y' }))
  app.get('/', framedBy(widgetOrigins), page('index.html'))
  app.get('/widget.js', (_request, response) => {
    // The one file that other sites load.
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    response.sendFile(join(pages, 'widget.js'), { maxAge: '10m' })
  })
  app.get(['/desk', '/desk/*path'], page('desk.html'))
  app.get('/r', unlisted, page('repairer.html'))
  app.use(express.static(pages, { index: false }))
  app.use(() => {
    throw new QiaoError('not_found', 'no such page')
  })
}
