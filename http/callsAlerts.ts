import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the call of alerts with. */
export interface AlertSchemas {
  alerts: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const

const alert = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    kind: z.enum(['homes', 'blockade', 'hotline', 'callbacks']),
    matter: z.string().describe('Intent, or number of the hotline’s order; empty with a blockade'),
    day: z.iso.date().describe('In the compound’s time zone'),
    homes: z.number().int().describe('Homes that reported it so far, or calls that are owed; 0 with another kind'),
    createdAt: z.iso.datetime(),
    seenBy: z.string().optional().describe('The manager who has taken note'),
    seenAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Alert' })

export const alertCalls = (schemas: AlertSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/alerts',
    summary:
      'What the manager has to know of: three homes and more with one matter within a day, somebody who spoke of blocking the gate, an order of the city’s hotline past its deadline, promised calls that were not made; once a day and matter',
    query: schemas.alerts,
    answers: { 200: z.strictObject({ alerts: z.array(alert) }) },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/alerts/{id}/seen',
    summary: 'A manager takes note; the first one stays named',
    answers: { 200: alert },
    codes: ['forbidden'],
  },
]
