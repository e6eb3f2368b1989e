import { z } from 'zod'

const time = z.iso.datetime().describe('ISO 8601, UTC')

const undelivered = z
  .strictObject({
    id: z.number().int(),
    state: z.enum(['dead', 'unknown']).describe('dead: it never arrived; unknown: it may have arrived'),
    conversationId: z.string(),
    community: z.string(),
    channel: z.string(),
    text: z.string(),
    attempts: z.number().int(),
    createdAt: time,
    settledAt: time.describe('When it was given up'),
  })
  .meta({ id: 'Undelivered' })

export const deliveryAnswers = {
  list: z.strictObject({ deliveries: z.array(undelivered), total: z.number().int() }),
}
