import type { z } from 'zod'
import type { ErrorCode } from '../bot/errors.ts'
import { answers } from './answers.ts'
import { type AlertSchemas, alertCalls } from './callsAlerts.ts'
import { attachmentCalls, deskAttachmentCalls } from './callsAttachments.ts'
import { type BoardSchemas, boardCalls, subscriptionCalls } from './callsBoard.ts'
import { communityCalls } from './callsCommunities.ts'

import { type DeliverySchemas, deliveryCalls } from './callsDeliveries.ts'
import { type DispatchSchemas, dispatchCalls } from './callsDispatch.ts'
import { type HandOnSchemas, handOnCalls } from './callsHandOn.ts'
import { type HouseholdSchemas, householdCalls } from './callsHousehold.ts'
import { type IntakeSchemas, intakeCalls } from './callsIntake.ts'
import { type KnowledgeSchemas, knowledgeCalls } from './callsKnowledge.ts'
import { type LearningSchemas, learningCalls } from './callsLearning.ts'
import { type LedgerSchemas, ledgerCalls } from './callsLedger.ts'
import { type StaffSchemas, staffCalls } from './callsStaff.ts'
import { type TeamSchemas, teamCalls } from './callsTeams.ts'
import { type VisitSchemas, visitCalls } from './callsVisits.ts'
import { type OrderSchemas, orderCalls, ownOrderCalls } from './callsWorkOrders.ts'
import { homeCode, newConversation, newMessage, page, rating } from './schemas.ts'

/** One call of the API, as it is documented. */
export interface DocumentedCall {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** With {id}s, as OpenAPI writes them. */
  path: string
  summary: string
  tag: 'owner' | 'repairer' | 'desk' | 'operations' | 'channels'
  /** What lets a caller in; `secret`: the platform's own token, secret or signature. */
  access: 'everybody' | 'token' | 'session' | 'secret'
  body?: z.ZodObject
  query?: z.ZodObject
  /** By status: the body's schema, a media type, or nothing. */
  answers: Record<
    number,
    | z.ZodType
    | 'text/event-stream'
    | 'text/plain'
    | 'text/html'
    | 'text/csv'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/json'
    | 'application/octet-stream'
    | 'empty'
  >
  /** Besides those that follow from method, access and body. */
  codes?: ErrorCode[]
}

/** What the desk checks its bodies with; `main` gives them, since http does not know the desk. */
export interface DeskSchemas
  extends AlertSchemas,
    BoardSchemas,
    DeliverySchemas,
    DispatchSchemas,
    HandOnSchemas,
    HouseholdSchemas,
    IntakeSchemas,
    LedgerSchemas,
    OrderSchemas,
    KnowledgeSchemas,
    LearningSchemas,
    StaffSchemas,
    TeamSchemas,
    VisitSchemas {
  queue: z.ZodObject
  message: z.ZodObject
  note: z.ZodObject
  reveal: z.ZodObject
  homes: z.ZodObject
  imports: z.ZodObject
}

const CONVERSATION = '/api/conversations/{id}'
const TICKET = '/api/desk/tickets/{id}'

const owner = { tag: 'owner', access: 'token' } as const
const staff = { tag: 'desk', access: 'session' } as const
const operations = { tag: 'operations', access: 'everybody', method: 'get' } as const

export const ownerCalls: DocumentedCall[] = [
  {
    method: 'post',
    path: '/api/conversations',
    summary: 'Opens a conversation; the token alone opens it from then on',
    tag: 'owner',
    access: 'everybody',
    body: newConversation,
    answers: { 201: answers.conversation },
    codes: ['not_found', 'too_many'],
  },
  {
    method: 'get',
    path: '/api/communities/{id}/public',
    summary: 'What anybody may know of a compound',
    tag: 'owner',
    access: 'everybody',
    answers: { 200: answers.community },
  },
  { ...owner, method: 'get', path: CONVERSATION, summary: 'Where it stands', answers: { 200: answers.shown } },
  {
    ...owner,
    method: 'post',
    path: `${CONVERSATION}/messages`,
    summary:
      'Says something. It is durable before it is thought about. 202: the replies take longer than 5 s and come by the event stream. The same clientMessageId again is the same result, nothing is stored twice',
    body: newMessage,
    answers: { 200: answers.said, 202: answers.said },
    codes: ['empty_text', 'text_too_long', 'conflict', 'too_many'],
  },
  {
    ...owner,
    method: 'get',
    path: `${CONVERSATION}/messages`,
    summary: 'The messages after a seq, in order',
    query: page,
    answers: { 200: answers.messages },
  },
  {
    ...owner,
    method: 'get',
    path: `${CONVERSATION}/events`,
    summary:
      'Server-sent events: message (its id is the seq; resumes by Last-Event-ID), state, typing; a heartbeat every 15 s. Opened by the bearer token or by ?ticket=',
    answers: { 200: 'text/event-stream' },
  },
  ...attachmentCalls,
  ...subscriptionCalls,
  ...ownOrderCalls,
  {
    ...owner,
    method: 'post',
    path: `${CONVERSATION}/ticket`,
    summary: 'A ticket that opens the event stream once, within one minute',
    answers: { 200: answers.streamTicket },
  },
  {
    ...owner,
    method: 'post',
    path: `${CONVERSATION}/typing`,
    summary: 'The owner is typing',
    answers: { 204: 'empty' },
    codes: ['too_many'],
  },
  { ...owner, method: 'post', path: `${CONVERSATION}/close`, summary: 'Ends it', answers: { 204: 'empty' } },
  {
    ...owner,
    method: 'post',
    path: `${CONVERSATION}/rating`,
    summary: 'How it was',
    body: rating,
    answers: { 204: 'empty' },
  },
  {
    ...owner,
    method: 'post',
    path: `${CONVERSATION}/verify`,
    summary: 'Binds the conversation to the home whose one-time code it is; five wrong codes pause it for an hour',
    body: homeCode,
    answers: { 200: answers.verified },
    codes: ['wrong_code', 'too_many'],
  },
]

