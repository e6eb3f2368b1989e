import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { MOST_ATTACHMENTS } from '../bot/types.ts'
import { alertSchemas } from './alerts.ts'
import { boardSchemas } from './boardSchemas.ts'
import { callbackSchemas } from './callbacks.ts'
import { cannedSchemas } from './cannedSchemas.ts'
import { deliverySchemas } from './deliverySchemas.ts'
import { dispatchSchemas } from './dispatch.ts'
import { handOnSchemas } from './handOnSchemas.ts'
import { handoverSchemas } from './handover.ts'
import { hotlineSchemas } from './hotlineSchemas.ts'
import { householdSchemas } from './household.ts'
import { intakeSchemas } from './intakeSchemas.ts'
import { knowledgeSchemas } from './knowledgeSchemas.ts'
import { resolveSchema } from './learning.ts'
import { ledgerSchemas } from './ledger.ts'
import { noticeSchemas } from './notices.ts'
import { reportSchemas } from './reports.ts'
import { staffSchemas } from './schemasStaff.ts'
import { teamSchemas } from './teamSchemas.ts'
import { urgeSchemas } from './urgeSchemas.ts'
import { visitSchemas } from './visitSchemas.ts'

/** Characters of a clerk's message at most. */
const MAX_TEXT = 4000
const text = z.string().overwrite(cleanText).trim().min(1).max(MAX_TEXT)

const yesNo = z.enum(['0', '1', 'true', 'false'])

const ORDER_STATES = ['filed', 'accepted', 'scheduled', 'done', 'cancelled'] as const

/** What the desk's calls are checked with, and what the documentation of them is made from. */
export const deskSchemas = {
  ...alertSchemas,
  ...boardSchemas,
  ...cannedSchemas,
  ...teamSchemas,
  ...deliverySchemas,
  ...dispatchSchemas,
  ...callbackSchemas,
  ...handoverSchemas,
  ...handOnSchemas,
  ...urgeSchemas,
  ...intakeSchemas,
  ...householdSchemas,
  ...hotlineSchemas,
  ...ledgerSchemas,
  ...knowledgeSchemas,
  ...staffSchemas,
  ...reportSchemas,
  ...noticeSchemas,
  ...visitSchemas,
  resolve: resolveSchema,
  queue: z.object({
    stage: z.enum(['waiting', 'staff', 'resolved']).optional(),
    mine: yesNo.optional(),
    /** One or several, between commas; `mine`: those of the clerk who asks. */
    team: z.string().max(100).optional(),
    overdue: yesNo.optional(),
    /** Whose last word has no answer of staff. */
    unanswered: yesNo.optional(),
    /** With a note that calls the clerk who asks, at which they have not looked. */
    mentioned: yesNo.optional(),
    community: z.string().max(100).optional(),
    q: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  message: z
    .object({
      clientMessageId: z.string().min(1).max(200),
      /** May be empty where files go along. */
      text: z.string().overwrite(cleanText).trim().max(MAX_TEXT),
      /** Ids from POST …/attachments, each once. */
      attachments: z.array(z.string().min(1).max(100)).max(MOST_ATTACHMENTS).default([]),
      /** The token of the warning that a text promises something. */
      confirm: z.string().max(200).optional(),
      /** Id of a status entry or number of a work order that backs it. */
      record: z.string().min(1).max(200).optional(),
    })
    .strict()
    .refine(({ text, attachments }) => text !== '' || attachments.length > 0, { path: ['text'] })
    .refine(({ attachments }) => new Set(attachments).size === attachments.length, { path: ['attachments'] }),
  /** Those before this seq, at most 200; without it, the last ones. */
  earlierMessages: z.object({ before: z.coerce.number().int().min(1).optional() }).strict(),
  note: z.object({ text }).strict(),
  /** What is hidden: the owner's own words, their phone, or who has the home that they proved. */
  reveal: z
    .object({
      field: z.enum(['message', 'contact', 'home']),
      /** Of the message; of nothing else. */
      seq: z.number().int().min(1).optional(),
    })
    .strict()
    .refine(({ field, seq }) => (field === 'message') === (seq !== undefined), {
      path: ['seq'],
      message: 'seq belongs to a message, which needs it',
    }),
  orders: z.object({
    state: z.enum(ORDER_STATES).optional(),
    community: z.string().max(100).optional(),
    q: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  revealOrder: z.object({ conversationId: z.string().max(100).describe('Of whom it was reported') }).strict(),
  moveOrder: z
    .object({
      state: z.enum(ORDER_STATES),
      /** Time of the visit; needed for `scheduled`, and for nothing else. */
      scheduledFor: z.iso
        .datetime({ offset: true })
        .transform((time) => new Date(time).toISOString())
        .optional(),
      worker: z.string().overwrite(cleanText).trim().min(1).max(50).optional(),
      note: z.string().overwrite(cleanText).trim().min(1).max(500).optional(),
    })
    .strict()
    .refine(({ state, scheduledFor }) => (state === 'scheduled') === (scheduledFor !== undefined), {
      path: ['scheduledFor'],
      message: 'the time of the visit belongs to scheduled, which needs it',
    }),
  incidents: z.object({ community: z.string().max(100).optional(), open: z.enum(['0', '1']).optional() }),
  /** `confirm` and `record` as with a message. */
  answerIncident: z
    .object({ text, confirm: z.string().max(200).optional(), record: z.string().min(1).max(200).optional() })
    .strict(),
  homes: z.object({
    q: z.string().max(100).optional(),
    community: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  /** Without a file and its fields, which are sent as multipart/form-data: file, community, mapping, asOf. */
  imports: z.object({
    kind: z.enum(['homes', 'orders']).default('homes').describe('orders: open orders of the system before'),
    dryRun: z.enum(['0', '1', 'true', 'false']).optional(),
  }),
}
