import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { TicketRow } from '../../../bot/types.ts'
import type { Answer } from '../../http/client.ts'
import { call, nextMessageId } from '../../http/client.ts'
import { aClerk, anOwner, give, type OnTicket, type Step, step, ticketStep } from './step.ts'
import { asClerk, type Clerk, type Model, type World } from './world.ts'

const on = ({ clerk, ticket }: OnTicket, verb: string, body?: unknown) =>
  asClerk(clerk, 'POST', `/tickets/${ticket.id}/${verb}`, body)

/** Whether this clerk may do what only the holder can: what is of another compound is not there, the rest a conflict. */
export function whenHolder({ of, ticket, clerk, place }: OnTicket, answer: Answer, done = 200): boolean {
  const expected = !clerk.sees(of.community) ? 404 : ticket.holder === place ? done : 409
  assert.equal(answer.status, expected, answer.text)
  return expected === done
}

function claimed({ of, ticket, clerk, place, world }: OnTicket, answer: Answer): void {
  const free = ticket.holder === undefined || ticket.holder === place
  const expected = !clerk.sees(of.community) ? 404 : free ? 200 : 409
  assert.equal(answer.status, expected, answer.text)
  if (expected === 200) give(ticket, world, place)
  if (expected === 409) assert.equal(answer.body.holder, world.clerks[ticket.holder!]!.name)
}

const claims = ticketStep('claims the ticket', async (one) => claimed(one, await on(one, 'claim')))

/** All staff at once: one of those who may wins, and everybody else is told by whom. */
const allClaim = ticketStep('and all others claim the ticket', async ({ of, ticket, world, model }) => {
  const answers = await Promise.all(world.clerks.map((clerk) => asClerk(clerk, 'POST', `/tickets/${ticket.id}/claim`)))
  const winner = answers.findIndex(({ status }) => status === 200)
  const wins = ticket.holder ?? winner
  const gone = ticket.holder !== undefined && model.away.has(ticket.holder)
  assert.equal(winner, gone ? -1 : wins, 'the wrong one won')
  assert.notEqual(wins, -1, 'nobody won')
  give(ticket, world, wins)
  for (const [place, { status, body }] of answers.entries()) {
    if (place === winner) continue
    if (model.away.has(place)) assert.equal(status, 401)
    else if (!world.clerks[place]!.sees(of.community)) assert.equal(status, 404)
    else assert.deepEqual([status, body.holder], [409, world.clerks[wins]!.name], 'two claimants')
  }
})

const releases = ticketStep('releases the ticket', async (one) => {
  if (whenHolder(one, await on(one, 'release'))) give(one.ticket, one.world, undefined)
})

const resolves = ticketStep('resolves the ticket', async (one) => {
  if (whenHolder(one, await on(one, 'resolve', {}))) delete one.of.ticket
})

const returns = ticketStep('returns the ticket to the bot', async (one) => {
  if (whenHolder(one, await on(one, 'return-to-bot'))) delete one.of.ticket
})

const replies = ticketStep('replies twice by one click on the ticket', async (one) => {
  const body = { clientMessageId: nextMessageId(), text: '您好，已经在看了。' }
  const [answer, again] = [await on(one, 'messages', body), await on(one, 'messages', body)]
  assert.equal(again.status, answer.status)
  if (!whenHolder(one, answer)) return
  const { seq } = (answer.body as { message: { seq: number } }).message
  assert.equal((again.body as { message: { seq: number } }).message.seq, seq)
  one.of.kept.push({ seq, from: 'staff', text: body.text })
  delete one.of.unansweredAt
})

const promises = ticketStep('promises something on the ticket', async (one) => {
  const body = { clientMessageId: nextMessageId(), text: '明天上午一定修好，物业费给您打八折。' }
  const answer = await on(one, 'messages', body)
  assert.equal(answer.status, one.clerk.sees(one.of.community) ? 409 : 404, answer.text)
})

const notes = ticketStep('writes a note on the ticket', async (one) => {
  const { status, text } = await on(one, 'notes', { text: '@钱二 业主说水还在流' })
  assert.equal(status, one.clerk.sees(one.of.community) ? 201 : 404, text)
})

/** Managers move what anybody holds, others what they hold themselves. */
const mayMove = ({ ticket, clerk, place }: OnTicket) => clerk.role !== 'staff' || ticket.holder === place

const passes = aClerk.chain((to) => ticketStep(`passes to clerk ${to} the ticket`, (one) => pass(one, to)))

