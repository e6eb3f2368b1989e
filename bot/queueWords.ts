import type { Store } from './ports.ts'
import type { Catalogue, Clock, Hours, Outcome, Reply, Turn } from './types.ts'

interface Ports {
  store: Pick<Store, 'tickets'>
  hours: Hours
  catalogue: Catalogue
  clock: Clock
}

/** What an owner is told when a person is called: that it is passed on, how many wait before, and when somebody answers. */
export async function queueWords(ports: Ports, turn: Turn, outcome: Outcome, already: boolean): Promise<Reply[]> {
  const { handoff, action } = outcome
  if (!handoff || action === 'emergency' || action === 'relay') return []
  const { conversation, locale } = turn
  const say = (key: string, vars?: Record<string, string | number>) =>
    ports.catalogue.say(key, conversation.community, locale, vars)
  const opening = already ? 'already_waiting' : openingKey(outcome)
  const parts = [
    opening ? say(opening) : '',
    ...(await placeInLine(ports, turn, say, already)),
    ...closedWords(ports, turn, say),
  ]
  const text = parts.filter(Boolean).join(locale === 'en' ? ' ' : '')
  return text ? [{ text, action: 'handoff', ...(outcome.intent ? { intent: outcome.intent } : {}) }] : []
}

/** Outcomes that have said themselves what happens next. */
function openingKey({ handoff, action }: Outcome): string | undefined {
  if (handoff?.reason === 'error' || handoff?.reason === 'not_understood') return undefined
  if (handoff?.reason === 'anger') return 'angry_handoff'
  if (handoff?.continues) return undefined
  if (handoff?.reason === 'stale_status' || action === 'subscribed') return 'passed_on'
  return 'handed_over'
}

type Say = (key: string, vars?: Record<string, string | number>) => string

async function placeInLine({ store, hours, clock }: Ports, turn: Turn, say: Say, already: boolean): Promise<string[]> {
  const { community } = turn.conversation
  if (!hours.isOpen(community, clock.now())) return []
  const total = await store.tickets.waiting(community)
  const before = already ? total - 1 : total
  const minutes = await store.tickets.medianWaitMinutes(community)
  return [
    before > 0 ? say('position', { n: before }) : say('position_first'),
    minutes === undefined ? '' : say('expected', { minutes: Math.max(1, Math.round(minutes)) }),
  ]
}

function closedWords({ hours, clock }: Ports, turn: Turn, say: Say): string[] {
  const { community } = turn.conversation
  const now = clock.now()
  if (hours.isOpen(community, now)) return []
  const opens = hours.opensAt(community, now)
  return opens ? [say('closed_now', { opens: hours.format(community, turn.locale, opens, now) })] : []
}
