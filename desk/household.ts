import { type Request, Router } from 'express'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { HouseholdRecord } from '../bot/ports.ts'
import type { Callback, Home, HomeAccount, HotlineOrder } from '../bot/types.ts'
import { hidden } from './hidden.ts'
import { homePlace } from './homePlace.ts'
import { maskedName, maskedPhone } from './masks.ts'
import { matterOf } from './orderMatter.ts'
import type { DeskPorts } from './ports.ts'
import { noteReveal } from './trail.ts'

export const householdSchemas = {
  householdReveal: z
    .object({
      field: z.enum(['owner', 'contact']).describe('owner: name and phones on file; contact: as one of them said'),
      conversationId: z.string().max(100).optional().describe('Whose contact'),
    })
    .strict()
    .refine(({ field, conversationId }) => (field === 'contact') === (conversationId !== undefined), {
      path: ['conversationId'],
      message: 'a contact is of a conversation',
    }),
}

export type HouseholdPorts = Pick<DeskPorts, 'store' | 'intents' | 'maskAbuse' | 'maskNumbers' | 'homeIn'>

/** 一户一档: the people and the history of one home; what somebody only says is theirs is marked as that. */
export function householdRoutes(ports: HouseholdPorts): Router {
  const router = Router()
  router.get('/homes/:id/household', async (request, response) => {
    const account = await found(ports, request)
    response.json(shown(ports, account, await readHousehold(ports, account)))
  })
  router.post('/homes/:id/reveal', async (request, response) => {
    const { field, conversationId } = check(householdSchemas.householdReveal, request.body)
    const account = await found(ports, request)
    if (field === 'owner') {
      await noteReveal(ports, request, { field })
      response.json({ ...(account.owner && { owner: account.owner }), phones: account.phones })
      return
    }
    const { people } = await readHousehold(ports, account)
    const phone = people.find((person) => person.conversationId === conversationId)?.phone
    if (!phone) throw new QiaoError('not_found', 'they gave no number')
    await noteReveal(ports, request, { field, conversationId: conversationId ?? '' })
    response.json({ phones: [phone] })
  })
  return router
}

async function found({ store }: HouseholdPorts, request: Request): Promise<HomeAccount> {
  const account = await store.homes.find(String(request.params.id))
  if (!account) throw new QiaoError('not_found', 'no such home')
  return account
}

/** A unit that one of them leaves out contradicts nothing. */
function isSame(said: Home | undefined, home: Home): boolean {
  const same = (one = '', other = '') => one.toUpperCase() === other.toUpperCase()
  if (!said?.building || !said.room) return false
  const unit = !said.unit || !home.unit || same(said.unit, home.unit)
  return same(said.building, home.building) && unit && same(said.room, home.room)
}

interface Household extends HouseholdRecord {
  /** When it changed hands; what was before is not these people's. */
  since: string | undefined
  hotline: HotlineOrder[]
  callbacks: Callback[]
}

async function readHousehold({ store, homeIn }: HouseholdPorts, account: HomeAccount): Promise<Household> {
  const { id, community, home } = account
  const since = await store.household.since(id)
  const said = await store.household.claims({ community, room: home.room ?? '', ...(since && { since }) })
  const here = said.filter((claim) => isSame(homeIn(claim.home), home))
  const place = homePlace(home)
  const { orders } = place ? await store.hotline.list({ community, home: place }) : { orders: [] }
  const hotline = orders.filter(({ receivedAt }) => !since || receivedAt >= since)
  const record = await store.household.read(id, here)
  const callbacks = await store.callbacks.ofTickets(record.tickets.map((ticket) => ticket.id))
  return { ...record, since, hotline, callbacks }
}