export const deskCalls = (schemas: DeskSchemas): DocumentedCall[] => [
  ...staffCalls(schemas),
  {
    ...staff,
    method: 'get',
    path: '/api/desk/intents',
    summary: 'Titles of the intents',
    answers: { 200: answers.intents },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/tickets',
    summary: 'The queue, the most urgent first; 50 a page',
    query: schemas.queue,
    answers: { 200: answers.queue },
  },
  {
    ...staff,
    method: 'get',
    path: TICKET,
    summary: 'A ticket with everything that came before',
    answers: { 200: answers.ticket },
  },
  ...(
    [
      ['claim', 'Takes it over: one of several wins, the others are told by whom'],
      ['release', 'Puts it back into the queue'],
      ['resolve', 'Ends it and invites a rating; what it was about, and what could be learnt, becomes a draft'],
      ['return-to-bot', 'Ends it and asks for nothing'],
    ] as const
  ).map(
    ([verb, summary]): DocumentedCall => ({
      ...staff,
      method: 'post',
      path: `${TICKET}/${verb}`,
      summary,
      ...(verb === 'resolve' ? { body: schemas.resolve } : {}),
      answers: { 200: answers.ticket },
      codes: verb === 'claim' ? ['conflict', 'full'] : ['conflict'],
    }),
  ),
  ...handOnCalls(schemas, answers.ticket),
  {
    ...staff,
    method: 'post',
    path: `${TICKET}/messages`,
    summary: 'Speaks to the owner, with files uploaded before; only whoever holds the ticket may',
    body: schemas.message,
    answers: { 200: answers.reply },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: `${TICKET}/notes`,
    summary: 'A note among staff; the owner never sees it',
    body: schemas.note,
    answers: { 201: answers.note },
  },
  {
    ...staff,
    method: 'post',
    path: `${TICKET}/reveal`,
    summary:
      'What is masked: words of the owner, the number that they gave, or who has the home that they proved; the audit and the ticket keep who looked',
    body: schemas.reveal,
    answers: { 200: answers.revealed },
  },
  { ...staff, method: 'post', path: `${TICKET}/typing`, summary: 'The clerk is typing', answers: { 204: 'empty' } },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/homes',
    summary: 'Homes by place, name or phone; 50 a page',
    query: schemas.homes,
    answers: { 200: answers.homes },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/homes/{id}',
    summary: 'A home and its bills',
    answers: { 200: answers.home },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/homes/{id}/code',
    summary: 'A code that binds one conversation to the home, within seven days, once; it is shown only now',
    answers: { 201: answers.homeCode },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/imports',
    summary:
      'Homes, owners and bills, or with kind=orders the orders that the system before has open, from .xlsx or CSV, as multipart/form-data: file, community, mapping (JSON: field to header), asOf. All of it or, with one error, nothing; the same file again changes nothing. dryRun=1 only counts',
    query: schemas.imports,
    answers: { 200: answers.imported },
    codes: ['forbidden', 'bad_input'],
  },
  ...deskAttachmentCalls,
  ...deliveryCalls(schemas),
  ...teamCalls(schemas),
  ...boardCalls(schemas),
  ...communityCalls,
  ...orderCalls(schemas),
  ...dispatchCalls(schemas),
  ...householdCalls(schemas),
  ...intakeCalls(schemas),
  ...ledgerCalls(schemas),
  ...visitCalls(schemas),
  ...alertCalls(schemas),
  ...knowledgeCalls(schemas),
  ...learningCalls(schemas),
  {
    ...staff,
    method: 'get',
    path: '/api/desk/events',
    summary: 'Server-sent events: what changed (tickets, messages, typing), to be read by the other calls',
    answers: { 200: 'text/event-stream' },
  },
]

export const operationsCalls: DocumentedCall[] = [
  { ...operations, path: '/healthz', summary: 'Alive', answers: { 200: answers.alive } },
  {
    ...operations,
    path: '/readyz',
    summary: 'Record and model ready',
    answers: { 200: answers.ready, 503: answers.ready },
  },
  { ...operations, path: '/metrics', summary: 'For Prometheus', answers: { 200: 'text/plain' } },
  { ...operations, path: '/openapi.json', summary: 'This document', answers: { 200: 'application/json' } },
  { ...operations, path: '/docs', summary: 'This document to be read', answers: { 200: 'text/html' } },
]
