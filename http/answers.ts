import { z } from 'zod'
import { attachment } from './answersAttachments.ts'
import { messageDelivery } from './answersDeliveries.ts'
import { staffAnswers } from './answersStaff.ts'

/* What the calls answer with, for the documentation; a test holds real answers against it. */

const time = z.iso.datetime().describe('ISO 8601, UTC')
const choice = z.strictObject({ title: z.string(), value: z.string() })
const scored = z.strictObject({ intent: z.string(), confidence: z.number().min(0).max(1) })
const phone = z.strictObject({ label: z.string(), number: z.string() })
const stage = z.enum(['bot', 'waiting', 'staff', 'closed'])
const ticketStage = z.enum(['waiting', 'staff', 'resolved'])
const priority = z.enum(['emergency', 'high', 'normal'])
const reason = z.enum([
  'asked',
  'not_understood',
  'out_of_scope',
  'human_intent',
  'stale_status',
  'emergency',
  'anger',
  'promise',
  'error',
])

const message = z
  .strictObject({
    id: z.string(),
    seq: z.number().int().min(1).describe('1, 2, 3… in each conversation, without gaps'),
    conversationId: z.string(),
    from: z.enum(['owner', 'bot', 'staff', 'system']),
    author: z.string().optional(),
    text: z.string(),
    choices: z.array(choice).optional().describe('Buttons: sent back as {text: title, choice: value}'),
    attachments: z.array(attachment).optional(),
    intent: z.string().optional(),
    action: z.string().optional().describe('What the bot did, such as answer, status, handoff'),
    card: z
      .looseObject({ kind: z.enum(['status', 'responsibility', 'work_order', 'emergency']) })
      .optional()
      .describe('What a page may draw beside the text, which says the same'),
    sources: z
      .array(
        z.looseObject({ kind: z.enum(['knowledge', 'status', 'work_order', 'bill', 'rule', 'incident', 'community']) }),
      )
      .optional()
      .describe('Where the answer comes from'),
    delivery: z.enum(['pending', 'sent', 'failed', 'unknown']).optional(),
    masked: z.boolean().optional().describe('At the desk: insults are hidden in the text'),
    createdAt: time,
  })
  .meta({ id: 'Message' })

const state = z
  .strictObject({
    stage,
    queuePosition: z.number().int().min(1).optional(),
    expectedWaitMinutes: z.number().int().min(1).optional(),
    staff: z.string().optional().describe('Who holds it, while staff do'),
    open: z.boolean(),
    opensAt: time.optional(),
  })
  .meta({ id: 'State' })

const ticketCommon = {
  id: z.string(),
  stage: ticketStage,
  priority,
  reason,
  team: z.string(),
  assignee: z.string().optional().describe('Name of the member of staff who holds it'),
  createdAt: time,
  dueAt: time.describe('Missed means overdue'),
  waitingSince: time.optional().describe('Since when the owner waits for a word of staff'),
  mergedInto: z.string().optional().describe('The ticket that took this one in'),
  resolvedAt: time.optional(),
  conversationId: z.string(),
  community: z.string(),
}

const ticketRow = z
  .strictObject({
    ...ticketCommon,
    summary: z.string(),
    mood: z.enum(['calm', 'worried', 'angry', 'abusive']),
    channel: z.string(),
    home: z.string().optional(),
    lastAskedAt: time.optional().describe('The newest message that none of staff answered'),
    mentioned: z.boolean().optional().describe('A note calls whoever asks, who has not looked since'),
  })
  .meta({ id: 'TicketRow' })

const note = z
  .strictObject({
    id: z.string(),
    author: z.string(),
    text: z.string(),
    createdAt: time,
    mentions: z.array(z.string()).optional().describe('Names of the colleagues that it calls'),
  })
  .meta({ id: 'Note' })

const home = z.strictObject({
  building: z.string().optional(),
  unit: z.string().optional(),
  floor: z.string().optional(),
  room: z.string().optional(),
})

const relatedTicket = z.strictObject({
  id: z.string(),
  stage: ticketStage,
  createdAt: time,
  resolvedAt: time.optional(),
  summary: z.string(),
  conversationId: z.string(),
  channel: z.string(),
  assignee: z.string().optional(),
  mergedInto: z.string().optional().describe('The ticket that took it in'),
})

