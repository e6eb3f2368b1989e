import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of taking down with. */
export interface IntakeSchemas {
  intake: z.ZodObject
  intakeSuggest: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const scored = z.strictObject({ intent: z.string(), confidence: z.number() })

const suggestion = z
  .strictObject({
    intent: z.string().nullable().describe('Null: not understood, or not surely; the clerk chooses'),
    alternatives: z.array(scored).max(3).describe('The best ones, to choose from'),
    home: z.string().optional().describe('As clerks read it'),
    contact: z.string().optional(),
    kind: z.enum(['ticket', 'work_order']),
    priority: z.enum(['emergency', 'high', 'normal']),
  })
  .meta({ id: 'IntakeSuggestion' })

const done = z
  .strictObject({
    conversationId: z.string(),
    ticketId: z.string().optional(),
    workOrder: z
      .strictObject({
        number: z.string(),
        joined: z.boolean().describe('The same fault there had its work order'),
        urge: z
          .strictObject({
            count: z.number().int(),
            last: z.strictObject({ at: z.iso.datetime(), by: z.string().optional() }).optional(),
          })
          .optional()
          .describe('The same household asked again: how often by now, and when and by whom before'),
      })
      .optional(),
  })
  .meta({ id: 'IntakeDone' })

export const intakeCalls = (schemas: IntakeSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'post',
    path: '/api/desk/intake/suggest',
    summary: 'What the words of a call are about, and the home and phone in them; nothing is stored',
    body: schemas.intakeSuggest,
    answers: { 200: suggestion },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/intake',
    summary:
      'Takes down what an owner said on the phone, at the counter or in a group, as a ticket or a work order; an emergency or a threat gets its ticket in any case',
    body: schemas.intake,
    answers: { 201: done },
    codes: ['not_found', 'conflict'],
  },
]
