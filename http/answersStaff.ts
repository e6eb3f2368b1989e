import { z } from 'zod'

/* What the calls about staff themselves answer with. */

const time = z.iso.datetime().describe('ISO 8601, UTC')
const role = z.enum(['admin', 'manager', 'staff'])
const user = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role,
    disabled: z.boolean(),
    communities: z.array(z.string()).optional().describe('Limited to these compounds; left out: to none'),
    totp: z.literal(true).optional().describe('Has a second factor'),
  })
  .meta({ id: 'User' })
const session = z.strictObject({
  id: z.string().describe('Not what the cookie holds'),
  staffId: z.string(),
  name: z.string(),
  openedAt: time.optional(),
  expiresAt: time,
  from: z.string().optional().describe('Address from which it was opened'),
  agent: z.string().optional(),
  own: z.boolean().describe('The one that asks'),
})
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))
const entry = z.strictObject({
  position: z.number().int().min(1),
  at: time,
  who: z.strictObject({ id: z.string().optional(), name: z.string() }),
  from: z.string(),
  action: z.string(),
  community: z.string().optional(),
  subject: z.string().optional(),
  before: facts.optional(),
  after: facts.optional(),
  owner: z.string().optional().describe('Under whose key before and after are kept'),
  erased: z.literal(true).optional(),
  hash: z.string(),
})

export const staffAnswers = {
  session: z.strictObject({
    user,
    csrfToken: z.string(),
    secondFactor: z.literal('missing').optional().describe('It must be set up before anything else'),
  }),
  oidc: z.strictObject({ on: z.boolean() }),
  user,
  users: z.strictObject({ users: z.array(user), communities: z.array(z.string()) }),
  sessions: z.strictObject({ sessions: z.array(session) }),
  totpOffered: z.strictObject({ secret: z.string().describe('Base32, shown only now'), uri: z.string() }),
  totpConfirmed: z.strictObject({
    recoveryCodes: z.array(z.string()).describe('Each lets one in once without the authenticator; shown only now'),
  }),
  audit: z.strictObject({ entries: z.array(entry), total: z.number().int() }),
}
