import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { boardSchemas } from './boardSchemas.ts'

/** Characters of a clerk's message at most. */
const MAX_TEXT = 4000
const text = z.string().overwrite(cleanText).trim().min(1).max(MAX_TEXT)
const login = z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(1000) }).strict()

/** What the desk's calls are checked with, and what the documentation of them is made from. */
export const deskSchemas = {
  ...boardSchemas,
  login,
  /** The first administrator, by the one-time link. */
  setup: login.extend({ token: z.string().max(200) }).strict(),
  queue: z.object({
    stage: z.enum(['waiting', 'staff', 'resolved']).optional(),
    mine: z.enum(['0', '1', 'true', 'false']).optional(),
    team: z.string().max(50).optional(),
    community: z.string().max(100).optional(),
    q: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  message: z
    .object({
      clientMessageId: z.string().min(1).max(200),
      text,
      /** The token of the warning that a text promises something. */
      confirm: z.string().max(200).optional(),
      /** Id of a status entry or number of a work order that backs it. */
      record: z.string().min(1).max(200).optional(),
    })
    .strict(),
  note: z.object({ text }).strict(),
  homes: z.object({
    q: z.string().max(100).optional(),
    community: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  /** Without a file and its fields, which are sent as multipart/form-data: file, community, mapping, asOf. */
  imports: z.object({ dryRun: z.enum(['0', '1', 'true', 'false']).optional() }),
}
