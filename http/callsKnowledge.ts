import type { z } from 'zod'
import { knowledgeAnswers } from './answersKnowledge.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of knowledge and settings with. */
export interface KnowledgeSchemas {
  knowledgeOf: z.ZodObject
  newDraft: z.ZodObject
  editDraft: z.ZodObject
  suggest: z.ZodObject
  tryOut: z.ZodObject
  settings: z.ZodObject
  settingsBack: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const KNOWLEDGE = '/api/desk/knowledge'
const DRAFT = `${KNOWLEDGE}/drafts/{id}`
const SETTINGS = '/api/desk/communities/{id}/settings'
const { revision } = knowledgeAnswers

export const knowledgeCalls = (schemas: KnowledgeSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: KNOWLEDGE,
    summary: 'What the bot knows, and the drafts that are open',
    answers: { 200: knowledgeAnswers.overview },
  },
  {
    ...staff,
    method: 'get',
    path: `${KNOWLEDGE}/{id}`,
    summary: 'One entry by its intent, or what a compound says of its own, with its revisions',
    query: schemas.knowledgeOf,
    answers: { 200: knowledgeAnswers.entry },
  },
  {
    ...staff,
    method: 'post',
    path: `${KNOWLEDGE}/{id}/examples`,
    summary: 'Puts examples into the open draft of an intent, or into a new one; what tells of somebody is hidden',
    body: schemas.suggest,
    answers: { 201: revision },
  },
  {
    ...staff,
    method: 'post',
    path: `${KNOWLEDGE}/try`,
    summary: 'What the bot makes of a text now; nothing is kept',
    body: schemas.tryOut,
    answers: { 200: knowledgeAnswers.tried },
  },
  {
    ...staff,
    method: 'post',
    path: `${KNOWLEDGE}/drafts`,
    summary: 'A draft of an entry, of words of a compound’s own, or, with a whole file, of a new entry',
    body: schemas.newDraft,
    answers: { 201: revision },
    codes: ['not_found'],
  },
  { ...staff, method: 'get', path: DRAFT, summary: 'A draft or an earlier revision', answers: { 200: revision } },
  {
    ...staff,
    method: 'patch',
    path: DRAFT,
    summary: 'Changes the version of the draft that the clerk saw',
    body: schemas.editDraft,
    answers: { 200: revision },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DRAFT}/check`,
    summary: 'Checks it, trains a model with it and compares both on the held-out tests; takes seconds',
    answers: { 200: revision },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'get',
    path: `${DRAFT}/messages`,
    summary: 'Which of the newest messages would now go elsewhere; what tells of somebody is hidden',
    answers: { 200: knowledgeAnswers.messages },
    codes: ['knowledge_wrong'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DRAFT}/publish`,
    summary: 'Answers by it from now on; refused where the check finds something or fewer tests are answered right',
    answers: { 200: revision },
    codes: ['forbidden', 'conflict', 'knowledge_wrong', 'knowledge_fell'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DRAFT}/discard`,
    summary: 'Gives it up; it is kept',
    answers: { 200: revision },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: `${KNOWLEDGE}/revisions/{id}/rollback`,
    summary: 'Takes back what is published; what stood before it stands again',
    answers: { 200: revision },
    codes: ['forbidden', 'conflict'],
  },
  {
    ...staff,
    method: 'get',
    path: SETTINGS,
    summary: 'Hours, phones, fees, quiet hours and precision of a compound, with their revisions',
    answers: { 200: knowledgeAnswers.settings },
  },
  {
    ...staff,
    method: 'patch',
    path: SETTINGS,
    summary: 'Changes what is given; a fact with both languages empty is no longer on file',
    body: schemas.settings,
    answers: { 200: knowledgeAnswers.settings },
    codes: ['forbidden', 'conflict', 'knowledge_wrong'],
  },
  {
    ...staff,
    method: 'post',
    path: `${SETTINGS}/rollback`,
    summary: 'Takes a change of the settings back',
    body: schemas.settingsBack,
    answers: { 200: knowledgeAnswers.settings },
    codes: ['forbidden', 'conflict'],
  },
]
