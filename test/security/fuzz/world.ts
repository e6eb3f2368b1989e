import assert from 'node:assert/strict'
import type { Store } from '../../../bot/ports.ts'
import type { Role } from '../../../bot/types.ts'
import { loadKnowledge } from '../../../knowledge/load.ts'
import { inProcessSide } from '../../../live/inProcessSide.ts'
import { type Brain, wireBrain } from '../../../wire/brain.ts'
import { hashToken, newToken } from '../../../wire/ids.ts'
import { clerkOf, type TestClerk } from '../../desk/desk.ts'
import type { Answer, Call, TestOwner } from '../../http/client.ts'
import { call, newOwner } from '../../http/client.ts'
import type { TestClock } from '../../support/clock.ts'
import { shipped } from '../../support/qiao.ts'
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
  /** As it is now. */
  role: Role
  sees(community: string): boolean
  at: TestClerk
}

/** The running product with two compounds and their staff. */
export interface World {
  two: TwoCompounds
  url: string
  store: Store
  /** The server's own. */
  clock: TestClock
  clerks: Clerk[]
  /** Sweeps the queue as every instance does, beside the server's own sweeps. */
  brain: Brain
  stop(): Promise<void>
}

/** What an acknowledgement said is stored. */
export interface Kept {
  seq: number
  from: 'owner' | 'staff'
  text: string
  /** Ids of its files; left out: none. */
  files?: string[]
}

/** Open, with the place of the clerk who holds it and since when, in milliseconds. */
export interface TicketModel {
  id: string
  holder?: number
  heldAt?: number
}

export interface OwnerModel {
  owner: TestOwner
  community: string
  kept: Kept[]
  ticket?: TicketModel
  /** Since when no word of staff followed the owner's, in milliseconds. */
  unansweredAt?: number
  /** Wrong codes since the last good one or pause, and until when no code is taken. */
  wrongCodes: number
  pausedUntil: number
}

/** What has to be true of one sequence. */
export interface Model {
  owners: OwnerModel[]
  /** Places of the clerks who are disabled. */
  away: Set<number>
  /** How often each kind of step was taken. */
  taken: Map<string, number>
}

/** Longer than any run lets the clock move on: sessions that end by themselves have tests of their own. */
const FAR = '2999-01-01T00:00:00.000Z'

/** Nobody is slowed down: limits have tests of their own, and this is one address. */
export async function openWorld(): Promise<World> {
  const many = String(Number.MAX_SAFE_INTEGER)
  const two = await twoCompounds({ LIMIT_CONVERSATIONS: many, LIMIT_MESSAGES: many })
  const { url, store, clock } = two.desk
  const clerks: Clerk[] = []
  for (const { name, role, community } of STAFF) {
    const { member } = await two.desk.clerk(name, role, community ? [community] : [])
    const at = await signsIn({ url, store }, member)
    clerks.push({ name, role, at, sees: (one) => community === undefined || one === community })
  }
  return { two, url, store, clock, clerks, brain: await brainOf(two), stop: () => two.stop() }
}

/** A new session of this member; those before it stay as they are. */
export async function signsIn({ url, store }: Pick<World, 'url' | 'store'>, member: TestClerk['member']) {
  const [id, csrf] = [newToken(), newToken()]
  await store.staff.openSession({ idHash: hashToken(id), staffId: member.id, csrf, expiresAt: FAR })
  return clerkOf(url, member, `qiao=${id}`, csrf)
}

async function brainOf({ knowledge, desk: { store, clock } }: TwoCompounds): Promise<Brain> {
  const classifier = await shipped
  const report = (error: unknown) => {
    throw error
  }
  const live = inProcessSide(clock, report).events
  return wireBrain({ knowledge: loadKnowledge(knowledge), store, live, clock, classifier: () => classifier, report })
}

export async function newModel({ url, clock }: World): Promise<Model> {
  beginDay(clock)
  const owners: OwnerModel[] = []
  for (const community of OWNERS) {
    const owner = await newOwner(url, { community })
    owners.push({ owner, community, kept: [], wrongCodes: 0, pausedUntil: 0 })
  }
  return { owners, away: new Set(), taken: new Map() }
}

/** Sequences begin while the office is open most of the time: at ten in the morning of the next day, if it is late. */
function beginDay(clock: TestClock): void {
  const now = clock.now()
  if (now.getUTCHours() >= 1 && now.getUTCHours() < 8) return
  const tenOClock = new Date(now)
  tenOClock.setUTCHours(2, 0, 0, 0)
  if (tenOClock <= now) tenOClock.setUTCDate(tenOClock.getUTCDate() + 1)
  clock.set(tenOClock.toISOString())
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
      .map(({ seq, from, text, attachments }) => ({
        ...{ seq, from, text },
        ...(attachments && { files: attachments.map(({ id }) => id) }),
      }))
    assert.deepEqual(
      said,
      [...kept].sort((one, other) => one.seq - other.seq),
      'stored is not what was acknowledged',
    )
  }
}

/** Everybody is back as they were, and no open ticket is left, so that the queue stays as short as a sequence needs it. */
export async function clearAway(world: World, { owners }: Model): Promise<void> {
  const admin = adminOf(world)
  for (const [place, clerk] of world.clerks.entries())
    if (clerk !== admin) await changeClerk(world, place, { disabled: false, role: STAFF[place]!.role })
  for (const { ticket } of owners) {
    if (!ticket) continue
    await asClerk(admin, 'POST', `/tickets/${ticket.id}/transfer`, { to: admin.name })
    await asClerk(admin, 'POST', `/tickets/${ticket.id}/return-to-bot`)
  }
}

/** Nobody disables them: they are the last one. */
export const adminOf = ({ clerks }: World): Clerk => clerks.find(({ role }) => role === 'admin')!

/** What an administrator changes of a clerk, who comes in anew where they may. */
export async function changeClerk(
  world: World,
  place: number,
  change: { disabled?: boolean; role?: Role },
): Promise<void> {
  const clerk = world.clerks[place]!
  const now = (await world.store.staff.find(clerk.at.member.id))!
  if (now.disabled === (change.disabled ?? now.disabled) && now.role === (change.role ?? now.role)) return
  const { status, text } = await asClerk(adminOf(world), 'PATCH', `/users/${clerk.at.member.id}`, change)
  assert.equal(status, 200, text)
  assert.equal((await clerk.at.get('/me')).status, 401, 'a session outlived the change')
  if (change.role) clerk.role = change.role
  if (change.disabled !== true && !(change.disabled === undefined && now.disabled))
    clerk.at = await signsIn(world, clerk.at.member)
}

/** @throws AssertionError where the chain of the audit is broken */
export async function checkAudit({ store }: World): Promise<void> {
  const verdict = await store.audit.verify()
  assert.equal(verdict.kind, 'whole', JSON.stringify(verdict))
}
