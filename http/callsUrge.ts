import type { z } from 'zod'
import { boardAnswers } from './answersBoard.ts'
import { orderAnswers } from './answersWorkOrders.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of urging with. */
export interface UrgeSchemas {
  urgeOrder: z.ZodObject
  urging: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const

export const urgeCalls = (schemas: UrgeSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'post',
    path: '/api/desk/work-orders/{id}/urge',
    summary: 'An owner asked again about it, on the phone or at the counter: a line in its history, counted',
    body: schemas.urgeOrder,
    answers: { 200: orderAnswers.workOrder },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/status-board/{id}/urgings',
    summary:
      'A gas company, developer or whoever has to act was urged: a line of the log that owners read, with how, what they answered and who urged. With a photo, for staff, as multipart/form-data: file beside the same fields',
    body: schemas.urging,
    answers: { 201: boardAnswers.entry },
    codes: ['conflict', 'promise', 'bad_input'],
  },
]
