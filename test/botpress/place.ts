import { startBotpress } from '../../botpress/start.ts'
import { openProduct, type Product } from '../channels/product.ts'
import { FakeBotpress } from './platform.ts'

export const SECRET = 'known-to-qiao-and-its-side-at-botpress'

/** Qiao, its side at Botpress, and Botpress, each behind HTTP on loopback. */
export interface BotpressPlace {
  product: Product
  botpress: FakeBotpress
  integrationUrl: string
  botUrl: string
  errors: unknown[]
  /** All that is under way has come to its end, on every side. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Longer than the bot takes to learn which conversation people have. */
const GRACE_MINUTES = 0.1

export async function openBotpress(): Promise<BotpressPlace> {
  const urls = { integration: '', bot: '' }
  const errors: unknown[] = []
  const botpress = new FakeBotpress({ secret: SECRET, integration: () => urls.integration, bot: () => urls.bot })
  await botpress.start()
  process.env.BP_API_URL = botpress.url
  process.env.BP_TOKEN = 'token'
  const product = await openProduct({
    settings: { BOTPRESS_SECRET: SECRET, BOTPRESS_WEBHOOK_BASE: `${botpress.url}/webhook` },
    deadline: botpress.patience.deadline,
  })
  const { integration, bot } = await startBotpress({
    qiaoUrl: product.url,
    secret: SECRET,
    integrationPort: 0,
    botPort: 0,
    now: () => product.clock.now(),
    report: (error) => errors.push(error),
    mayFetch: ({ hostname }) => hostname === '127.0.0.1',
    patienceMs: 1,
  })
  Object.assign(urls, { integration: integration.url, bot: bot.url })
  return {
    product,
    botpress,
    integrationUrl: integration.url,
    botUrl: bot.url,
    errors,
    settle: async () => {
      // What one side says may make another speak.
      for (let round = 0; round < 3; round++) {
        await botpress.settled()
        product.clock.forward(GRACE_MINUTES)
        await product.settle()
      }
      await botpress.settled()
    },
    stop: async () => {
      await botpress.settled()
      await integration.stop()
      await bot.stop()
      await product.stop()
      await botpress.stop()
    },
  }
}
