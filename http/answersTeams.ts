import { z } from 'zod'
import { TEAMS } from '../bot/types.ts'

const team = z.enum(TEAMS)

const colleague = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum(['admin', 'manager', 'staff']),
    teams: z.array(team),
    holds: z.number().int().describe('Open tickets in hand'),
    here: z.boolean().describe('The desk is open in front of them now'),
  })
  .meta({ id: 'Colleague' })

const canned = z
  .strictObject({
    id: z.string(),
    community: z.string().describe('Empty: of all compounds'),
    shortcut: z.string().describe('What is typed after / to find it'),
    text: z.string().describe('{name}, {home}, {order} and {clerk} stand for facts of the ticket'),
    author: z.string(),
    updatedAt: z.iso.datetime().describe('ISO 8601, UTC'),
  })
  .meta({ id: 'CannedReply' })

export const teamAnswers = {
  teams: z.strictObject({ teams: z.array(team), colleagues: z.array(colleague) }),
  canned,
  cannedList: z.strictObject({ canned: z.array(canned) }),
}
