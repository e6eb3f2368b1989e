import type { z } from 'zod'
import { answers } from './answers.ts'
import type { DocumentedCall } from './calls.ts'
import { type HandOnSchemas, handOnCalls } from './callsHandOn.ts'

const TICKET = '/api/desk/tickets/{id}'

const staff = { tag: 'desk', access: 'session' } as const

export interface TicketSchemas extends HandOnSchemas {
  queue: z.ZodObject
  message: z.ZodObject
  earlierMessages: z.ZodObject
  note: z.ZodObject
  reveal: z.ZodObject
  resolve: z.ZodObject
}

/** The queue, and what a clerk does with a ticket. */
export const ticketCalls = (schemas: TicketSchemas): DocumentedCall[] => [
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
    method: 'get',
    path: `${TICKET}/messages`,
    summary: 'What was said in its conversation before a seq, in order; at most 200',
    query: schemas.earlierMessages,
    answers: { 200: answers.messages },
  },
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
    summary: 'A note among staff; the owner never sees it. @ and the name of a colleague calls them',
    body: schemas.note,
    answers: { 201: answers.note },
  },
  {
    ...staff,
    method: 'post',
    path: `${TICKET}/seen`,
    summary: 'Whoever a note calls has looked at it',
    answers: { 204: 'empty' },
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
]
