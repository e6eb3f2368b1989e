import { Integration } from '@botpress/sdk'
import { check } from '../check.ts'
import { actionsOf } from './actions.ts'
import { messagesOf } from './incoming.ts'
import type { IntegrationParts } from './parts.ts'
import { configuration } from './schemas.ts'
import { toldBy } from './told.ts'

/** Qiao's desk behind any Botpress bot. */
export function createIntegration(parts: IntegrationParts) {
  return new Integration({
    // What is wrong with the configuration is told when it is filled in, not when an owner waits.
    register: async ({ ctx }) => {
      check(configuration, ctx.configuration)
    },
    unregister: async () => undefined,
    handler: toldBy(parts),
    actions: actionsOf(parts),
    channels: { hitl: { messages: messagesOf(parts) } },
  })
}
