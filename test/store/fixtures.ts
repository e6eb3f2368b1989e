import type { NewTicket, Store, TurnCommit } from '../../bot/ports.ts'
import type { Clock, Conversation, HandoffContext, NewId, StaffMember, StatusEntry } from '../../bot/types.ts'

/** A clock that moves when it is told to. */
export interface HandClock extends Clock {
  pass(milliseconds: number): void
}

export function handClock(start = '2026-03-02T01:00:00.000Z'): HandClock {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    pass: (milliseconds) => {
      time += milliseconds
    },
  }
}

export function countingIds(): NewId {
  let last = 0
  return () => {
    last += 1
    return `id-${String(last).padStart(6, '0')}`
  }
}

/** One record that can be opened again and again. */
export interface Place {
  clock: HandClock
  /** Whether one process at a time has it. */
  alone: boolean
  open(): Promise<Store>
  /** Removes it; whatever is open is closed before. */
  end(): Promise<void>
}

export type NewPlace = () => Promise<Place>

export function aContext(change: Partial<HandoffContext> = {}): HandoffContext {
  return {
    summary: '3栋业主问通气时间',
    reason: 'asked',
    intent: 'gas.connection_status',
    alternatives: [{ intent: 'gas.connection_status', confidence: 0.9 }],
    slots: {},
    owner: { home: '3-1-1201', verified: false },
    mood: 'worried',
    urgency: 'normal',
    language: 'zh',
    channel: 'web',
    status: [],
    repairs: [],
    notPromised: [],
    responsibility: null,
    suggestions: [],
    ...change,
  }
}

export function aTicket(change: Partial<NewTicket> = {}): NewTicket {
  return {
    reason: 'asked',
    priority: 'normal',
    team: 'service',
    dueAt: '2026-03-02T01:30:00.000Z',
    context: aContext(),
    ...change,
  }
}

export function aTurn(conversation: Conversation, seq: number, change: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId: conversation.id,
    seq,
    expectedVersion: conversation.version,
    stage: 'bot',
    memory: { misses: 0, angry: 0, said: {} },
    locale: 'zh',
    replies: [{ text: '燃气公司还没给通气日期。', intent: 'gas.connection_status', action: 'answer' }],
    ...change,
  }
}

export function anEntry(change: Partial<StatusEntry> = {}): StatusEntry {
  return {
    id: 'gas-3',
    community: 'demo',
    topic: 'gas',
    scope: { building: '3' },
    state: { zh: '等燃气公司检测', en: 'waiting for the gas company' },
    log: [{ day: '2026-02-20', text: { zh: '名单已交', en: 'list handed in' }, by: { zh: '物业', en: 'property' } }],
    asOf: '2026-03-01T02:00:00.000Z',
    staleAfterHours: 72,
    source: { zh: '燃气公司回电', en: 'call from the gas company' },
    ...change,
  }
}

export async function aConversation(
  store: Store,
  change: Partial<Parameters<Store['conversations']['create']>[0]> = {},
): Promise<Conversation> {
  return store.conversations.create({ community: 'demo', locale: 'zh', channel: 'web', tokenHash: 'hash', ...change })
}

export async function aClerk(store: Store, name: string): Promise<StaffMember> {
  return store.staff.add({ name, role: 'staff', passwordHash: 'scrypt' })
}

/** The owner says it; the seq it was stored under. */
export async function says(store: Store, conversationId: string, text: string, id = text): Promise<number> {
  const accepted = await store.conversations.accept(conversationId, { clientMessageId: id, text })
  if (accepted.kind !== 'stored') throw new Error(`expected it to be stored, it was ${accepted.kind}`)
  return accepted.message.seq
}

export async function find(store: Store, id: string): Promise<Conversation> {
  const conversation = await store.conversations.find(id)
  if (!conversation) throw new Error(`no conversation ${id}`)
  return conversation
}

/** A conversation that waits for a person, and the id of its ticket. */
export async function aHandoff(
  store: Store,
  ticket: Partial<NewTicket> = {},
  owner: Parameters<typeof aConversation>[1] = {},
): Promise<{ conversation: Conversation; ticketId: string }> {
  const conversation = await aConversation(store, owner)
  const seq = await says(store, conversation.id, '找人工')
  const turn = aTurn(conversation, seq, { stage: 'waiting', ticket: aTicket(ticket) })
  const result = await store.conversations.commitTurn(turn)
  if (result.kind !== 'committed' || !result.ticketId) throw new Error('expected a ticket')
  return { conversation: result.conversation, ticketId: result.ticketId }
}

/** `owner: 停水了吗`, one a message. */
export async function transcript(store: Store, conversationId: string): Promise<string[]> {
  const messages = await store.conversations.messages(conversationId, 0, 500)
  return messages.map((message) => `${message.from}: ${message.text}`)
}
