import type { TurnPorts } from '../turnPorts.ts'
import type { Card, Outcome, Reply, StatusEntry, Turn } from '../types.ts'
import { type GuardPorts, unbacked } from './unbacked.ts'

type Ports = GuardPorts & Pick<TurnPorts, 'report'>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * The outcome without a promise that no record backs: such a reply gives way to safe words, and a person gets the
 * matter. Emergency instructions go out as they are; tests see to it that they hold none.
 */
export function withoutPromises(ports: Ports, turn: Turn, outcome: Outcome): Outcome {
  if (outcome.action === 'emergency') return outcome
  const replies = safeReplies(ports, turn, outcome, outcome.replies)
  if (replies.every((reply, at) => reply === outcome.replies[at])) return outcome
  const asks = outcome.handoff || outcome.form || turn.conversation.stage === 'staff'
  return {
    ...outcome,
    replies,
    ...(asks ? {} : { handoff: { reason: 'promise', priority: 'normal', team: 'service' } }),
  }
}

/** Each reply as it was, or safe words in its place. */
export function safeReplies(ports: Ports, turn: Turn, outcome: Outcome, replies: Reply[]): Reply[] {
  if (outcome.action === 'emergency') return replies
  const { community, id } = turn.conversation
  const backed = backedBy(ports, turn, outcome)
  return replies.map((reply) => {
    const phrases = textsOf(reply).flatMap((text) => unbacked(ports, community, text, backed))
    if (!phrases.length) return reply
    const named = phrases.map(({ phrase, kind }) => `${phrase} (${kind})`).join(', ')
    ports.report(new Error(`a reply promised what no record holds: ${named}`), id)
    const { card: _card, ...rest } = reply
    return { ...rest, text: ports.catalogue.say('promise_withheld', community, turn.locale) }
  })
}

/** What an owner reads of a reply. */
function textsOf({ text, card }: Reply): string[] {
  return [text, ...(card ? cardTexts(card) : [])]
}

function cardTexts(card: Card): string[] {
  switch (card.kind) {
    case 'status':
      return [card.headline, ...card.steps.map((step) => step.text)]
    case 'responsibility':
      return [...card.can, card.next]
    // The owner's own words, and instructions.
    case 'work_order':
    case 'emergency':
      return []
    default:
      return card satisfies never
  }
}

/** The words of the records that were looked up, what the owner said for a work order, and when the office opens. */
function backedBy({ hours, clock }: Ports, { conversation, locale }: Turn, outcome: Outcome): string[] {
  const { community, memory } = conversation
  const now = clock.now()
  const time = (at: Date) => hours.format(community, locale, at, now)
  const opens = outcome.handoff && hours.opensAt(community, now)
  const forms = [memory.form, outcome.form, outcome.form?.parked, outcome.openWorkOrder]
  const { status = [], repairs = [], words = [] } = outcome.evidence ?? {}
  return [
    ...status.flatMap((entry) => [...wordsOf(entry), time(new Date(entry.asOf))]),
    ...repairs.flatMap((order) => [...Object.values(order.slots), time(new Date(order.createdAt))]),
    ...forms.flatMap((form) => Object.values(form?.slots ?? {})),
    ...words,
    ...(opens ? [time(opens)] : []),
  ].filter((words) => words.length > 1)
}

/**
 * Only what was announced by a source, or let out by a clerk who is named, may name a day that lies ahead; the log names
 * those on which something was done.
 */
function wordsOf({ announced, log, vouched = [] }: StatusEntry): string[] {
  const said = announced ? [announced.text.zh, announced.text.en] : []
  return [...said, ...vouched.flatMap(({ phrases }) => phrases), ...log.flatMap(({ day }) => namesOf(day))]
}

/** 9月2日 and `2 Sep` of an ISO date. */
function namesOf(day: string): string[] {
  const [, month, date] = day.split('-').map(Number)
  return month && date ? [`${month}月${date}日`, `${date} ${MONTHS[month - 1]}`] : []
}
