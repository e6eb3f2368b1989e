import assert from 'node:assert/strict'
import fc from 'fast-check'
import { aClerk, give, type Step, step, ticketStep } from './step.ts'
import { adminOf, asClerk, changeClerk, type Model } from './world.ts'

/** Where the administrator stands, whom nobody disables. */
const ADMIN = 4
const aColleague = aClerk.filter((place) => place !== ADMIN)

/** What they hold they go on holding, until somebody passes it on or their silence gives it back. */
const isDisabled = aColleague.map((place) =>
  step(
    `clerk ${place} is disabled`,
    async ({ away }, world) => {
      await changeClerk(world, place, { disabled: true })
      away.add(place)
    },
    ({ away }) => !away.has(place),
  ),
)

/** Whoever claims in that moment has the ticket or is out, and nothing between. */
const claimsWhileDisabled = ticketStep('is disabled while claiming the ticket', async (one) => {
  const { of, ticket, clerk, place, world, model } = one
  if (place === ADMIN) return
  const [claim] = await Promise.all([
    asClerk(clerk, 'POST', `/tickets/${ticket.id}/claim`),
    changeClerk(world, place, { disabled: true }),
  ])
  model.away.add(place)
  if (claim.status === 401) return
  const free = ticket.holder === undefined || ticket.holder === place
  assert.equal(claim.status, !clerk.sees(of.community) ? 404 : free ? 200 : 409, claim.text)
  if (claim.status === 200) give(ticket, world, place)
})

/** One of those who are disabled. */
const gone = ({ away }: Model, which: number): number => [...away][which % away.size]!
const someAway = ({ away }: Readonly<Model>): boolean => away.size > 0

const comesBack = aColleague.map((which) =>
  step(
    'a disabled clerk comes back',
    async (model, world) => {
      const place = gone(model, which)
      const old = world.clerks[place]!.at
      await changeClerk(world, place, { disabled: false })
      model.away.delete(place)
      assert.equal((await old.get('/me')).status, 401, 'an old session came back to life')
    },
    someAway,
  ),
)

/** With the key that they had, wherever they try it. */
const triesDisabled = fc
  .tuple(aColleague, fc.constantFrom(['GET', '/tickets'], ['GET', '/me'], ['GET', '/homes'], ['POST', '/canned']))
  .map(([which, [method = '', path = '']]) =>
    step(
      `a disabled clerk tries ${method} ${path}`,
      async (model, world) => {
        assert.equal((await asClerk(world.clerks[gone(model, which)]!, method, path)).status, 401)
      },
      someAway,
    ),
  )

const isPromoted = fc.tuple(aColleague, fc.constantFrom('staff' as const, 'manager' as const)).map(([place, role]) =>
  step(
    `clerk ${place} becomes ${role}`,
    async (_model, world) => changeClerk(world, place, { role }),
    ({ away }) => !away.has(place),
  ),
)

const lastAdmin = fc.constant(
  step('the last administrator is disabled', async (_model, world) => {
    const admin = adminOf(world)
    const { status } = await asClerk(admin, 'PATCH', `/users/${admin.at.member.id}`, { disabled: true })
    assert.equal(status, 409)
  }),
)

/** Who comes and goes among the staff. */
export const staffSteps: fc.Arbitrary<Step>[] = [
  isDisabled,
  claimsWhileDisabled,
  comesBack,
  triesDisabled,
  isPromoted,
  lastAdmin,
]
