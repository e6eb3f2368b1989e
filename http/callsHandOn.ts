import type { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls with that pass tickets on. */
export interface HandOnSchemas {
  transfer: z.ZodObject
  escalate: z.ZodObject
  merge: z.ZodObject
}

const staff = { tag: 'desk', access: 'session', method: 'post' } as const
const TICKET = '/api/desk/tickets/{id}'

/** @param ticket the answer: the ticket as it is then */
export const handOnCalls = (schemas: HandOnSchemas, ticket: z.ZodType): DocumentedCall[] => [
  {
    ...staff,
    path: `${TICKET}/transfer`,
    summary: 'Passes it to a colleague by name, or into the queue of a team, with a word',
    body: schemas.transfer,
    answers: { 200: ticket },
    codes: ['not_found', 'conflict'],
  },
  {
    ...staff,
    path: `${TICKET}/escalate`,
    summary: 'Takes it to the managers, urgent',
    body: schemas.escalate,
    answers: { 200: ticket },
    codes: ['not_found', 'conflict'],
  },
  {
    ...staff,
    path: `${TICKET}/merge`,
    summary: 'Takes another ticket of the same owner in: of the same conversation, or of a home that both proved',
    body: schemas.merge,
    answers: { 200: ticket },
    codes: ['not_found', 'conflict', 'not_same_owner'],
  },
]
