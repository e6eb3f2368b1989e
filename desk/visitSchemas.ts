import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { VISIT_RESULTS } from '../bot/types.ts'

const community = z.string().max(100).optional()

/** What the calls of return visits are checked with. */
export const visitSchemas = {
  visits: z
    .object({
      list: z.enum(['due', 'coming', 'done']).default('due').describe('coming: ended not so long ago yet'),
      community,
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    })
    .strict(),
  visitFigures: z
    .object({
      community,
      from: z.iso.date().optional().describe('In the compound’s time; left out: 30 days back'),
      to: z.iso.date().optional().describe('The last day; left out: today'),
    })
    .strict(),
  visitResult: z
    .object({
      result: z.enum(VISIT_RESULTS),
      satisfaction: z.number().int().min(1).max(5).optional().describe('As the owner said'),
      note: z.string().overwrite(cleanText).trim().min(1).max(500).optional(),
    })
    .strict()
    .refine(({ result, satisfaction }) => result !== 'not_reached' || satisfaction === undefined, {
      path: ['satisfaction'],
      message: 'nobody was reached who could say it',
    }),
  visitReveal: z.object({ field: z.literal('contact') }).strict(),
}
