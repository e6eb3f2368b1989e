import { z } from 'zod'

const id = z.string().min(1).max(200)
const text = z.string().max(4000)
const locale = z.enum(['zh', 'en', 'zh-TW'])
const words = z.string().max(200)

const home = z.strictObject({
  building: words.optional(),
  unit: words.optional(),
  floor: words.optional(),
  room: words.optional(),
})
const entities = z.strictObject({
  home: home.optional(),
  phone: words.optional(),
  when: words.optional(),
  place: words.optional(),
  plate: words.optional(),
})

const remembered = z.strictObject({
  misses: z.number().int().min(0),
  angry: z.number().int().min(0),
  soothed: z.boolean().optional(),
  lastIntent: words.optional(),
  said: entities,
  offered: z.array(words).max(10).optional(),
  offeredFor: z.strictObject({ text, entities }).optional(),
  justSaid: z.strictObject({ text, at: z.iso.datetime() }).optional(),
  askedHome: z.boolean().optional(),
  toldRight: z.boolean().optional(),
  toldWays: z.boolean().optional(),
})

export const question = z.strictObject({
  text,
  choice: words.optional(),
  community: id.optional(),
  locale: locale.default('zh'),
  remembered: remembered.optional().describe('As the last answer gave it'),
  follow: z
    .strictObject({ conversationId: id.optional() })
    .optional()
    .describe('Whoever asks can have the owner told of changes; with what POST …/follows answered before'),
})

const webhookId = z
  .string()
  .regex(/^[\w-]{1,100}$/)
  .describe("Of the integration; what is said goes to Botpress' webhook of this id")

export const arrival = z.strictObject({
  key: id.describe('The same for the same handoff, however often it is called'),
  webhookId,
  community: id.optional(),
  locale: locale.default('zh'),
  history: z.array(z.strictObject({ from: z.enum(['owner', 'bot']), text })).max(500),
  title: z.string().max(500).optional(),
  description: text.optional(),
  intent: words.optional(),
  owner: z.strictObject({ name: words.optional(), home: words.optional(), phone: words.optional() }).default({}),
  facts: z
    .array(z.strictObject({ label: z.string().min(1).max(50), value: z.string().max(500) }))
    .max(20)
    .optional(),
})

export const following = z.strictObject({
  key: id.describe('The same for the same conversation over there'),
  webhookId,
  community: id.optional(),
  locale: locale.default('zh'),
  topic: words,
  home: home.default({}),
})

export const unfollowed = z.strictObject({ topic: words.optional().describe('Left out: all of them') })

export const arrivedMessage = z.strictObject({
  conversationId: id,
  clientMessageId: id,
  text: z.string(),
  choice: words.optional(),
  attachments: z.array(id).max(9).default([]),
})

const choice = z.strictObject({ title: z.string(), value: z.string() })
const scored = z.strictObject({ intent: z.string(), confidence: z.number() })

export const botpressAnswers = {
  answered: z.strictObject({
    intent: z.string(),
    confidence: z.number(),
    alternatives: z.array(scored),
    outOfScope: z.boolean(),
    action: z.string(),
    replies: z.array(
      z.strictObject({
        text: z.string(),
        choices: z.array(choice).optional(),
        sources: z.array(z.looseObject({ kind: z.string() })).optional(),
      }),
    ),
    handoff: z
      .strictObject({
        reason: z.string(),
        priority: z.string(),
        team: z.string(),
        unreached: z.string().describe('What to say when nobody could be reached'),
      })
      .optional()
      .describe('A person has to take over; whoever asks starts that'),
    follow: z
      .strictObject({ topic: z.string(), home, failed: z.string() })
      .optional()
      .describe('The owner wants to be told of changes: POST …/follows, and say the replies once that is kept'),
    unfollow: z.strictObject({ topic: z.string().optional(), failed: z.string() }).optional(),
    locale,
    remembered,
  }),
  follows: z.strictObject({ conversationId: z.string() }),
  arrived: z.strictObject({ conversationId: z.string(), ticketId: z.string() }),
  message: z.strictObject({ id: z.string(), seq: z.number().int() }),
  file: z.strictObject({ attachmentId: z.string() }),
}
