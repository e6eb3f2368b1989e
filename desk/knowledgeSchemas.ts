import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { answerWithin, holidays, span, openSpans as spans, workdays } from './settingsSchemas.ts'

/** Characters of a whole knowledge file, and of one text in it, at most; under what a request may carry. */
const MAX_FILE = 60_000
const MAX_TEXT = 4000
const MAX_LINE = 500
const text = z.string().overwrite(cleanText).trim()
const words = z.object({ zh: text.min(1).max(MAX_TEXT), en: text.min(1).max(MAX_TEXT) }).strict()
const line = text.min(1).max(MAX_LINE)
const lists = z.object({ zh: z.array(line).max(500), en: z.array(line).max(500) }).strict()
const community = z.string().min(1).max(100)
const intent = z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/)
const note = text.max(MAX_LINE)
const fields = z
  .object({
    title: words,
    answer: words,
    nextStep: words,
    staffCan: lists,
    staffCannot: lists,
    examples: lists,
    tests: lists,
  })
  .partial()
  .strict()

const draftWords = {
  fields: fields.optional(),
  content: z.string().overwrite(cleanText).max(MAX_FILE).optional().describe('The whole file; fields are put into it'),
  note: note.optional(),
}

/** What the calls of knowledge and settings are checked with. */
export const knowledgeSchemas = {
  knowledgeOf: z.object({ community: community.optional() }).strict(),
  newDraft: z.object({ intent, community: community.optional(), ...draftWords }).strict(),
  editDraft: z.object({ version: z.number().int().min(1).describe('The one that is changed'), ...draftWords }).strict(),
  suggest: z.object({ texts: z.array(line).min(1).max(50), note: note.optional() }).strict(),
  tryOut: z.object({ text: line }).strict(),
  settings: z
    .object({
      hours: z
        .object({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans })
        .partial()
        .strict(),
      holidays: holidays.describe('The whole list: closed, whatever the weekday'),
      workdays: workdays.describe('The whole list: worked, though a weekend'),
      quietHours: span,
      precision: z.number().min(0.5).max(1),
      answerWithinMinutes: answerWithin,
      facts: z.record(
        z.string().max(60),
        z
          .object({ zh: text.max(MAX_LINE), en: text.max(MAX_LINE) })
          .strict()
          .describe('Both empty: not on file'),
      ),
      starters: z
        .array(intent)
        .length(6)
        .refine((list) => new Set(list).size === list.length, 'one stands there twice'),
      returnVisitHours: z.number().positive().max(720).describe('After the end, when somebody else asks how it went'),
    })
    .partial()
    .strict(),
  settingsBack: z.object({ revision: z.string().min(1).max(100) }).strict(),
  launch: z
    .object({ mode: z.enum(['shadow', 'topics', 'all']), topics: z.array(intent).max(300).default([]) })
    .strict()
    .refine(({ mode, topics }) => mode !== 'topics' || topics.length > 0, {
      path: ['topics'],
      message: 'which topics',
    }),
}
