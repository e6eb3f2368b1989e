import { z } from 'zod'

/* What the calls of knowledge and settings answer with. */

const time = z.iso.datetime().describe('ISO 8601, UTC')
const words = z.strictObject({ zh: z.string(), en: z.string() })
const lists = z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) })
const count = z.number().int().min(0)
const state = z.enum(['draft', 'published', 'replaced', 'rolled_back', 'discarded'])
const kind = z.enum(['faq', 'status', 'action', 'emergency', 'human', 'smalltalk'])

const fields = z
  .strictObject({
    title: words,
    answer: words,
    nextStep: words,
    staffCan: lists,
    staffCannot: lists,
    examples: lists,
    tests: lists,
  })
  .partial()

const testLine = z.strictObject({ text: z.string(), want: z.string(), got: z.string() })
const counts = { tests: count, before: count, after: count }
const comparison = z.strictObject({
  ...counts,
  added: z.strictObject(counts).describe('Tests that the draft brings'),
  own: z.strictObject(counts).describe('Tests of its own intent'),
  lost: z.array(testLine).describe('Right as it is, wrong with the draft'),
  won: z.array(testLine),
  fell: z.boolean().describe('Must not be published'),
})
const verdict = z.strictObject({
  findings: z.array(z.strictObject({ where: z.string(), what: z.string(), zh: z.string() })),
  comparison: comparison.optional(),
  knowledgeVersion: count,
})
const own = {
  id: z.string(),
  path: z.string(),
  state,
  version: z.number().int().min(1),
  author: z.string(),
  note: z.string().optional(),
  ticketId: z.string().optional(),
  verdict: verdict.optional(),
  publishedBy: z.string().optional(),
  publishedAt: time.optional(),
  createdAt: time,
  updatedAt: time,
}
const revision = z
  .strictObject({
    ...own,
    content: z.string(),
    before: z.string().optional(),
    intent: z.string(),
    community: z.string().optional(),
    fields: fields.optional().describe('Left out where the file cannot be read'),
  })
  .meta({ id: 'KnowledgeRevision' })

export const knowledgeAnswers = {
  overview: z.strictObject({
    version: count,
    entries: z.array(
      z.strictObject({
        intent: z.string(),
        kind,
        title: words,
        team: z.string(),
        overrides: z.array(z.string()).describe('Compounds with words of their own'),
        examples: count,
        tests: count,
        revision: z.string(),
        source: z.enum(['desk', 'file']),
      }),
    ),
    drafts: z.array(revision),
  }),
  entry: z.strictObject({
    intent: z.string(),
    kind,
    title: words,
    facts: z.record(z.string(), words).describe('What placeholders are filled with'),
    common: fields,
    community: z.string().optional(),
    content: z.string().optional(),
    fields: fields.optional(),
    revisions: z.array(revision),
  }),
  revision,
  messages: z.strictObject({
    looked: count,
    moved: z.array(z.strictObject({ text: z.string(), at: time, was: z.string(), becomes: z.string() })),
  }),
  tried: z.strictObject({
    intent: z.string(),
    confidence: z.number(),
    alternatives: z.array(z.strictObject({ intent: z.string(), confidence: z.number() })),
    outOfScope: z.boolean(),
    certainty: z.enum(['sure', 'close', 'lost']),
  }),
  settings: z.strictObject({
    community: z.string(),
    hours: z.record(z.string(), z.array(z.string())),
    holidays: z.array(z.strictObject({ from: z.string(), to: z.string(), name: words })),
    workdays: z.array(z.strictObject({ day: z.string(), hours: z.array(z.string()) })),
    quietHours: z.string(),
    precision: z.number(),
    answerWithinMinutes: z.strictObject({ emergency: z.number(), high: z.number(), normal: z.number() }),
    facts: z.array(z.strictObject({ key: z.string(), name: words, value: words.optional() })),
    starters: z.array(z.string()),
    returnVisitHours: z.number().describe('After the end, when somebody else asks how it went'),
    answers: z.strictObject({ mode: z.enum(['all', 'topics', 'shadow']), topics: z.array(z.string()) }),
    revisions: z.array(z.strictObject(own)),
  }),
}
