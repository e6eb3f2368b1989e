import type { z } from 'zod'
import { orderAnswers } from './answersWorkOrders.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of urging with. */
export interface UrgeSchemas {
  urgeOrder: z.ZodObject
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
]
