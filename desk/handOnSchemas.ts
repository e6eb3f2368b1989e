import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { TEAMS } from '../bot/types.ts'

/** For whoever takes it over. */
const word = z.string().overwrite(cleanText).trim().max(500).default('')

/** What the calls that pass tickets on are checked with. */
export const handOnSchemas = {
  /** One of both: the name of a colleague, or a team. */
  transfer: z
    .object({ to: z.string().min(1).max(100).optional(), team: z.enum(TEAMS).optional(), word })
    .strict()
    .refine(({ to, team }) => (to === undefined) !== (team === undefined), {
      path: ['to'],
      message: 'either the name of a colleague or a team',
    }),
  escalate: z.object({ word }).strict(),
  merge: z.object({ with: z.string().min(1).max(100) }).strict(),
}
