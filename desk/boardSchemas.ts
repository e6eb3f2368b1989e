import { z } from 'zod'
import { cleanText } from '../bot/check.ts'

const MAX_WORDS = 500
const MAX_LOG = 200
const text = z.string().overwrite(cleanText).trim().min(1).max(MAX_WORDS)
/** Chinese is required; an English reader gets it too where there is no English. */
const words = z
  .union([text.describe('Chinese'), z.object({ zh: text, en: text.optional() }).strict()])
  .transform((given) =>
    typeof given === 'string' ? { zh: given, en: given } : { zh: given.zh, en: given.en ?? given.zh },
  )
const part = z.string().trim().min(1).max(20)
const scope = z
  .object({ building: part, unit: part, floor: part, room: part })
  .partial()
  .strict()
  .refine((home) => home.building !== undefined || Object.keys(home).length === 0, 'a part of which building')
  .describe('Empty: the whole compound')
const step = z
  .object({
    text: words,
    day: z.iso.date().optional().describe('In the compound; left out: today'),
    by: words.optional().describe('Left out: the clerk'),
    source: words.optional(),
    urging: z.boolean().optional().describe('It counts as urging whoever has to act; left out: as its words have it'),
  })
  .strict()

/** As with a message: what lets a text out that promises something. */
export const vouching = {
  confirm: z.string().max(200).optional().describe('The token of the warning that a text promises something'),
  record: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Id of another status entry or number of a work order that backs it'),
}

const fields = {
  ...vouching,
  scope: scope.optional(),
  blockedBy: words.nullable().optional(),
  nextActor: words.nullable().optional(),
  announced: z
    .object({ text: words, source: words })
    .strict()
    .nullable()
    .optional()
    .describe('A date or promise of somebody else; never without its source'),
  log: z.array(step).max(MAX_LOG).optional(),
  asOf: z.iso.datetime({ offset: true }).optional().describe('Left out: now'),
  staleAfterHours: z.number().positive().max(10_000).optional(),
  source: words.optional().describe('Left out: the clerk'),
}

/** What the calls of the status board are checked with. */
export const boardSchemas = {
  board: z.object({ community: z.string().max(100).optional() }).strict(),
  newEntry: z
    .object({ community: z.string().max(100).optional(), topic: z.string().min(1).max(50), state: words, ...fields })
    .strict(),
  entryChanges: z
    .object({
      revision: z.number().int().min(1).describe('The one that is changed'),
      state: words.optional(),
      ...fields,
      closed: z.boolean().optional(),
    })
    .strict(),
  step: step.extend({ ...vouching, tellSubscribers: z.boolean().default(false) }).strict(),
}
