import {
  botpressAnswers as answers,
  arrival,
  arrivedMessage,
  following,
  question,
  unfollowed,
} from './botpress/schemas.ts'
import type { DocumentedCall } from './calls.ts'

const post = { tag: 'channels', access: 'secret', method: 'post' } as const
const CONVERSATIONS = '/channels/botpress/conversations'

/** What our side at Botpress calls; there while `BOTPRESS_SECRET` is set. */
export const botpressCalls: DocumentedCall[] = [
  {
    ...post,
    path: '/api/answer',
    summary:
      'Botpress: answers one question from classifier, knowledge and status board. Nothing is stored and no ticket opened',
    body: question,
    answers: { 200: answers.answered },
    codes: ['unauthorized', 'bad_request', 'empty_text', 'text_too_long', 'not_found', 'unavailable'],
  },
  {
    ...post,
    path: CONVERSATIONS,
    summary: 'Botpress: a conversation is handed over with its history; the ticket has everything. Once for each key',
    body: arrival,
    answers: { 201: answers.arrived },
    codes: ['unauthorized', 'bad_request', 'bad_json', 'too_large', 'not_found', 'too_many', 'unavailable'],
  },
  {
    ...post,
    path: `${CONVERSATIONS}/{id}/stop`,
    summary: 'Botpress: the bot took it back; the clerk who has the ticket is told',
    answers: { 204: 'empty' },
    codes: ['unauthorized', 'not_found', 'unavailable'],
  },
  {
    ...post,
    path: `${CONVERSATIONS}/{id}/files`,
    summary: 'Botpress: a file of the owner as multipart/form-data: file; a message then takes it up by its id',
    answers: { 201: answers.file },
    codes: ['unauthorized', 'bad_request', 'bad_input', 'too_large', 'not_found', 'too_many', 'unavailable'],
  },
  {
    ...post,
    method: 'get',
    path: `${CONVERSATIONS}/{id}/files/{aid}`,
    summary: 'Botpress: a file of the conversation, such as staff sent, for Botpress to keep and show',
    answers: { 200: 'application/octet-stream' },
    codes: ['unauthorized', 'not_found', 'unavailable'],
  },
  {
    ...post,
    path: '/channels/botpress/follows',
    summary: 'Botpress: the owner is told from now on when a topic changes; no ticket is opened. Once for each key',
    body: following,
    answers: { 201: answers.follows },
    codes: ['unauthorized', 'bad_request', 'bad_json', 'not_found', 'too_many', 'unavailable'],
  },
  {
    ...post,
    path: '/channels/botpress/follows/{id}/stop',
    summary: 'Botpress: the owner is told no longer, of one topic or of all',
    body: unfollowed,
    answers: { 204: 'empty' },
    codes: ['unauthorized', 'bad_request', 'bad_json', 'not_found', 'unavailable'],
  },
  {
    ...post,
    path: '/channels/botpress/messages',
    summary: 'Botpress: the owner says something. The same clientMessageId again is the same message',
    body: arrivedMessage,
    answers: { 200: answers.message },
    codes: [
      'unauthorized',
      'bad_request',
      'conflict',
      'empty_text',
      'text_too_long',
      'not_found',
      'too_many',
      'busy',
      'unavailable',
    ],
  },
]
