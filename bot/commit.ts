import { isAngry } from './anger.ts'
import { ticketOf } from './handoff.ts'
import { justSaidAfter } from './justSaid.ts'
import { filing } from './orderPlace.ts'
import type { NewTicket, TurnCommit } from './ports.ts'
import { safeReplies, withoutPromises } from './promises/outgoing.ts'
import { queueWords } from './queueWords.ts'
import type { Thought } from './think.ts'
import type { TurnPorts } from './turnPorts.ts'
import {
  type Conversation,
  isVoice,
  isWordless,
  type Memory,
  type Message,
  MOST_ATTACHMENTS,
  type Outcome,
  type Reply,
  type SentFile,
  type StatusEntry,
  type Turn,
} from './types.ts'

const TRANSCRIPT = 500

/** Turns what was thought into the one thing that is committed. Reads the record; changes nothing. */
export async function commitOf(
  ports: TurnPorts,
  conversation: Conversation,
  seq: number,
  thought: Thought,
): Promise<TurnCommit> {
  const { turn, dialog } = thought
  const outcome = withoutPromises(ports, turn, thought.outcome)
  const { store } = ports
  // While a ticket is open the conversation has its stage.
  const open = conversation.stage === 'waiting' || conversation.stage === 'staff'
  const ticket = await newTicket(ports, turn, outcome)
  const queued = ticket ? await queueWords(ports, turn, outcome, open) : []
  const words = safeReplies(ports, turn, outcome, queued)
  const number = outcome.openWorkOrder ? await store.workOrders.reserveNumber() : undefined
  const home = number && conversation.verified ? (await store.homes.ofConversation(conversation.id))?.home : undefined
  const filer = { conversationId: conversation.id, ...(home ? { home } : {}) }
  const replies = [...outcome.replies, ...words].map((reply) => (number ? numbered(reply, number) : reply))
  return {
    conversationId: conversation.id,
    seq,
    expectedVersion: conversation.version,
    stage: conversation.stage === 'staff' ? 'staff' : ticket || open ? 'waiting' : 'bot',
    locale: turn.locale,
    memory: memoryAfter(turn, outcome, dialog, ports.clock.now()),
    replies,
    // Without a word nothing was classified.
    ...(isWordless(turn) ? {} : { classification: turn.classification }),
    ...(ticket ? { ticket } : {}),
    ...(outcome.subscribe ? { subscribe: outcome.subscribe } : {}),
    ...(outcome.unsubscribe ? { unsubscribe: outcome.unsubscribe } : {}),
    ...(number && outcome.openWorkOrder
      ? { workOrder: { number, ...filing(outcome.openWorkOrder, filer, ports.findEntities) } }
      : {}),
    ...(outcome.orderAct ? { orderAct: outcome.orderAct } : {}),
    ...(outcome.ask ? { ask: outcome.ask } : {}),
  }
}

async function newTicket(ports: TurnPorts, turn: Turn, outcome: Outcome): Promise<NewTicket | undefined> {
  const { store, catalogue, hours, clock, formatHome, maskPhone } = ports
  if (!outcome.handoff) return undefined
  const transcript = await store.conversations.messages(turn.conversation.id, 0, TRANSCRIPT)
  const shown = await shownStatus(ports, turn, transcript)
  const said = { ...turn.conversation.memory.said, ...turn.entities }
  const parts = {
    turn,
    outcome,
    request: outcome.handoff,
    transcript,
    shown,
    ...(said.home ? { home: formatHome(said.home, 'zh') } : {}),
    ...(said.phone ? { phoneMasked: maskPhone(said.phone) } : {}),
  }
  return ticketOf(parts, catalogue, hours, clock.now())
}

/** The status entries that this conversation was shown. */
async function shownStatus({ store }: TurnPorts, turn: Turn, transcript: Message[]): Promise<StatusEntry[]> {
  const sources = transcript.flatMap((message) => message.sources ?? [])
  const ids = new Set(sources.flatMap((source) => (source.kind === 'status' ? [source.id] : [])))
  if (!ids.size) return []
  return (await store.board.entries(turn.conversation.community)).filter((entry) => ids.has(entry.id))
}

const ANSWERS = new Set(['answer', 'status', 'opened', 'handoff', 'ask_slot', 'confirm'])

const OFFERS = new Set(['clarify', 'fallback'])

/** What the conversation remembers after this turn. */
function memoryAfter(turn: Turn, outcome: Outcome, dialog: unknown, now: Date): Memory {
  const { memory } = turn.conversation
  const {
    form: before,
    offered: _offered,
    offeredFor: _offeredFor,
    justSaid: _said,
    files: earlier = [],
    ...kept
  } = memory
  // What the dialog runtime was not asked about (an emergency, a relayed message) leaves an open form as it is.
  const form = dialog === memory.dialog ? before : outcome.form
  // An open form, or the order that came of it, has them.
  const files = form || outcome.openWorkOrder ? [] : [...earlier, ...filesOf(turn, now)].slice(-MOST_ATTACHMENTS)
  const { intent } = outcome
  const notPromised = [
    ...new Set([...(memory.notPromised ?? []), ...(outcome.notPromised ? [outcome.notPromised] : [])]),
  ]
  return {
    ...kept,
    dialog,
    misses: outcome.action === 'fallback' ? memory.misses + 1 : 0,
    angry: isAngry(turn) ? memory.angry + 1 : 0,
    said: saidAfter(turn),
    ...(intent && intent !== 'human.request' && ANSWERS.has(outcome.action) ? { lastIntent: intent } : {}),
    ...(form ? { form } : {}),
    ...(files.length ? { files } : {}),
    ...(OFFERS.has(outcome.action) ? { offeredFor: { text: turn.text, entities: turn.entities } } : {}),
    ...(notPromised.length ? { notPromised } : {}),
    ...justSaidAfter(turn, outcome, now),
    ...outcome.remember,
  }
}

/** What is seen or read; what is heard goes to a person. */
const filesOf = ({ attachments = [] }: Turn, now: Date): SentFile[] =>
  attachments.filter(({ type }) => !isVoice(type)).map((file) => ({ ...file, at: now.toISOString() }))

function saidAfter(turn: Turn): Memory['said'] {
  const { said } = turn.conversation.memory
  const { home } = turn.entities
  return { ...said, ...turn.entities, ...(home ? { home: { ...said.home, ...home } } : {}) }
}

function numbered(reply: Reply, number: string): Reply {
  return JSON.parse(JSON.stringify(reply).replaceAll('{number}', number)) as Reply
}
