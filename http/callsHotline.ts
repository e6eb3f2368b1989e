import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of the city's hotline with. */
export interface HotlineSchemas {
  hotlines: z.ZodObject
  newHotline: z.ZodObject
  hotlineChanges: z.ZodObject
  hotlineAnswer: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const time = z.iso.datetime().describe('ISO 8601, UTC')
const HOTLINE = '/api/desk/hotline'

const order = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    number: z.string().describe('As the paper has it'),
    receivedAt: time,
    deadline: time.describe('From the paper'),
    workingDays: z.number().int().optional().describe('So many the paper gives, where it gives no date'),
    sure: z.boolean().describe('False: the compound’s calendar lacks holidays of a year that was counted in'),
    overdue: z.boolean().describe('Not answered by the deadline'),
    wanted: z.string(),
    intent: z.string().optional(),
    home: z.string().optional(),
    ticketId: z.string().optional(),
    workOrder: z.string().optional().describe('Number'),
    state: z.enum(['open', 'answered']),
    takenBy: z.string(),
    createdAt: time,
    answer: z.strictObject({ text: z.string(), by: z.string(), at: time }).optional(),
  })
  .meta({ id: 'HotlineOrder' })

const opened = order.extend({
  draft: z
    .strictObject({ zh: z.string(), en: z.string() })
    .optional()
    .describe('An answer put together from the record, as long as there is none'),
})

export const hotlineCalls = (schemas: HotlineSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: HOTLINE,
    summary: 'Orders of the city’s hotline 12345: open ones by deadline, then answered ones; 50 a page',
    query: schemas.hotlines,
    answers: { 200: z.strictObject({ orders: z.array(order), total: z.number().int() }) },
  },
  {
    ...staff,
    method: 'post',
    path: HOTLINE,
    summary:
      'Takes one down from the paper, with a ticket, a work order or by itself; a deadline in working days is counted by the compound’s calendar',
    body: schemas.newHotline,
    answers: { 201: order },
    codes: ['not_found', 'conflict'],
  },
  {
    ...staff,
    method: 'get',
    path: `${HOTLINE}/{id}`,
    summary: 'One with the draft of an answer from the record',
    answers: { 200: opened },
  },
  {
    ...staff,
    method: 'patch',
    path: `${HOTLINE}/{id}`,
    summary: 'Mends what was taken down, as long as it is not answered',
    body: schemas.hotlineChanges,
    answers: { 200: opened },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: `${HOTLINE}/{id}/answer`,
    summary: 'The answer that goes to the hotline, checked for promises like any words of staff; once',
    body: schemas.hotlineAnswer,
    answers: { 200: order },
    codes: ['conflict', 'promise'],
  },
]
