import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { URGE_WAYS } from '../bot/types.ts'
import { vouching } from './boardSchemas.ts'

const line = (most: number) => z.string().overwrite(cleanText).trim().min(1).max(most)

/** What the calls of urging are checked with. */
export const urgeSchemas = {
  /** As fields of a form where a photo goes with it. */
  urging: z
    .object({
      party: line(100).describe('Who was urged: the gas company, the developer'),
      how: z.enum(URGE_WAYS),
      answer: line(300).optional().describe('What they said; left out: nothing'),
      day: z.iso.date().optional().describe('In the compound, not after today; left out: today'),
      tellSubscribers: z.enum(['0', '1']).default('0'),
      ...vouching,
    })
    .strict(),
  urgeOrder: z
    .object({
      note: z
        .string()
        .overwrite(cleanText)
        .trim()
        .min(1)
        .max(500)
        .optional()
        .describe('What the owner said; for staff'),
    })
    .strict(),
}
