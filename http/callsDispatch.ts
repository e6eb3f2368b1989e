import { z } from 'zod'
import { attachment } from './answersAttachments.ts'
import type { DocumentedCall } from './calls.ts'
import { repairStep } from './repair.ts'

/** What the desk checks the calls of links for repairers with. */
export interface DispatchSchemas {
  dispatch: z.ZodObject
  recall: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const
const repairer = { tag: 'repairer', access: 'token' } as const
const time = z.iso.datetime().describe('ISO 8601, UTC')
const words = z.strictObject({ zh: z.string(), en: z.string() })

const steps = { acceptedAt: time.optional(), arrivedAt: time.optional(), doneAt: time.optional() }

const link = z
  .strictObject({
    id: z.string(),
    repairer: z.string(),
    by: z.string().describe('Who sent it'),
    createdAt: time,
    expiresAt: time,
    revokedAt: time.optional(),
    revokedBy: z.string().optional(),
    ...steps,
  })
  .meta({ id: 'DispatchLink' })

const job = z
  .strictObject({
    number: z.string(),
    title: words,
    compound: words,
    repairer: z.string(),
    state: z.enum(['filed', 'accepted', 'scheduled', 'done']),
    what: z.string().optional().describe('In the owner’s words; numbers in it hidden before it is accepted'),
    where: z.string().optional().describe('Until it is done'),
    when: z.string().optional().describe('When the owner is there, in their words'),
    scheduledFor: time.optional(),
    contact: z.string().optional().describe('The owner’s phone, from accepting it until it is done'),
    office: z.string().optional().describe('Phone of the compound’s office'),
    pictures: z.array(attachment).describe('What the owner photographed'),
    photos: z.number().int().describe('How many of the repairer’s own are there'),
    expiresAt: time,
    ...steps,
  })
  .meta({ id: 'Job' })

export const dispatchCalls = (schemas: DispatchSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/work-orders/{id}/dispatch',
    summary: 'Links by which it was sent to repairers, newest first; without their secrets',
    answers: { 200: z.strictObject({ links: z.array(link) }) },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/work-orders/{id}/dispatch',
    summary:
      'Sends it to a repairer’s phone by a link, which opens this work order alone, needs no login and ends by itself; the link before it ends. The path with the secret is told this once',
    body: schemas.dispatch,
    answers: { 201: link.extend({ path: z.string().describe('/r/#secret, behind the address of this server') }) },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/work-orders/{id}/dispatch/recall',
    summary: 'Ends a link',
    body: schemas.recall,
    answers: { 200: link },
  },
]

export const repairCalls: DocumentedCall[] = [
  {
    ...repairer,
    method: 'get',
    path: '/api/repair',
    summary: 'The job that the link’s secret, sent as a bearer token, opens; 120 calls a minute from one address',
    answers: { 200: job },
    codes: ['link_over', 'too_many'],
  },
  {
    ...repairer,
    method: 'post',
    path: '/api/repair/step',
    summary: 'Accepted, on site, done: a line in the history, and owners are told. The same step again is the same',
    body: repairStep,
    answers: { 200: job },
    codes: ['conflict', 'link_over', 'too_many'],
  },
  {
    ...repairer,
    method: 'post',
    path: '/api/repair/photos',
    summary: 'A photo of the job for staff, as multipart/form-data: file; at most 10 MB, 12 a link',
    answers: { 201: job },
    codes: ['bad_request', 'bad_input', 'conflict', 'link_over', 'too_many'],
  },
  {
    ...repairer,
    method: 'get',
    path: '/api/repair/pictures/{id}',
    summary: 'A picture that the owner sent with this job',
    answers: { 200: 'application/octet-stream' },
    codes: ['link_over', 'too_many'],
  },
]
