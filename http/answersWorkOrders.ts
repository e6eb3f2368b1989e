import { z } from 'zod'
import { attachment } from './answersAttachments.ts'
import { vouched } from './answersBoard.ts'

/* Of work orders and incidents. */

const time = z.iso.datetime().describe('ISO 8601, UTC')
const orderState = z.enum(['filed', 'accepted', 'scheduled', 'done', 'cancelled'])
const slots = z.record(z.string(), z.string())
const orderLine = {
  at: time,
  kind: z.enum([
    'filed',
    'moved',
    'urged',
    'joined',
    'reopened',
    'withdrawn',
    'rated',
    'dispatched',
    'recalled',
    'taken',
    'arrived',
    'photo',
  ]),
  state: orderState,
  by: z.string().optional().describe('Name of the member of staff or repairer; left out where it was an owner'),
  scheduledFor: time.optional(),
  worker: z.string().optional(),
}
const ownOrder = {
  number: z.string(),
  intent: z.string(),
  slots,
  state: orderState,
  scheduledFor: time.optional().describe('Time of the visit as staff entered it'),
  worker: z.string().optional(),
  continues: z.string().optional().describe('Number of the earlier one that did not hold'),
  lines: z.array(z.strictObject(orderLine)),
  createdAt: time,
  updatedAt: time,
}
const workOrder = z
  .strictObject({
    ...ownOrder,
    id: z.string(),
    conversationId: z.string(),
    community: z.string(),
    attachments: z.array(attachment).optional().describe('Photos and papers of everybody who reported it'),
    followers: z.number().int().describe('Conversations that reported it and are told of it'),
    lines: z.array(z.strictObject({ ...orderLine, note: z.string().optional(), file: attachment.optional() })),
  })
  .meta({ id: 'WorkOrder' })
const incident = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    topic: z.string(),
    building: z.string().describe('Empty: the whole compound'),
    state: z.enum(['open', 'answered', 'closed']),
    openedAt: time,
    updatedAt: time,
    askers: z.number().int().describe('Conversations that asked'),
    answer: z.strictObject({ text: z.string(), by: z.string(), at: time, vouched: vouched.optional() }).optional(),
    closedAt: time.optional(),
  })
  .meta({ id: 'Incident' })

export const orderAnswers = {
  ownOrders: z.strictObject({
    workOrders: z.array(z.strictObject({ ...ownOrder, title: z.strictObject({ zh: z.string(), en: z.string() }) })),
  }),
  workOrders: z.strictObject({ workOrders: z.array(workOrder), total: z.number().int() }),
  workOrder: workOrder.extend({
    moves: z.array(orderState).describe('Where it can go from here'),
    ratings: z
      .array(z.strictObject({ conversationId: z.string(), score: z.number().int(), at: time }))
      .describe('1 to 5, the last one first'),
    reports: z
      .array(z.strictObject({ conversationId: z.string(), slots, since: time }))
      .describe('What each owner who reported it said'),
  }),
  reportRevealed: z.strictObject({ slots }),
  incidents: z.strictObject({ incidents: z.array(incident) }),
  incident,
  incidentAnswered: z.strictObject({ incident, told: z.number().int().describe('Conversations that got it now') }),
}
