import { z } from 'zod'
import { attachment } from './answersAttachments.ts'

/* What the calls of the status board and of subscriptions answer with. */

const time = z.iso.datetime().describe('ISO 8601, UTC')
const words = z.strictObject({ zh: z.string(), en: z.string() })
const home = z
  .strictObject({ building: z.string(), unit: z.string(), floor: z.string(), room: z.string() })
  .partial()
  .describe('Empty: the whole compound')

export const vouched = z.strictObject({
  phrases: z.array(z.string()).describe('As they stand in the text'),
  by: z.string().describe('Name of the member of staff'),
  record: z.string().optional().describe('What was linked; left out: on their own word'),
})

const urging = z.strictObject({
  party: z.string(),
  how: z.enum(['phone', 'visit', 'letter', 'message']),
  answer: z.string().optional().describe('Left out: none'),
  file: attachment.optional().describe('For staff'),
})

const status = {
  id: z.string(),
  community: z.string(),
  topic: z.string(),
  scope: home,
  state: words,
  log: z.array(
    z.strictObject({
      day: z.iso.date(),
      text: words,
      by: words,
      source: words.optional(),
      urged: urging.optional().describe('Whoever has to act was urged'),
      urging: z.boolean().optional().describe('Whether it counts as urging; left out: as its words have it'),
    }),
  ),
  blockedBy: words.optional(),
  nextActor: words.optional(),
  announced: z.strictObject({ text: words, source: words }).optional(),
  asOf: time,
  staleAfterHours: z.number(),
  source: words,
  vouched: z.array(vouched).optional().describe('Who let out what promises something in it'),
  closedAt: time.optional(),
}
const entry = z.strictObject({ ...status, revision: z.number().int().min(1) }).meta({ id: 'StatusEntry' })

export const boardAnswers = {
  board: z.strictObject({
    entries: z.array(entry),
    topics: z.array(z.strictObject({ id: z.string(), title: words })),
  }),
  entry,
  revisions: z.strictObject({
    revisions: z.array(
      z.strictObject({
        revision: z.number().int().min(1),
        author: z.string().optional().describe('Left out: the files of the compound'),
        change: z.enum(['seeded', 'created', 'edited', 'step', 'closed', 'reopened']),
        createdAt: time,
        entry: z.strictObject(status),
      }),
    ),
  }),
  subscriptions: z.strictObject({
    subscriptions: z.array(z.strictObject({ topic: z.string(), title: words, home, createdAt: time })),
  }),
}
