import type { BoardEntry, HotlineOrder, Locale, StatusStep, WorkOrder, WorkOrderLine } from '../bot/types.ts'
import type { HotlinePorts } from './hotline.ts'

/** An answer put together from the record alone. `backed`: its lines that repeat what records, laws and knowledge hold. */
export interface HotlineDraft {
  text: string
  backed: string[]
}

/** Lines of a work order's history that tell what was done. */
const TOLD: readonly WorkOrderLine['kind'][] = ['filed', 'moved', 'urged', 'reopened']
/** Of the newest steps of a matter so many stand in an answer. */
const STEPS = 8

/** What was wanted, what was done, by whom, as of when, who is responsible, by which law; no date that no record has. */
export async function draftOf(ports: HotlinePorts, order: HotlineOrder, locale: Locale): Promise<HotlineDraft> {
  const { community, number, receivedAt, wanted } = order
  const say = (key: string, vars?: Record<string, string | number>) => ports.say(key, community, locale, vars)
  const [work, entries] = await Promise.all([workOf(ports, order), entriesOf(ports, order)])
  const done = [
    ...(work ? workLines(ports, work, locale) : []),
    ...(await ticketLines(ports, order, locale)),
    ...entries.flatMap((entry) => entry.log.slice(-STEPS).map((step) => stepLine(ports, community, step, locale))),
  ]
  const now = [
    ...(work ? [say('hotline_order_now', { number: work.number, state: say(`state_${work.state}`) })] : []),
    ...entries.flatMap((entry) => nowLines(ports, entry, locale)),
  ]
  const responsible = responsibleLines(ports, order, locale)
  const text = [
    say('hotline_head', { number, received: ports.stamp(community, receivedAt) }),
    say('hotline_wanted', { wanted }),
    say('hotline_done'),
    ...(done.length ? done : [say('hotline_nothing')]),
    say('hotline_now'),
    ...(now.length ? now : [say('hotline_now_nothing')]),
    say('hotline_no_date'),
    ...responsible,
    say('hotline_as_of', { asOf: ports.stamp(community, ports.clock.now().toISOString()) }),
  ].join('\n')
  return { text, backed: [...done, ...now, ...responsible] }
}

async function workOf({ store }: HotlinePorts, { community, workOrder }: HotlineOrder): Promise<WorkOrder | undefined> {
  return workOrder ? store.workOrders.find(community, workOrder) : undefined
}

/** What the status board says of the matter there: of the home's building, else of the whole compound. */
async function entriesOf(ports: HotlinePorts, { community, intent, home }: HotlineOrder): Promise<BoardEntry[]> {
  const topics = intent ? ports.hotline.topicsOf(intent) : []
  if (!topics.length) return []
  const building = home ? ports.homeIn(home)?.building : undefined
  const entries = (await ports.board.list(community)).filter(
    ({ topic, closedAt, scope }) =>
      topics.includes(topic) && !closedAt && (!scope.building || !building || scope.building === building),
  )
  const near = entries.filter(({ scope }) => building && scope.building === building)
  return near.length ? near : entries
}

function workLines(ports: HotlinePorts, { community, lines }: WorkOrder, locale: Locale): string[] {
  const say = (key: string, vars?: Record<string, string | number>) => ports.say(key, community, locale, vars)
  const name = ({ kind, state }: WorkOrderLine) =>
    kind === 'urged' || kind === 'reopened' ? say(`step_${kind}`) : say(`state_${state}`)
  return lines
    .filter(({ kind }) => TOLD.includes(kind))
    .slice(-STEPS)
    .map((line) => {
      const visit = line.scheduledFor ? say('hotline_visit', { when: ports.stamp(community, line.scheduledFor) }) : ''
      const by = line.by ? say('order_by', { name: line.by }) : ''
      return say('order_step', { day: ports.stamp(community, line.at), what: name(line) + visit, by })
    })
}

async function ticketLines(
  { store, say, stamp }: HotlinePorts,
  { community, ticketId }: HotlineOrder,
  locale: Locale,
): Promise<string[]> {
  const ticket = ticketId ? await store.tickets.find(ticketId) : undefined
  if (!ticket) return []
  const step = (iso: string, what: string) =>
    say('order_step', community, locale, { day: stamp(community, iso), what, by: '' })
  return [
    step(ticket.createdAt, say('hotline_ticket_taken', community, locale)),
    ...(ticket.resolvedAt
      ? [step(ticket.resolvedAt, say('hotline_ticket_ended', community, locale, { name: ticket.assignee ?? '' }))]
      : []),
  ]
}

const stepLine = ({ say }: HotlinePorts, community: string, { day, text, by }: StatusStep, locale: Locale): string => {
  const english = locale === 'en'
  const name = say('order_by', community, locale, { name: english ? by.en : by.zh })
  return say('order_step', community, locale, { day, what: english ? text.en : text.zh, by: name })
}

function nowLines(ports: HotlinePorts, entry: BoardEntry, locale: Locale): string[] {
  const { community, scope, state, asOf, source, staleAfterHours, announced, nextActor } = entry
  const say = (key: string, vars?: Record<string, string | number>) => ports.say(key, community, locale, vars)
  const pick = (words: { zh: string; en: string }) => (locale === 'en' ? words.en : words.zh)
  const place = scope.building ? ports.place(scope.building, locale) : say('everywhere')
  const stale = Date.parse(asOf) + staleAfterHours * 3_600_000 < ports.clock.now().getTime()
  return [
    say('hotline_entry_now', { place, state: pick(state), asOf: ports.stamp(community, asOf), source: pick(source) }),
    ...(nextActor ? [say('next', { next: pick(nextActor) })] : []),
    ...(announced ? [say('announced', { source: pick(announced.source), text: pick(announced.text) })] : []),
    ...(stale ? [say('hotline_stale')] : []),
  ]
}

function responsibleLines(
  { hotline, say }: HotlinePorts,
  { community, intent }: HotlineOrder,
  locale: Locale,
): string[] {
  const found = intent ? hotline.responsibility(intent, community, locale) : undefined
  if (!found) return []
  const join = (all: string[]) => all.join(locale === 'en' ? '; ' : '；')
  return [
    say('hotline_who', community, locale, { who: found.who }),
    ...(found.can.length ? [say('hotline_can', community, locale, { can: join(found.can) })] : []),
    ...(found.cannot.length ? [say('hotline_cannot', community, locale, { cannot: join(found.cannot) })] : []),
    ...found.law.map(({ cite, inForce, says }) => say('hotline_law', community, locale, { cite, inForce, says })),
  ]
}
