import assert from 'node:assert/strict'
import type { Store } from '../../../bot/ports.ts'
import type { Role } from '../../../bot/types.ts'
import type { TestClerk } from '../../desk/desk.ts'
import type { Answer, Call, TestOwner } from '../../http/client.ts'
import { call, newOwner } from '../../http/client.ts'
import { type TwoCompounds, twoCompounds } from '../twoCompounds.ts'

/** Members of staff, by their place in `World.clerks`; without a compound: of all. */
const STAFF: { name: string; role: Role; community?: string }[] = [
  { name: '赵一', role: 'staff', community: 'demo' },
  { name: '钱二', role: 'staff', community: 'demo' },
  { name: '孙三', role: 'staff', community: 'other' },
  { name: '周四', role: 'manager', community: 'demo' },
  { name: '吴五', role: 'admin' },
]
export const CLERKS = STAFF.length

/** Where the owners of a sequence live. */
const OWNERS = ['demo', 'demo', 'other']
export const HOW_MANY_OWNERS = OWNERS.length

export interface Clerk {
  name: string
  role: Role
  sees(community: string): boolean
  at: TestClerk
}

/** The running product with two compounds and their staff. */
export interface World {
  two: TwoCompounds
  url: string
  store: Store
  clerks: Clerk[]
  stop(): Promise<void>
}

/** What an acknowledgement said is stored. */
export interface Kept {
  seq: number
  from: 'owner' | 'staff'
  text: string
}

export interface OwnerModel {
  owner: TestOwner
  community: string
  kept: Kept[]
  /** Open, with the place of the clerk who holds it. */
  ticket?: { id: string; holder?: number }
}

/** What has to be true of one sequence. */
export interface Model {
  owners: OwnerModel[]
  /** How often each kind of step was taken. */
  taken: Map<string, number>
}

/** Nobody is slowed down: limits have tests of their own, and this is one address. */
export async function openWorld(): Promise<World> {
  const many = String(Number.MAX_SAFE_INTEGER)
  const two = await twoCompounds({ LIMIT_CONVERSATIONS: many, LIMIT_MESSAGES: many })
  const clerks: Clerk[] = []
  for (const { name, role, community } of STAFF) {
    const at = await two.desk.clerk(name, role, community ? [community] : [])
    clerks.push({ name, role, at, sees: (one) => community === undefined || one === community })
  }
  return { two, url: two.desk.url, store: two.desk.store, clerks, stop: () => two.stop() }
}

export async function newModel({ url }: World): Promise<Model> {
  const owners: OwnerModel[] = []
  for (const community of OWNERS) owners.push({ owner: await newOwner(url, { community }), community, kept: [] })
  return { owners, taken: new Map() }
}

/** A call of the clerk's to the desk; nothing may ever be answered by an error of ours. */
export async function asClerk<Body = Record<string, unknown>>(
  { at }: Clerk,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<Body>> {
  const options: Call = { method, ...(body !== undefined && { body }) }
  const answer = method === 'GET' ? await at.get<Body>(path) : await at.post<Body>(path, body, options)
  return noFault(`${method} ${path}`, answer)
}

/** A call with a token of an owner's. */
export const asOwner = async <Body = Record<string, unknown>>(
  url: string,
  token: string,
  more: Call = {},
): Promise<Answer<Body>> => noFault(url, await call<Body>(url, { token, ...more }))

export function noFault<Body>(what: string, answer: Answer<Body>): Answer<Body> {
  assert.ok(answer.status < 500, `${what}: ${answer.status} ${answer.text}`)
  return answer
}

/** Everything that was acknowledged stands where it was said to stand, nothing else does, and no seq is left out. */
export async function checkTranscripts({ owners }: Model): Promise<void> {
  for (const { owner, kept } of owners) {
    const messages = await owner.sees()
    const seqs = messages.map(({ seq }) => seq)
    assert.deepEqual(
      seqs,
      seqs.map((_, index) => index + 1),
      'seq has a gap',
    )
    const said = messages
      .filter(({ from }) => from === 'owner' || from === 'staff')
      .map(({ seq, from, text }) => ({ seq, from, text }))
    assert.deepEqual(
      said,
      [...kept].sort((one, other) => one.seq - other.seq),
      'stored is not what was acknowledged',
    )
  }
}

/** Leaves no open ticket behind, so that the queue stays as short as a sequence needs it. */
export async function clearAway(world: World, { owners }: Model): Promise<void> {
  const admin = world.clerks.find(({ role }) => role === 'admin')!
  for (const { ticket } of owners) {
    if (!ticket) continue
    await asClerk(admin, 'POST', `/tickets/${ticket.id}/transfer`, { to: admin.name })
    await asClerk(admin, 'POST', `/tickets/${ticket.id}/return-to-bot`)
  }
}

/** @throws AssertionError where the chain of the audit is broken */
export async function checkAudit({ store }: World): Promise<void> {
  const verdict = await store.audit.verify()
  assert.equal(verdict.kind, 'whole', JSON.stringify(verdict))
}
