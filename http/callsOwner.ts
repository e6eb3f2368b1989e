import { answers } from './answers.ts'
import type { DocumentedCall } from './calls.ts'
import { attachmentCalls } from './callsAttachments.ts'
import { subscriptionCalls } from './callsBoard.ts'
import { ownOrderCalls } from './callsWorkOrders.ts'
import { homeCode, newConversation, newMessage, page, rating } from './schemas.ts'

const CONVERSATION = '/api/conversations/{id}'

const owner = { tag: 'owner', access: 'token' } as const

/** What an owner's page does, by the token of its conversation. */
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
      'Says something. It is durable before it is thought about. 202: the replies take longer than 5 s and come by the event stream. The same clientMessageId again is the same result, nothing is stored twice. `busy`: more comes in than is answered; nothing was kept, and the same call may come again after Retry-After. Emergencies are taken all the same',
    body: newMessage,
    answers: { 200: answers.said, 202: answers.said },
    codes: ['empty_text', 'text_too_long', 'conflict', 'too_many', 'busy'],
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
