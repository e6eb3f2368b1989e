import type { z } from 'zod'
import { learningAnswers } from './answersLearning.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of reports, gaps, samples, notices and going live with. */
export interface LearningSchemas {
  reports: z.ZodObject
  gaps: z.ZodObject
  samples: z.ZodObject
  judge: z.ZodObject
  notices: z.ZodObject
  newNotice: z.ZodObject
  noticeChanges: z.ZodObject
  launch: z.ZodObject
  resolve: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const NOTICES = '/api/desk/notices'
const LAUNCH = '/api/desk/communities/{id}/launch'

export const learningCalls = (schemas: LearningSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/reports',
    summary: 'What some days were like: messages, answers, handoffs, response times, ratings. Nobody is ranked',
    query: schemas.reports,
    answers: { 200: learningAnswers.report },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/reports/export.csv',
    summary: 'The counts as a file for spreadsheets',
    query: schemas.reports,
    answers: { 200: 'text/csv' },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/gaps',
    summary: 'What was unanswered or unsure in eight weeks, by likeness and week; what tells of somebody is hidden',
    query: schemas.gaps,
    answers: { 200: learningAnswers.gaps },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/samples',
    summary: 'Fifty answers of a week that nobody chose, to be judged',
    query: schemas.samples,
    answers: { 200: learningAnswers.samples },
    codes: ['not_found'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/samples/{id}',
    summary: 'Right or wrong',
    body: schemas.judge,
    answers: { 204: 'empty' },
    codes: ['forbidden'],
  },
  {
    ...staff,
    method: 'get',
    path: NOTICES,
    summary: 'Notices of a compound, with the words for the owners’ group',
    query: schemas.notices,
    answers: { 200: learningAnswers.notices },
  },
  {
    ...staff,
    method: 'post',
    path: NOTICES,
    summary: 'A new notice; the bot tells it to owners who ask',
    body: schemas.newNotice,
    answers: { 201: learningAnswers.notice },
    codes: ['promise'],
  },
  {
    ...staff,
    method: 'patch',
    path: `${NOTICES}/{id}`,
    summary: 'Changes or ends the revision that the clerk saw',
    body: schemas.noticeChanges,
    answers: { 200: learningAnswers.notice },
    codes: ['conflict', 'promise'],
  },
  {
    ...staff,
    method: 'get',
    path: LAUNCH,
    summary: 'What a compound still needs before the bot speaks to its owners, and what the bot answers now',
    answers: { 200: learningAnswers.launch },
  },
  {
    ...staff,
    method: 'post',
    path: LAUNCH,
    summary:
      'The bot drafts for clerks (shadow), answers some topics, or all; refused while emergency phones are missing',
    body: schemas.launch,
    answers: { 200: learningAnswers.launch },
    codes: ['forbidden', 'launch_blocked', 'conflict', 'knowledge_wrong'],
  },
]
