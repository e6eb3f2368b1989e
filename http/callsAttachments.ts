import { z } from 'zod'
import { attachmentAnswers } from './answersAttachments.ts'
import type { DocumentedCall } from './calls.ts'

const owner = { tag: 'owner', access: 'token' } as const

export const attachmentCalls: DocumentedCall[] = [
  {
    ...owner,
    method: 'post',
    path: '/api/conversations/{id}/attachments',
    summary:
      'An image (jpeg, png, webp, gif; kept painted anew, without place, device and time), a voice recording (mp3, m4a, aac, amr, wav, ogg, webm) or a PDF, at most 10 MB, as multipart/form-data: file. What it is, its content says. 20 a day; a message then takes it up by its id',
    answers: { 201: attachmentAnswers.stored },
    codes: ['bad_request', 'bad_input', 'too_many', 'busy'],
  },
  {
    ...owner,
    method: 'get',
    path: '/api/conversations/{id}/attachments/{aid}',
    summary: 'The file, for its own conversation alone',
    answers: { 200: 'application/octet-stream' },
  },
]

export const deskAttachmentCalls: DocumentedCall[] = [
  {
    tag: 'desk',
    access: 'session',
    method: 'post',
    path: '/api/desk/tickets/{id}/attachments',
    summary:
      'A file for the owner as multipart/form-data: file, of the kinds and sizes that owners may send; only whoever holds the ticket may. 20 a day; a message then takes it up by its id',
    answers: { 201: attachmentAnswers.stored },
    codes: ['bad_request', 'bad_input', 'too_many', 'conflict', 'busy'],
  },
  {
    tag: 'desk',
    access: 'session',
    method: 'get',
    path: '/api/desk/attachments/{id}',
    summary: 'A file that was sent with a message, by way of an address of its own that is good for two minutes',
    answers: { 200: 'application/octet-stream', 303: 'empty' },
  },
  {
    tag: 'desk',
    access: 'secret',
    method: 'get',
    path: '/files/{id}',
    summary: 'Where that address leads: to the one file, to whoever has the address; no cookie is looked at',
    query: z.object({ t: z.string().describe('Until when, signed') }),
    answers: { 200: 'application/octet-stream' },
    codes: ['not_found'],
  },
]
