import type { Live } from '../bot/ports.ts'
import type { Config } from '../config.ts'
import { Retention, type RetentionParts } from '../records/retention.ts'
import { startWebhook, type WebhookParts } from '../records/workOrdersWebhook.ts'
import type { Brain } from './brain.ts'

/** How often what is on its way to owners is looked for, where nothing else wakes it. */
const PUSH_EVERY_MS = 1000

/** How often it is looked for who waits longer than the compound wants anybody to. */
const OVERDUE_EVERY_MS = 30_000

/** Tells the company's own system of work orders, where its address is set. */
export function webhookOf(
  { WORK_ORDER_WEBHOOK: url, WORK_ORDER_WEBHOOK_SECRET: secret }: Config,
  parts: Pick<WebhookParts, 'store' | 'clock' | 'report'> & { live: Live },
): () => Promise<void> {
  return url && secret ? startWebhook({ ...parts, url, secret, fetch, random: Math.random }) : () => Promise.resolve()
}

/** Retention is a matter of days. */
const RETENTION_EVERY_MS = 24 * 3_600_000

/** Erases what is older than the settings let it become; once a day, the first time at the start. */
export function keepRetention(
  { RETENTION_DAYS: days, RETENTION_FILES_DAYS: fileDays }: Config,
  parts: Omit<RetentionParts, 'days' | 'fileDays'>,
): () => Promise<void> {
  const retention = new Retention({ ...parts, ...(days && { days }), ...(fileDays && { fileDays }) })
  let running = retention.run()
  const timer = setInterval(() => {
    running = retention.run()
  }, RETENTION_EVERY_MS)
  return async () => {
    clearInterval(timer)
    retention.stop()
    await running
  }
}

/** Sends what is due, and looks for it every second. */
export function sendPushes(outbox: Brain['outbox']): () => Promise<void> {
  void outbox.drain()
  const timer = setInterval(() => void outbox.drain(), PUSH_EVERY_MS)
  return () => {
    clearInterval(timer)
    return outbox.stop()
  }
}

/** Tells whoever waits too long, alerts the manager, and gives back what a holder lets lie, and looks for it every half minute. */
export function sweepQueue({
  overdue,
  release,
  alerts,
}: Pick<Brain, 'overdue' | 'release' | 'alerts'>): () => Promise<void> {
  let running = Promise.resolve<unknown>(undefined)
  const sweep = () => {
    running = Promise.all([overdue.sweep(), release.sweep(), alerts.sweep()])
  }
  sweep()
  const timer = setInterval(sweep, OVERDUE_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
    await overdue.stop()
    await alerts.stop()
  }
}
