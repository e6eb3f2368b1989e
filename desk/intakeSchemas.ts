import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { SPOKEN_CHANNELS } from '../bot/types.ts'

const line = (most: number) => z.string().overwrite(cleanText).trim().max(most)
const text = line(4000).min(1)

/** What the calls of taking down are checked with. */
export const intakeSchemas = {
  intake: z
    .object({
      community: z.string().min(1).max(100),
      channel: z.enum(SPOKEN_CHANNELS),
      text: text.describe('What was said'),
      home: line(100).optional().describe('As it was typed: 3-2-501, 3栋2单元501'),
      intent: z.string().max(100).optional().describe('Left out: as the classifier understands the text'),
      contact: line(40).optional().describe('Phone'),
      kind: z.enum(['ticket', 'work_order']),
      key: z
        .string()
        .min(16)
        .max(200)
        .optional()
        .describe('New for each call taken down: the same words with it again are filed once, others are refused'),
    })
    .strict(),
  intakeSuggest: z.object({ community: z.string().min(1).max(100), text }).strict(),
}
