import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of return visits with. */
export interface VisitSchemas {
  visits: z.ZodObject
  visitFigures: z.ZodObject
  visitResult: z.ZodObject
  visitReveal: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const time = z.iso.datetime().describe('ISO 8601, UTC')
const result = z.enum(['solved', 'not_solved', 'not_reached'])
const count = z.number().int().min(0)

/** Of one that was ended, as the desk shows it. */
export const visit = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    number: z.string().optional().describe('Of the work order that was done'),
    ticketId: z.string().optional().describe('The ticket that was resolved'),
    matter: z.string().describe('In the owner’s words, insults and numbers hidden'),
    intent: z.string().optional(),
    home: z.string().optional().describe('As it was said'),
    contactMasked: z.array(z.string()),
    closedBy: z.string().describe('Who ended it and is not to ask'),
    closedAt: time,
    dueAt: time.describe('By the hours that the compound sets'),
    own: z.boolean().describe('The one who asks has ended it, so that somebody else calls'),
    state: z.enum(['open', 'solved', 'not_solved', 'not_reached', 'moot']),
    calls: z.array(
      z.strictObject({
        at: time,
        by: z.string(),
        result,
        satisfaction: z.number().int().min(1).max(5).optional(),
        note: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Visit' })

const figures = z
  .strictObject({
    n: count.describe('Owners who were reached'),
    solved: count,
    notSolved: count,
    notReached: count.describe('Given up after three tries'),
    satisfaction: z.strictObject({ n: count, average: z.number().optional() }),
  })
  .meta({ id: 'VisitFigures' })

export const visitCalls = (schemas: VisitSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/visits',
    summary:
      'Work orders that were done and tickets that a person resolved, to be asked about once the compound’s hours are over; 50 a page',
    query: schemas.visits,
    answers: { 200: z.strictObject({ visits: z.array(visit), total: count }) },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/visits/figures',
    summary: 'How many were reached, for how many it was solved, how content they were',
    query: schemas.visitFigures,
    answers: { 200: figures },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/visits/{id}/result',
    summary:
      'What came of asking; unsolved, the work order or ticket is open again with its history and the owner is told. Refused to whoever ended it',
    body: schemas.visitResult,
    answers: { 200: visit },
    codes: ['same_person', 'conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/visits/{id}/reveal',
    summary: 'The phones to call; the audit keeps who looked',
    body: schemas.visitReveal,
    answers: { 200: z.strictObject({ contact: z.array(z.string()) }) },
  },
]