const context = z
  .looseObject({
    summary: z.string(),
    reason,
    intent: z.string().nullable(),
    alternatives: z.array(scored),
    slots: z.record(z.string(), z.string()),
    owner: z.strictObject({
      name: z.string().optional(),
      home: z.string().optional(),
      verified: z.boolean(),
      phoneMasked: z.string().optional(),
    }),
    homeOnFile: z
      .strictObject({ id: z.string(), home, ownerMasked: z.string().optional(), phonesMasked: z.array(z.string()) })
      .optional()
      .describe('Whose home it is that the owner proved by a code'),
    mood: z.enum(['calm', 'worried', 'angry', 'abusive']),
    urgency: z.enum(['low', 'normal', 'high', 'emergency']),
    language: z.string(),
    channel: z.string(),
    transcript: z.array(message),
    classifications: z.array(scored.extend({ seq: z.number().int(), alternatives: z.array(scored) })),
    ratings: z
      .array(z.strictObject({ score: z.number().int(), comment: z.string().optional(), at: time }))
      .optional()
      .describe('What the owner gave the conversation, 1 to 5, the last one first'),
    earlier: z
      .array(relatedTicket)
      .describe('Other tickets of this conversation, and of others that proved the same home; the newest first'),
    deliveries: z.array(messageDelivery).optional().describe('Messages that are not with the owner'),
    notPromised: z.array(z.string()).describe('What the owner asked to be promised and was not'),
    suggestions: z.array(z.strictObject({ text: z.string(), source: z.string() })),
  })
  .describe('Everything that the one who takes over needs, so that nobody has to tell it twice')

const ticket = z.strictObject({ ...ticketCommon, context, notes: z.array(note) }).meta({ id: 'Ticket' })

const accountRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  home,
  owner: z.string().optional(),
  phonesMasked: z.array(z.string()),
  handedOverOn: z.iso.date().optional(),
  owedFen: z.number().int().describe('1/100 yuan; less than nothing where more was paid'),
})
const bill = z.strictObject({
  item: z.string(),
  period: z.string(),
  amountFen: z.number().int(),
  paidFen: z.number().int(),
  dueOn: z.iso.date().optional(),
  source: z.string(),
  asOf: time,
})
const importedOrder = z.strictObject({
  number: z.string().describe('Of the system that the company had before'),
  community: z.string(),
  home: home.optional(),
  place: z.string().optional(),
  category: z.string().optional(),
  what: z.string().optional(),
  state: z.enum(['filed', 'accepted', 'scheduled', 'done', 'cancelled']),
  stateWords: z.string().describe('As that system says it'),
  openedOn: z.iso.date(),
  done: z.string().optional().describe('What was done so far'),
  worker: z.string().optional(),
  source: z.string().describe('Name of the file'),
  asOf: time,
})
const words = z.strictObject({ zh: z.string(), en: z.string() })
const counts = z.strictObject({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })

export const answers = {
  verified: z.strictObject({ verified: z.literal(true), home }),
  homes: z.strictObject({ homes: z.array(accountRow), total: z.number().int() }),
  home: accountRow.extend({ bills: z.array(bill), orders: z.array(importedOrder) }),
  homeCode: z.strictObject({ code: z.string().length(8), expiresAt: time }),
  imported: z.strictObject({
    dryRun: z.boolean(),
    rows: z.number().int(),
    columns: z.record(z.string(), z.array(z.string())).describe('Which headers were taken for which field'),
    ignored: z.array(z.string()).describe('Headers that were not understood'),
    errors: z.array(z.strictObject({ row: z.number().int(), column: z.string(), wrong: words, right: words })),
    errorCount: z.number().int(),
    homes: counts.optional().describe('Of an import of homes'),
    bills: counts.optional(),
    orders: counts.optional().describe('Of an import of orders'),
    unbound: z.number().int().optional().describe('Conversations that lost their home, since it changed hands'),
  }),
  conversation: z.strictObject({ conversationId: z.string(), token: z.string() }),
  shown: z.strictObject({ state, community: z.string(), locale: z.string(), verified: z.boolean() }),
  said: z.strictObject({ message, replies: z.array(message), state }),
  messages: z.strictObject({ messages: z.array(message) }),
  streamTicket: z.strictObject({ ticket: z.string() }),
  community: z.strictObject({
    id: z.string(),
    name: z.string(),
    hours: z.string(),
    open: z.boolean(),
    opensAt: time.optional(),
    phones: z.array(phone),
    starters: z.array(choice),
  }),
  session: staffAnswers.session,
  intents: z.strictObject({
    intents: z.array(z.strictObject({ id: z.string(), title: z.strictObject({ zh: z.string(), en: z.string() }) })),
  }),
  queue: z.strictObject({ tickets: z.array(ticketRow), total: z.number().int() }),
  ticket,
  reply: z.strictObject({ message }),
  note,
  revealed: z.strictObject({
    seq: z.number().int().optional().describe('Of the message'),
    text: z.string(),
    name: z.string().optional().describe('Of a home: its owner, as the company has them on file'),
    phones: z.array(z.string()).optional().describe('Of a home: theirs'),
  }),
  alive: z.strictObject({ status: z.literal('ok') }),
  ready: z.strictObject({
    status: z.string(),
    missing: z.string().optional(),
    degraded: z.enum(['away', 'evicting']).optional(),
  }),
}
