import type { Router } from 'express'
import { BotpressSender } from '../bot/channels/botpress/sender.ts'
import type { Live, Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import type { Config } from '../config.ts'
import { botpressRoutes } from '../http/botpress/routes.ts'
import type { Metrics } from '../http/metrics.ts'
import type { OwnerPorts } from '../http/ownerPorts.ts'
import type { Senders } from '../records/outbox.ts'
import type { Brain } from './brain.ts'
import { countedBy } from './channels.ts'

/** Botpress answers when the integration has: after a few calls of its own. */
const CALL_MS = 20_000
const usualDeadline = (): AbortSignal => AbortSignal.timeout(CALL_MS)
/** Who signs what the record notes by itself. */
const AUTHOR = 'Botpress'

export interface BotpressParts {
  store: Store
  clock: Clock
  metrics: Metrics
  report(error: unknown, conversationId?: string): void
  /** Ends a call that takes too long; left out: after twenty seconds. */
  deadline?(): AbortSignal
}

/** What bot and staff say on Botpress goes there, where the shared secret is set. */
export function botpressSenders(
  config: Config,
  { store, clock, metrics, report, deadline = usualDeadline }: BotpressParts,
): Senders {
  const { BOTPRESS_SECRET: secret, BOTPRESS_WEBHOOK_BASE: base } = config
  if (!secret) return {}
  const settings = { secret, webhookBase: base.replace(/(?<!\/)\/+$/, '') }
  const ports = { store, clock, metrics: countedBy(metrics), fetch, deadline, report }
  return { botpress: new BotpressSender(settings, ports) }
}

/** What our side at Botpress calls. */
export function botpressOf(
  { BOTPRESS_SECRET: secret }: Config,
  owner: OwnerPorts,
  brain: Pick<Brain, 'elsewhere' | 'catalogue'>,
  { live, metrics }: { live: Live; metrics: Metrics },
): Router | undefined {
  if (!secret) return undefined
  return botpressRoutes({
    ...owner,
    secret,
    refused: () => countedBy(metrics).refused('botpress', 'signature'),
    answer: (question) => brain.elsewhere.answer(question),
    arrive: (arrival) => brain.elsewhere.arrive(arrival),
    tookBack: async ({ id, community }) => {
      const text = brain.catalogue.say('bot_took_back', community, 'zh')
      await owner.store.channels.note(id, { author: AUTHOR, text })
      live.publish('desk', { kind: 'tickets' })
    },
  })
}
