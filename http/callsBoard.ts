import type { z } from 'zod'
import { boardAnswers } from './answersBoard.ts'
import type { DocumentedCall } from './calls.ts'
import { topicOf } from './schemas.ts'

/** What the desk checks the calls of the status board with. */
export interface BoardSchemas {
  board: z.ZodObject
  newEntry: z.ZodObject
  entryChanges: z.ZodObject
  step: z.ZodObject
}

const SUBSCRIPTIONS = { path: '/api/conversations/{id}/subscriptions', tag: 'owner', access: 'token' } as const
const staff = { tag: 'desk', access: 'session' } as const
const BOARD = '/api/desk/status-board'

export const subscriptionCalls: DocumentedCall[] = [
  {
    ...SUBSCRIPTIONS,
    method: 'get',
    summary: 'What the owner is told the changes of',
    answers: { 200: boardAnswers.subscriptions },
  },
  {
    ...SUBSCRIPTIONS,
    method: 'delete',
    summary: 'Nothing is told any more, or nothing of one topic',
    query: topicOf,
    answers: { 204: 'empty' },
  },
]

export const boardCalls = (schemas: BoardSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: BOARD,
    summary: 'The status board of a compound, and the topics that there are',
    query: schemas.board,
    answers: { 200: boardAnswers.board },
  },
  {
    ...staff,
    method: 'post',
    path: BOARD,
    summary: 'A new entry; those who follow its topic are told',
    body: schemas.newEntry,
    answers: { 201: boardAnswers.entry },
    codes: ['promise'],
  },
  {
    ...staff,
    method: 'patch',
    path: `${BOARD}/{id}`,
    summary:
      'Changes the revision that the clerk saw; a change of state, announcement or end is told to those who follow it',
    body: schemas.entryChanges,
    answers: { 200: boardAnswers.entry },
    codes: ['conflict', 'promise'],
  },
  {
    ...staff,
    method: 'post',
    path: `${BOARD}/{id}/steps`,
    summary: 'A dated line of the log; the entry is then as of now',
    body: schemas.step,
    answers: { 200: boardAnswers.entry },
    codes: ['conflict', 'promise'],
  },
  {
    ...staff,
    method: 'get',
    path: `${BOARD}/{id}/revisions`,
    summary: 'Every state in which the entry has been, with its author, the newest first',
    answers: { 200: boardAnswers.revisions },
  },
]
