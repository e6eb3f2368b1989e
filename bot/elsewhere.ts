import { ticketOf } from './handoff.ts'
import { justSaidAfter } from './justSaid.ts'
import type { NewArrival } from './ports/botpress.ts'
import { safeReplies, withoutPromises } from './promises/outgoing.ts'
import { queueWords } from './queueWords.ts'
import { Thinker, type Thought } from './think.ts'
import type { TurnPorts } from './turnPorts.ts'
import type { Answered, Question, Remembered } from './types/answer.ts'
import type { Arrival, ArrivedLine } from './types/botpress.ts'
import type { Conversation, Entities, HandoffRequest, Locale, Memory, Message, Outcome, Reply, Turn } from './types.ts'

/** Serves bots of other makers: answers without a conversation, and takes over what they hand to a person. */
export class Elsewhere {
  readonly #current: () => TurnPorts
  readonly #mute: () => TurnPorts
  readonly #thinkers = new WeakMap<TurnPorts, Thinker>()
  #asked = 0

  /**
   * @param current asked once a question, as a turn asks
   * @param mute the same, where nobody can be told of anything later, so that nothing of the kind is offered
   */
  constructor(current: () => TurnPorts, mute: () => TurnPorts) {
    this.#current = current
    this.#mute = mute
  }

  /** Answers from classifier, knowledge and status board. Nothing is stored; nobody is called. */
  async answer(question: Question): Promise<Answered> {
    const follows = question.follow !== undefined
    const ports = follows ? this.#current() : this.#mute()
    const { thought, outcome } = await this.#think(ports, question)
    const { classification, locale } = thought.turn
    const { intent, confidence, alternatives, outOfScope } = classification
    const handoff = wanted(ports, thought.turn, outcome, follows)
    // Of a form the first question would be asked, and nobody be there for the answer.
    const replies = needsRecord(outcome, follows) ? [] : outcome.replies
    return {
      intent,
      confidence,
      alternatives,
      outOfScope,
      action: outcome.action,
      replies: replies.map((reply) => spoken(reply, follows)),
      ...(follows && followingIn(ports, thought.turn, outcome)),
      ...(handoff && {
        handoff: { ...handoff, unreached: ports.catalogue.say('unreached', question.community, locale) },
      }),
      locale,
      remembered: rememberedAfter(thought.turn, outcome, ports.clock.now()),
    }
  }

  /** Opens the ticket with everything attached, once for each key. */
  async arrive(arrival: Arrival): Promise<{ kind: 'opened' | 'before'; conversationId: string; ticketId: string }> {
    const ports = this.#current()
    const { botpress } = ports.store
    const before = await botpress.arrived(arrival.key)
    if (before) return { kind: 'before', ...before }
    const opened = await botpress.arrive(await this.#arrivalOf(ports, arrival))
    const { conversationId, ticketId } = opened
    ports.live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    ports.live.publish('desk', { kind: 'tickets', ticketId })
    return opened
  }

  async #arrivalOf(ports: TurnPorts, arrival: Arrival): Promise<NewArrival> {
    const text = lastOwnerWords(arrival)
    const question: Question = { text, community: arrival.community, locale: arrival.locale }
    const remembered = memoryOf(ports, arrival)
    const { thought, outcome } = await this.#think(ports, { ...question, remembered })
    const request = outcome.handoff ?? asked(ports, arrival.intent ?? outcome.intent)
    const turn = { ...thought.turn, conversation: { ...thought.turn.conversation, memory: remembered } }
    const handed: Outcome = { ...outcome, handoff: request, ...(arrival.intent && { intent: arrival.intent }) }
    const instruction = outcome.action === 'emergency' ? notYetSaid(outcome, arrival.history) : []
    const queued = safeReplies(ports, turn, handed, await queueWords(ports, turn, handed, false))
    const note = noteOf(ports, arrival)
    return {
      ...arrival,
      memory: remembered,
      ticket: ticketOfArrival(ports, arrival, turn, handed, request),
      ...(note && { note }),
      classification: turn.classification,
      replies: [...instruction, ...queued],
    }
  }

  async #think(ports: TurnPorts, question: Question) {
    const now = ports.clock.now().toISOString()
    const conversation: Conversation = {
      // Else the record knows none of this name, and no two at once have the same.
      id: question.follow?.conversationId ?? `elsewhere-${++this.#asked}`,
      community: question.community,
      locale: question.locale,
      channel: 'botpress',
      stage: 'bot',
      verified: false,
      memory: question.remembered ?? NOTHING,
      version: 0,
      lastSeq: 0,
      createdAt: now,
      lastActiveAt: now,
    }
    const message = {
      ...asMessage(0, { from: 'owner', text: question.text }, now),
      ...(question.choice && { choice: question.choice }),
    }
    const thought: Thought = await this.#thinkerOf(ports).think(conversation, message)
    return { thought, outcome: withoutPromises(ports, thought.turn, thought.outcome) }
  }

  #thinkerOf(ports: TurnPorts): Thinker {
    const thinker = this.#thinkers.get(ports) ?? new Thinker(ports)
    this.#thinkers.set(ports, thinker)
    return thinker
  }
}

/** Following a record needs a conversation of ours: where there can be none it isn't offered. */
function spoken({ text, choices = [], sources }: Reply, follows: boolean): Answered['replies'][number] {
  const kept = choices.filter(({ value }) => follows || !/^(un)?subscribe:/.test(value))
  return { text, ...(kept.length && { choices: kept }), ...(sources && { sources }) }
}

