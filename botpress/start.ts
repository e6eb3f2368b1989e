import { createBot } from './bot/index.ts'
import { type MayFetch, publicHttps } from './integration/files.ts'
import { createIntegration } from './integration/index.ts'
import { Qiao } from './qiao.ts'
import { type BotpressRefusal, Refusals } from './refusals.ts'
import { type Served, serve } from './serve.ts'

export interface BotpressOptions {
  /** Of Qiao's server, with no slash at the end. */
  qiaoUrl: string
  secret: string
  integrationPort: number
  botPort: number
  now(): Date
  report(error: unknown): void
  /** Left out: public addresses with https. */
  mayFetch?: MayFetch
  patienceMs?: number
}

/** Serves integration and bot, as Botpress calls them. */
export async function startBotpress(options: BotpressOptions): Promise<{ integration: Served; bot: Served }> {
  const { qiaoUrl: url, secret, now, report, mayFetch = publicHttps, patienceMs } = options
  const qiao = new Qiao({ url, secret, ...(patienceMs !== undefined && { patienceMs }) })
  const refusals = new Refusals()
  const common = { secret, report, refusals }
  const refused = (reason: BotpressRefusal) => refusals.count(reason)
  const integration = createIntegration({ qiao, secret, now, mayFetch, refused })
  const bot = createBot({ qiao, report })
  return {
    integration: await serve(integration.handler, { ...common, port: options.integrationPort }),
    bot: await serve(bot.handler, { ...common, port: options.botPort }),
  }
}
