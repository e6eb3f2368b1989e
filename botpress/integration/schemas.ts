import { z } from 'zod'

/** Version of the HITL interface that this is. */
export const HITL = '2.1.0'

const words = z.string().max(200)
const id = z.string().min(1).max(200)

/** What the bot's owner fills in when they install the integration. */
export const configuration = z.object({
  secret: z.string(),
  /** Compound that its owners live in; left out: Qiao's first. */
  community: words.optional(),
  locale: z.enum(['zh', 'en', 'zh-TW']).default('zh'),
})

/** Our fields of the session: what the bot knows, so that nobody has to ask again. */
export const hitlSession = z.object({
  /** The same for the same handoff, however often it is called. */
  idempotencyKey: id.optional(),
  community: words.optional(),
  locale: z.enum(['zh', 'en', 'zh-TW']).optional(),
  home: words.optional(),
  phone: words.optional(),
  intent: words.optional(),
  facts: z
    .array(z.object({ label: z.string().min(1).max(50), value: z.string().max(500) }))
    .max(20)
    .optional(),
})

export const createUser = z.object({
  name: words,
  pictureUrl: z.string().max(2000).optional(),
  email: words.optional(),
})

const source = z.union([
  z.object({ type: z.literal('user'), userId: z.string().optional() }),
  z.object({ type: z.literal('bot') }),
])

export const startHitl = z.object({
  userId: id,
  title: z.string().max(500).optional(),
  description: z.string().max(4000).optional(),
  hitlSession: hitlSession.optional(),
  messageHistory: z
    .array(z.object({ source, type: z.string(), payload: z.record(z.string(), z.unknown()) }))
    .default([]),
})

export const stopHitl = z.object({ conversationId: id })

const home = z.object({
  building: words.optional(),
  unit: words.optional(),
  floor: words.optional(),
  room: words.optional(),
})

export const follow = z.object({
  /** Of the owner and the bot. */
  conversationId: id,
  topic: words,
  home: home.default({}),
  community: words.optional(),
  locale: z.enum(['zh', 'en', 'zh-TW']).optional(),
})

/** `conversationId`: as `follow` gave it. */
export const unfollow = z.object({ conversationId: id, topic: words.optional() })

/** What Qiao tells; signed. */
export const push = z.object({
  id,
  conversationId: id,
  seq: z.number(),
  from: z.enum(['bot', 'staff', 'system']),
  author: words.optional(),
  text: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
  files: z.array(z.object({ id, name: z.string(), type: z.string(), size: z.number() })).default([]),
  assigned: words.optional(),
  stopped: z.boolean(),
})

export type HistoryLine = z.infer<typeof startHitl>['messageHistory'][number]
