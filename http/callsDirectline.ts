import { postedActivity } from '../bot/channels/directline/activity.ts'
import type { DocumentedCall } from './calls.ts'
import { directLineAnswers as answers, opening } from './directline/schemas.ts'

const BASE = '/channels/directline'
const channel = { tag: 'channels', access: 'secret' } as const
const get = { ...channel, method: 'get' } as const
const post = { ...channel, method: 'post' } as const

/** Direct Line 3.0; there while `DIRECTLINE_SECRET` is set. Errors are `{ error: { code, message } }`. */
export const directLineCalls: DocumentedCall[] = [
  {
    ...post,
    path: `${BASE}/tokens/generate`,
    summary: 'Direct Line: a token for one new conversation, given for the secret, so that pages never have it',
    body: opening,
    answers: { 200: answers.token },
  },
  {
    ...post,
    path: `${BASE}/tokens/refresh`,
    summary: 'Direct Line: a good token for a new one of the same conversation',
    answers: { 200: answers.token },
  },
  {
    ...post,
    path: `${BASE}/conversations`,
    summary: "Direct Line: begins the token's conversation, or for the secret a new one",
    body: opening,
    answers: { 201: answers.opened },
  },
  {
    ...get,
    path: `${BASE}/conversations/{id}`,
    summary: 'Direct Line: comes back; the new streamUrl goes on after ?watermark=',
    answers: { 200: answers.opened },
  },
  {
    ...get,
    path: `${BASE}/conversations/{id}/activities`,
    summary: 'Direct Line: what came after ?watermark=, at most 200',
    answers: { 200: answers.activities },
  },
  {
    ...post,
    path: `${BASE}/conversations/{id}/activities`,
    summary:
      'Direct Line: says something; answered as soon as it is durable. The same channelData.clientActivityID again is the same message',
    body: postedActivity,
    answers: { 200: answers.posted },
  },
  {
    ...post,
    path: `${BASE}/conversations/{id}/upload`,
    summary: 'Direct Line: files as multipart/form-data, with the message in a part called activity',
    answers: { 200: answers.posted },
  },
  {
    ...get,
    path: `${BASE}/conversations/{id}/attachments/{aid}`,
    summary: "Direct Line: a file, opened by the ticket in its activity's address",
    answers: { 200: 'application/octet-stream' },
  },
]