function shown(ports: HouseholdPorts, account: HomeAccount, household: Household) {
  const { id, community, home, owner, phones, handedOverOn } = account
  const hide = (text: string) => hidden(ports, text, community)
  const proven = new Set(household.people.filter(({ boundAt }) => boundAt).map(({ conversationId }) => conversationId))
  const ofTicket = new Map(household.tickets.map((ticket) => [ticket.id, proven.has(ticket.conversationId)]))
  return {
    ...{ id, community, home, phonesMasked: phones.map(maskedPhone) },
    ...(owner && { ownerMasked: maskedName(owner) }),
    ...(handedOverOn && { handedOverOn }),
    ...(household.since && { since: household.since }),
    people: household.people.map(({ phone, ...person }) => ({
      ...person,
      proven: proven.has(person.conversationId),
      ...(phone && { phoneMasked: maskedPhone(phone) }),
    })),
    ...ordersShown(ports, community, household, proven),
    tickets: household.tickets.map(({ id: ticketId, summary, stage, priority, channel, createdAt, ...ticket }) => ({
      ...{ id: ticketId, matter: hide(summary.split('\n')[0] ?? ''), stage, priority, channel, createdAt },
      ...(ticket.assignee && { assignee: ticket.assignee }),
      ...(ticket.resolvedAt && { resolvedAt: ticket.resolvedAt }),
      proven: proven.has(ticket.conversationId),
    })),
    visits: visitsShown(ports, community, household, proven),
    hotline: household.hotline.map((order) => ({
      ...{ id: order.id, number: order.number, matter: hide(order.wanted), state: order.state },
      ...{ receivedAt: order.receivedAt, deadline: order.deadline },
    })),
    subscriptions: subscriptionsShown(household, home, proven),
    callbacks: household.callbacks.map(({ id: callbackId, ticketId, by, dueAt, matter, ...made }) => ({
      ...{ id: callbackId, ticketId, by, dueAt, matter: hide(matter) },
      ...(made.doneAt && { doneAt: made.doneAt }),
      ...(made.doneBy && { doneBy: made.doneBy }),
      proven: ofTicket.get(ticketId) ?? false,
    })),
    notes: household.notes.map(({ text, author, createdAt, ticketId }) => ({
      ...{ ticketId, author, createdAt, text: hide(text) },
      proven: ofTicket.get(ticketId) ?? false,
    })),
  }
}

function ordersShown(ports: HouseholdPorts, community: string, { workOrders }: Household, proven: ReadonlySet<string>) {
  const isProven = (reportedBy: readonly string[]) => reportedBy.some((one) => proven.has(one))
  return {
    workOrders: workOrders.map((order) => ({
      ...{ number: order.number, intent: order.intent, state: order.state },
      matter: hidden(ports, matterOf(ports, order, false), community),
      ...{ createdAt: order.createdAt, updatedAt: order.updatedAt },
      proven: isProven(order.reportedBy),
    })),
    urgings: workOrders
      .flatMap(({ number, lines, reportedBy }) =>
        lines
          .filter(({ kind }) => kind === 'urged')
          .map(({ at, by }) => ({ number, at, ...(by && { by }), proven: isProven(reportedBy) })),
      )
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
  }
}

const visitsShown = (ports: HouseholdPorts, community: string, { visits }: Household, proven: ReadonlySet<string>) =>
  visits.map(({ id, number, ticketId, matter, state, closedBy, closedAt, calls, conversationId }) => {
    const last = calls.at(-1)
    return {
      ...{ id, matter: hidden(ports, matter, community), state, closedBy, closedAt },
      ...(number && { number }),
      ...(ticketId && { ticketId }),
      ...(last && { askedBy: last.by, askedAt: last.at }),
      ...(last?.satisfaction !== undefined && { satisfaction: last.satisfaction }),
      proven: proven.has(conversationId),
    }
  })

/** Of who is bound all; of others what they follow for this home. */
const subscriptionsShown = ({ subscriptions }: Household, home: Home, proven: ReadonlySet<string>) =>
  subscriptions
    .filter((one) => proven.has(one.conversationId) || isSame(one.home, home))
    .map(({ topic, home: of, createdAt, conversationId }) => ({
      ...{ topic, home: of, createdAt },
      proven: proven.has(conversationId),
    }))
