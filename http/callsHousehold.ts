import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the call with that shows who somebody is. */
export interface HouseholdSchemas {
  householdReveal: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const time = z.iso.datetime().describe('ISO 8601, UTC')
const home = z.strictObject({
  building: z.string().optional(),
  unit: z.string().optional(),
  floor: z.string().optional(),
  room: z.string().optional(),
})
const proven = z
  .boolean()
  .describe('A code from staff bound the conversation to this home; false: somebody only says that it is theirs')

const household = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    home,
    ownerMasked: z.string().optional(),
    phonesMasked: z.array(z.string()),
    handedOverOn: z.iso.date().optional(),
    since: time.optional().describe('When it changed hands; nothing of before is shown'),
    people: z.array(
      z.strictObject({
        conversationId: z.string(),
        channel: z.string(),
        lastActiveAt: time,
        boundAt: time.optional(),
        phoneMasked: z.string().optional(),
        proven,
      }),
    ),
    workOrders: z.array(
      z.strictObject({
        number: z.string(),
        intent: z.string(),
        matter: z.string(),
        state: z.enum(['filed', 'accepted', 'scheduled', 'done', 'cancelled']),
        createdAt: time,
        updatedAt: time,
        proven,
      }),
    ),
    tickets: z.array(
      z.strictObject({
        id: z.string(),
        matter: z.string(),
        stage: z.enum(['waiting', 'staff', 'resolved']),
        priority: z.enum(['emergency', 'high', 'normal']),
        channel: z.string(),
        assignee: z.string().optional(),
        createdAt: time,
        resolvedAt: time.optional(),
        proven,
      }),
    ),
    visits: z.array(
      z.strictObject({
        id: z.string(),
        matter: z.string(),
        number: z.string().optional(),
        ticketId: z.string().optional(),
        state: z.enum(['open', 'solved', 'not_solved', 'not_reached']),
        closedBy: z.string(),
        closedAt: time,
        askedBy: z.string().optional(),
        askedAt: time.optional(),
        satisfaction: z.number().int().optional(),
        proven,
      }),
    ),
    hotline: z
      .array(
        z.strictObject({
          id: z.string(),
          number: z.string(),
          matter: z.string(),
          state: z.enum(['open', 'answered']),
          receivedAt: time,
          deadline: time,
        }),
      )
      .describe('Of the city’s hotline, as its papers name the home'),
    urgings: z.array(z.strictObject({ number: z.string(), at: time, by: z.string().optional(), proven })),
    callbacks: z
      .array(
        z.strictObject({
          ...{ id: z.string(), ticketId: z.string(), by: z.string(), dueAt: time, matter: z.string() },
          ...{ doneAt: time.optional(), doneBy: z.string().optional(), proven },
        }),
      )
      .describe('Calls that staff promised at its tickets'),
    subscriptions: z.array(z.strictObject({ topic: z.string(), home, createdAt: time, proven })),
    notes: z.array(
      z.strictObject({ ticketId: z.string(), author: z.string(), text: z.string(), createdAt: time, proven }),
    ),
  })
  .meta({ id: 'Household' })

export const householdCalls = (schemas: HouseholdSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/homes/{id}/household',
    summary: 'The people and the history of one home; what somebody only says is theirs is marked as not proven',
    answers: { 200: household },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/homes/{id}/reveal',
    summary: 'Owner and phones on file, or the number that one of its people gave; the audit keeps who looked',
    body: schemas.householdReveal,
    answers: { 200: z.strictObject({ owner: z.string().optional(), phones: z.array(z.string()) }) },
  },
]
