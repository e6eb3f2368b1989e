import type { Router } from 'express'
import { DirectLineTokens } from '../bot/channels/directline/tokens.ts'
import type { Config } from '../config.ts'
import type { DirectLinePorts } from '../http/directline/ports.ts'
import { directLineRoutes } from '../http/directline/routes.ts'
import { DirectLineSockets } from '../http/directline/socket.ts'
import type { Metrics } from '../http/metrics.ts'
import type { OwnerPorts } from '../http/ownerPorts.ts'
import type { Brain } from './brain.ts'
import { countedBy } from './channels.ts'

/** Direct Line, where its secret is set. */
export function directLineOf(
  { DIRECTLINE_SECRET: secret, PUBLIC_URL: publicUrl }: Config,
  owner: OwnerPorts,
  { catalogue }: Brain,
  metrics: Metrics,
): { router: Router; sockets: DirectLineSockets } | undefined {
  if (!secret) return undefined
  const ports: DirectLinePorts = {
    ...owner,
    refused: (reason) => countedBy(metrics).refused('directline', reason),
    tokens: new DirectLineTokens(secret, () => owner.clock.now()),
    greeting: (community, locale) => catalogue.say('greeting', community, locale),
    ...(publicUrl ? { publicUrl: publicUrl.replace(/\/$/, '') } : {}),
  }
  return { router: directLineRoutes(ports), sockets: new DirectLineSockets(ports) }
}