async function pass(one: OnTicket, to: number): Promise<void> {
  const { of, ticket, clerk, world, model } = one
  const receiver = world.clerks[to]!
  const { status, text } = await on(one, 'transfer', { to: receiver.name })
  if (!clerk.sees(of.community) || !receiver.sees(of.community) || model.away.has(to))
    return assert.equal(status, 404, text)
  assert.equal(status, mayMove(one) ? 200 : 409, text)
  if (status !== 200) return
  give(ticket, world, undefined)
  give(ticket, world, to)
}

const escalates = ticketStep('hands up the ticket', async (one) => {
  const { of, ticket, clerk, world } = one
  const { status, text } = await on(one, 'escalate', {})
  if (!clerk.sees(of.community)) return assert.equal(status, 404, text)
  assert.equal(status, ticket.holder === undefined || mayMove(one) ? 200 : 409, text)
  if (status === 200) give(ticket, world, undefined)
})

/** Nobody is proven to be the same owner. */
const merges = anOwner.chain((other) =>
  ticketStep(`takes the ticket of owner ${other} into that`, async (one) => {
    const taken = one.model.owners[other]!
    const { status, text } = await on(one, 'merge', { with: taken.ticket?.id ?? 'none' })
    const seen = one.clerk.sees(one.of.community) && taken.ticket && one.clerk.sees(taken.community)
    assert.equal(status, seen ? 409 : 404, text)
  }),
)

const looks = ticketStep('looks at the ticket', async ({ of, ticket, clerk, world }) => {
  const { status, body } = await asClerk<{ assignee?: string }>(clerk, 'GET', `/tickets/${ticket.id}`)
  assert.equal(status, clerk.sees(of.community) ? 200 : 404)
  if (status === 200) assert.equal(body.assignee, nameOf(world, ticket.holder))
})

const nameOf = ({ clerks }: World, place?: number) => (place === undefined ? undefined : clerks[place]!.name)

const forges = ticketStep('is led to claim from another site the ticket', async ({ ticket, clerk, world }) => {
  const url = `${world.url}/api/desk/tickets/${ticket.id}/claim`
  for (const headers of [{}, { 'x-csrf-token': 'guess' }, { 'x-csrf-token': clerk.at.csrf, origin: 'https://e.com' }]) {
    const answer = await call(url, { method: 'POST', headers: { cookie: clerk.at.cookie, ...headers } })
    assert.deepEqual([answer.status, answer.body.code], [403, 'csrf'])
  }
})

const atWork = (place: number, name: string, run: (model: Model, world: World) => Promise<void>): Step =>
  step(name, run, ({ away }) => !away.has(place))

const lists = aClerk.map((place) =>
  atWork(place, `clerk ${place} lists the queue`, async ({ owners }, world) => {
    const clerk = world.clerks[place]!
    const seen: TicketRow[] = []
    for (const stage of ['waiting', 'staff']) {
      const { body } = await asClerk<{ tickets: TicketRow[] }>(clerk, 'GET', `/tickets?stage=${stage}`)
      seen.push(...body.tickets)
    }
    assert.deepEqual(
      seen.filter(({ community }) => !clerk.sees(community)),
      [],
      'another compound',
    )
    for (const { ticket, community } of owners) {
      const row = seen.find(({ id }) => id === ticket?.id)
      if (!ticket || !clerk.sees(community)) assert.equal(row, undefined)
      else assert.equal(row?.assignee, nameOf(world, ticket.holder))
    }
  }),
)

/** By who may at least; the calls themselves change nothing. */
const GUARDED: [least: 'manager' | 'admin', method: string, path: string, body?: object][] = [
  ['admin', 'GET', '/users'],
  ['admin', 'GET', '/audit'],
  ['admin', 'POST', '/users', {}],
  ['admin', 'PATCH', '/users/none', { role: 'admin' }],
  ['admin', 'POST', '/users/none/totp-reset'],
  ['manager', 'PATCH', '/teams/none', { members: [] }],
]
const RANK = { staff: 0, manager: 1, admin: 2 }

const oversteps = fc.tuple(aClerk, fc.constantFrom(...GUARDED)).map(([place, [least, method, path, body]]) =>
  atWork(place, `clerk ${place} tries ${method} ${path}`, async (_model, { clerks }) => {
    const clerk: Clerk = clerks[place]!
    const { status, text } = await asClerk(clerk, method, path, body)
    assert.equal(status === 403, RANK[clerk.role] < RANK[least], `${clerk.role}: ${text}`)
    assert.notEqual(status, 401)
  }),
)

/** What staff do, within their rights and beyond them. */
export const deskSteps: fc.Arbitrary<Step>[] = [
  claims,
  claims,
  allClaim,
  releases,
  resolves,
  returns,
  replies,
  replies,
  promises,
  notes,
  passes,
  escalates,
  merges,
  looks,
  forges,
  lists,
  oversteps,
]
