import { z } from 'zod'
import { cleanText } from '../bot/check.ts'

const name = z.string().overwrite(cleanText).trim().min(1).max(100)
const password = z.string().min(1).max(1000)
const role = z.enum(['admin', 'manager', 'staff'])
const communities = z.array(z.string().min(1).max(100)).max(200)
const page = z.coerce.number().int().min(1).max(10_000).default(1)
const flag = z.enum(['0', '1', 'true', 'false'])

/** What the calls about staff themselves are checked with. */
export const staffSchemas = {
  /** `code`: of the second factor, or a recovery code. */
  login: z.object({ name: z.string().min(1).max(100), password, code: z.string().max(50).optional() }).strict(),
  /** The first administrator, by the one-time link. */
  setup: z.object({ name, password, token: z.string().max(200) }).strict(),
  newUser: z.object({ name, password, role, communities: communities.default([]) }).strict(),
  userChanges: z
    .object({
      role: role.optional(),
      communities: communities.optional(),
      disabled: z.boolean().optional(),
      password: password.optional(),
      /** Who they are at the company's own sign-in. */
      oidcSubject: z.string().min(1).max(300).optional(),
    })
    .strict(),
  sessions: z.object({ all: flag.optional() }),
  ownPassword: z.object({ current: password, password }).strict(),
  totpCode: z.object({ code: z.string().min(6).max(10) }).strict(),
  audit: z.object({
    community: z.string().max(100).optional(),
    action: z.string().max(100).optional(),
    who: z.string().max(100).optional(),
    subject: z.string().max(100).optional(),
    since: z.iso.datetime({ offset: true }).optional(),
    until: z.iso.datetime({ offset: true }).optional(),
    page,
  }),
}
