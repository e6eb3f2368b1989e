import { z } from 'zod'

const time = z.iso.datetime().describe('ISO 8601, UTC')

const deliveryReason = z.enum(['waits', 'retrying', 'no_channel', 'left', 'outside', 'refused', 'attempts', 'unsure'])

/** Of a ticket's messages that are not with the owner. */
export const messageDelivery = z.strictObject({
  id: z.number().int().describe('By which it is sent again'),
  seq: z.number().int().describe('Of the message'),
  state: z.enum(['pending', 'dead', 'unknown']),
  reason: deliveryReason.optional(),
  attempts: z.number().int(),
  dueAt: time.optional().describe('When it is tried next'),
})

const undelivered = z
  .strictObject({
    id: z.number().int(),
    state: z.enum(['dead', 'unknown']).describe('dead: it never arrived; unknown: it may have arrived'),
    conversationId: z.string(),
    community: z.string(),
    channel: z.string(),
    text: z.string(),
    attempts: z.number().int(),
    reason: deliveryReason.optional(),
    createdAt: time,
    settledAt: time.describe('When it was given up'),
  })
  .meta({ id: 'Undelivered' })

export const deliveryAnswers = {
  list: z.strictObject({ deliveries: z.array(undelivered), total: z.number().int() }),
}
