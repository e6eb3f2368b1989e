import type { z } from 'zod'
import { teamAnswers } from './answersTeams.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of teams and canned replies with. */
export interface TeamSchemas {
  teams: z.ZodObject
  memberTeams: z.ZodObject
  canned: z.ZodObject
  newCanned: z.ZodObject
  changedCanned: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const CANNED = '/api/desk/canned'

export const teamCalls = (schemas: TeamSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/teams',
    summary: 'Colleagues with their teams, what they hold, and who is at the desk now',
    query: schemas.teams,
    answers: { 200: teamAnswers.teams },
  },
  {
    ...staff,
    method: 'patch',
    path: '/api/desk/teams/{id}',
    summary: 'The teams of a colleague, instead of those before; for managers',
    body: schemas.memberTeams,
    answers: { 204: 'empty' },
    codes: ['forbidden', 'not_found'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/presence',
    summary: 'At the desk; to be sent every 20 s, ends by itself after 50 s',
    answers: { 204: 'empty' },
  },
  {
    ...staff,
    method: 'get',
    path: CANNED,
    summary: 'Replies that clerks keep: of a compound, and those of all',
    query: schemas.canned,
    answers: { 200: teamAnswers.cannedList },
  },
  {
    ...staff,
    method: 'post',
    path: CANNED,
    summary: 'Keeps a reply',
    body: schemas.newCanned,
    answers: { 201: teamAnswers.canned },
    codes: ['taken'],
  },
  {
    ...staff,
    method: 'patch',
    path: `${CANNED}/{id}`,
    summary: 'Changes one; by its author or a manager',
    body: schemas.changedCanned,
    answers: { 200: teamAnswers.canned },
    codes: ['forbidden', 'not_found', 'taken'],
  },
  {
    ...staff,
    method: 'delete',
    path: `${CANNED}/{id}`,
    summary: 'Deletes one; by its author or a manager',
    answers: { 204: 'empty' },
    codes: ['forbidden', 'not_found'],
  },
]