const NOTHING: Remembered = { misses: 0, angry: 0, said: {} }

/** What only a conversation of ours can do: fill in a form, change a work order, follow a record. */
const needsRecord = ({ form, openWorkOrder, orderAct, subscribe, unsubscribe }: Outcome, follows: boolean): boolean =>
  [form, openWorkOrder, orderAct, ...(follows ? [] : [subscribe, unsubscribe])].some((part) => part !== undefined)

function followingIn(
  { catalogue }: TurnPorts,
  { conversation, locale }: Turn,
  { subscribe, unsubscribe }: Outcome,
): Pick<Answered, 'follow' | 'unfollow'> {
  const failed = catalogue.say('not_noted', conversation.community, locale)
  return {
    ...(subscribe && { follow: { ...subscribe, failed } }),
    ...(unsubscribe && { unfollow: { ...unsubscribe, failed } }),
  }
}

function wanted(
  ports: TurnPorts,
  { conversation }: Turn,
  outcome: Outcome,
  follows: boolean,
): HandoffRequest | undefined {
  if (outcome.handoff) return outcome.handoff
  if (!needsRecord(outcome, follows)) return undefined
  const intent = outcome.intent ?? conversation.memory.lastIntent
  return { reason: 'human_intent', priority: 'normal', team: intent ? ports.catalogue.team(intent) : 'service' }
}

function asked(ports: TurnPorts, intent: string | undefined): HandoffRequest {
  const team = intent && ports.catalogue.exists(intent) ? ports.catalogue.team(intent) : 'service'
  return { reason: 'asked', priority: 'normal', team }
}

function rememberedAfter(turn: Turn, outcome: Outcome, now: Date): Remembered {
  const { conversation, entities, text } = turn
  const { offered: _offered, offeredFor: _offeredFor, ...kept } = conversation.memory as Remembered
  const { action, intent } = outcome
  const { soothed, offered, askedHome, toldRight, toldWays } = { ...kept, ...outcome.remember } as Remembered
  const home = { ...kept.said.home, ...entities.home }
  const offers = action === 'clarify' || action === 'fallback'
  return {
    misses: action === 'fallback' ? kept.misses + 1 : 0,
    angry: outcome.remember?.angry ?? kept.angry,
    said: { ...kept.said, ...entities, ...(Object.keys(home).length && { home }) },
    ...(soothed && { soothed }),
    ...(offered && { offered }),
    ...(askedHome && { askedHome }),
    ...(toldRight && { toldRight }),
    ...(toldWays && { toldWays }),
    ...(offers && { offeredFor: { text, entities } }),
    ...justSaidAfter(turn, outcome, now),
    ...(intent && intent !== 'human.request'
      ? { lastIntent: intent }
      : kept.lastIntent && { lastIntent: kept.lastIntent }),
  }
}

const lastOwnerWords = ({ history, title, description }: Arrival): string =>
  history.findLast(({ from }) => from === 'owner')?.text ?? title ?? description ?? ''

/** What the owner has told, here or there, so that nobody asks again. */
function memoryOf({ findEntities, catalogue }: TurnPorts, { history, owner, intent }: Arrival): Memory {
  const told = [
    ...history.filter(({ from }) => from === 'owner').map(({ text }) => text),
    owner.home ?? '',
    owner.phone ?? '',
  ]
  const said: Entities = {}
  for (const words of told) {
    const { home, ...rest } = findEntities(words)
    Object.assign(said, rest, home && { home: { ...said.home, ...home } })
  }
  return { misses: 0, angry: 0, said, ...(intent && catalogue.exists(intent) && { lastIntent: intent }) }
}

/** The instruction comes even where the other bot gave none; never twice. */
const notYetSaid = ({ replies }: Outcome, history: ArrivedLine[]) =>
  replies.filter(({ text }) => !history.some((line) => line.from === 'bot' && line.text.includes(text)))

function ticketOfArrival(ports: TurnPorts, arrival: Arrival, turn: Turn, outcome: Outcome, request: HandoffRequest) {
  const now = ports.clock.now()
  const { home, phone } = turn.conversation.memory.said
  const parts = {
    turn,
    outcome,
    request,
    transcript: arrival.history.map((line, index) => asMessage(index + 1, line, now.toISOString())),
    shown: [],
    ...(home && { home: ports.formatHome(home, 'zh') }),
    ...(phone && { phoneMasked: ports.maskPhone(phone) }),
  }
  const ticket = ticketOf(parts, ports.catalogue, ports.hours, now)
  const { name } = arrival.owner
  return name ? { ...ticket, context: { ...ticket.context, owner: { ...ticket.context.owner, name } } } : ticket
}

function noteOf({ catalogue }: TurnPorts, { title, description, facts = [], community }: Arrival): string {
  const lines = [title, description, ...facts.map(({ label, value }) => `${label}：${value}`)].filter(Boolean)
  return lines.length ? [catalogue.say('arrived_from_bot', community, 'zh' satisfies Locale), ...lines].join('\n') : ''
}

const asMessage = (seq: number, { from, text }: ArrivedLine, createdAt: string): Message => ({
  id: '',
  seq,
  conversationId: '',
  from,
  text,
  createdAt,
})
