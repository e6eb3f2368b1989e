import assert from 'node:assert/strict'
import fc from 'fast-check'
import { deskSchemas } from '../../../desk/schemas.ts'
import type { DocumentedCall } from '../../../http/calls.ts'
import { documentedCalls } from '../../../http/openapi.ts'
import { type Call, call } from '../../http/client.ts'
import type { Things } from '../twoCompounds.ts'
import { checkAudit, noFault, type World } from './world.ts'

/* Every documented call with ids, queries and bodies of any kind, by anybody. */

/** Would end the callers' own sessions, or never end themselves. */
const LEFT_OUT = /\/events$|\/logout$|\/api\/desk\/password$/
const CALLS = documentedCalls(deskSchemas).filter(({ path }) => !LEFT_OUT.test(path))

/** A limited clerk may never read these. */
const OF_OTHERS = /other的|"community":"other"/
const OPEN_LISTS = /communities/

const ODD = [
  '',
  ' ',
  '0',
  '-1',
  '1e99',
  'null',
  '__proto__',
  '../../etc/passwd',
  '%00',
  "';--",
  '\u202e\u0007',
  '\ud800',
]
const LIKELY = [
  'demo',
  'other',
  'zh',
  'staff',
  'admin',
  'lift',
  '停用',
  '3',
  '2026-11-25',
  '2026-11-25T01:00:00Z',
  'phone',
]
const scalar = fc.oneof(
  fc.constantFrom(...LIKELY),
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom<unknown>(0, -1, 1.5, 1e308, 2 ** 53, true, false, null, '长'.repeat(5000)),
  fc.integer({ min: 1, max: 9 }),
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('zh', 'en', 'building', 'x', '__proto__'), scalar) },
  { weight: 1, arbitrary: fc.jsonValue() },
)

/** Some of the fields that there are, and some that there aren't. */
const fieldsOf = (schema: DocumentedCall['body'], values: fc.Arbitrary<unknown>) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(schema?.shape ?? {}), 'community', 'q', 'more'), values, { maxKeys: 6 })
    .map((fields): Record<string, unknown> => ({ ...fields }))

/** Whose: nobody's, the owner's of demo or of other, or a clerk's by their place. */
const caller = fc.constantFrom<'nobody' | 'demo' | 'other' | number>('nobody', 'demo', 'other', 0, 0, 2, 3, 4)
type Caller = typeof caller extends fc.Arbitrary<infer Who> ? Who : never

interface Wild {
  documented: DocumentedCall
  who: Caller
  /** Of which compound the thing is; or an id as it stands. */
  id: 'demo' | 'other' | { odd: string }
  query: Record<string, unknown>
  body: unknown
}

const anyCall = fc.constantFrom(...CALLS).chain((documented) =>
  fc.record<Wild>({
    documented: fc.constant(documented),
    who: caller,
    id: fc.oneof(
      fc.constantFrom<'demo' | 'other'>('demo', 'demo', 'other'),
      fc.oneof(fc.constantFrom(...ODD), fc.string({ maxLength: 30 })).map((odd) => ({ odd })),
    ),
    query: fieldsOf(documented.query, scalar),
    body: fc.oneof(
      { weight: 5, arbitrary: fieldsOf(documented.body, value) },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
  }),
)

function idIn(path: string, { owner, home, order, file, entry, ticket }: Things, community: string): string {
  if (path.startsWith('/api/conversations/')) return owner.id
  if (path.includes('/homes/')) return home
  if (path.includes('/work-orders/')) return order
  if (path.includes('/attachments/')) return file
  if (path.includes('/status-board/') || path.includes('/notices/')) return entry
  return path.includes('/communities/') ? community : ticket
}

function keysOf({ two, clerks }: World, who: Caller): Call {
  if (who === 'nobody') return {}
  if (typeof who === 'string') return { token: two[who].owner.token }
  const { cookie, csrf } = clerks[who]!.at
  return { headers: { cookie, 'x-csrf-token': csrf } }
}

/** What can stand in an address: a lone half of a pair can't. */
const wellFormed = (text: string) => Buffer.from(text).toString()

const asText = (field: unknown) => (typeof field === 'string' ? wellFormed(field) : String(field))

async function tryOut(world: World, { documented, who, id, query, body }: Wild): Promise<number> {
  const { method, path, access } = documented
  const real = typeof id === 'string' ? idIn(path, world.two[id], id) : wellFormed(id.odd)
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(real))
  const asked = new URLSearchParams()
  for (const [name, field] of Object.entries(query)) asked.append(name, asText(field))
  const what = `${String(who)} ${method.toUpperCase()} ${filled}?${asked}`
  const answer = await call(`${world.url}${filled}${documented.query ? `?${asked}` : ''}`, {
    method: method.toUpperCase(),
    ...(method !== 'get' && { body }),
    ...keysOf(world, who),
  })
  noFault(`${what} ${JSON.stringify(body)}`, answer)
  const keyed = access === 'everybody' || access === 'secret'
  if (!keyed && who === 'nobody') assert.ok(answer.status >= 400, `let in: ${what}`)
  const limited = typeof who === 'number' && !world.clerks[who]!.sees('other')
  if (limited && !OPEN_LISTS.test(path)) assert.doesNotMatch(answer.text, OF_OTHERS, `another compound: ${what}`)
  return answer.status
}

/**
 * @returns how often each status was answered
 * @throws the first call that fails, made as short as it gets, with its seed
 */
export async function fuzzCalls(world: World, calls: number, seed?: number): Promise<Map<number, number>> {
  const answers = new Map<number, number>()
  const property = fc.asyncProperty(anyCall, async (one) => {
    const status = await tryOut(world, one)
    answers.set(status, (answers.get(status) ?? 0) + 1)
  })
  await fc.assert(property, { numRuns: calls, ...(seed !== undefined && { seed }), verbose: 1 })
  await checkAudit(world)
  return answers
}
