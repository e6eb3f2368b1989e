import { z } from 'zod'

/** What the calls of undelivered messages are checked with. */
export const deliverySchemas = {
  deliveries: z.object({
    state: z.enum(['dead', 'unknown']).optional(),
    community: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
}
