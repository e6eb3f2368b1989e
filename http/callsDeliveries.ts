import type { z } from 'zod'
import { deliveryAnswers } from './answersDeliveries.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of undelivered messages with. */
export interface DeliverySchemas {
  deliveries: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const

export const deliveryCalls = (schemas: DeliverySchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/deliveries',
    summary: 'Messages that owners surely or perhaps did not get, the newest first; 50 a page',
    query: schemas.deliveries,
    answers: { 200: deliveryAnswers.list },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/deliveries/{id}/retry',
    summary: 'Sends one of them again; one that may have arrived is then perhaps there twice',
    answers: { 204: 'empty' },
    codes: ['conflict'],
  },
]
