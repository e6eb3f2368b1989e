import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of call-backs and hand-overs with. */
export interface DaySchemas {
  owed: z.ZodObject
  newCallback: z.ZodObject
  callbackDone: z.ZodObject
  handovers: z.ZodObject
  handoverDraft: z.ZodObject
  newHandover: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const time = z.iso.datetime().describe('ISO 8601, UTC')
const priority = z.enum(['emergency', 'high', 'normal'])

const callback = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    ticketId: z.string(),
    by: z.string().describe('Whose promise it is'),
    dueAt: time,
    matter: z.string(),
    createdAt: time,
    doneAt: time.optional(),
    doneBy: z.string().optional(),
    doneWord: z.string().optional().describe('What came of it'),
  })
  .meta({ id: 'Callback' })

const owed = callback.extend({
  summary: z.string(),
  home: z.string().optional(),
  assignee: z.string().optional().describe('Who holds the ticket'),
})

const ticket = z.strictObject({
  ticketId: z.string(),
  matter: z.string(),
  priority,
  assignee: z.string().optional(),
  dueAt: time,
})

const summary = z
  .strictObject({
    held: z.array(ticket),
    emergencies: z.array(ticket),
    callbacks: z.array(z.strictObject({ id: z.string(), ticketId: z.string(), by: z.string(), dueAt: time })),
    stale: z.array(z.strictObject({ entryId: z.string(), topic: z.string(), asOf: time })),
  })
  .meta({ id: 'HandoverSummary' })

const handover = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    by: z.string(),
    note: z.string(),
    summary,
    createdAt: time,
    signedBy: z.string().optional(),
    signedAt: time.optional(),
  })
  .meta({ id: 'Handover' })

export const callbackCalls = (schemas: DaySchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/tickets/{id}/callbacks',
    summary: 'Calls that were promised with this ticket, the last one first',
    answers: { 200: z.strictObject({ callbacks: z.array(callback) }) },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/tickets/{id}/callbacks',
    summary: 'The clerk has told the owner that somebody rings back by then: a promise of staff, on record',
    body: schemas.newCallback,
    answers: { 201: callback },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/callbacks',
    summary: 'Calls that are owed, the longest overdue first',
    query: schemas.owed,
    answers: { 200: z.strictObject({ callbacks: z.array(owed) }) },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/callbacks/{id}/done',
    summary: 'It was kept; the first who says so stays named',
    body: schemas.callbackDone,
    answers: { 200: callback },
  },
]

export const handoverCalls = (schemas: DaySchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/handovers',
    summary: 'What shifts left to the next, newest first; 20 a page',
    query: schemas.handovers,
    answers: { 200: z.strictObject({ handovers: z.array(handover), total: z.number().int() }) },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/handovers/draft',
    summary: 'What would be handed over now: tickets held, emergencies, calls owed, entries that are out of date',
    query: schemas.handoverDraft,
    answers: { 200: summary },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/handovers',
    summary: 'Hands the shift over as it stands, with a note; nobody changes it afterwards',
    body: schemas.newHandover,
    answers: { 201: handover },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/handovers/{id}/sign',
    summary: 'Who comes signs, once; 409 to who wrote it, and when somebody has signed',
    answers: { 200: handover },
    codes: ['conflict'],
  },
]
