import type { Action, Message, RecordedClassification, Ticket, TicketNote } from '../../../bot/types.ts'

/** What the bot made of an owner's message and did about it. */
export interface Decision {
  seq: number
  classification?: RecordedClassification
  /** A rule that stands before the model recognised it; the intent that it found. */
  rule?: string
  /** The message answered a question of the bot's; the intent that it is about. */
  continued?: string
  did: { action: Action; workOrder?: string }[]
}

export type Entry =
  | { kind: 'message'; key: string; at: string; message: Message; first: boolean }
  | { kind: 'decision'; key: string; at: string; decision: Decision }
  | { kind: 'note'; key: string; at: string; note: TicketNote }
  | { kind: 'day'; key: string; at: string }

/** One message of each id, in seq order; of two the later read one, since its delivery state is newer. */
export function mergeMessages(before: readonly Message[], read: readonly Message[]): Message[] {
  const byId = new Map([...before, ...read].map((message) => [message.id, message]))
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}

/** The thread as it is shown: messages in their order, what the bot decided under each of the owner's, notes by time. */
export function entriesOf(ticket: Pick<Ticket, 'context' | 'notes'>, messages: readonly Message[]): Entry[] {
  const { classifications } = ticket.context
  const bySeq = new Map(classifications.map((classification) => [classification.seq, classification]))
  const notes = [...ticket.notes].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  const entries: Entry[] = []
  const putNotes = (until?: string) => {
    while (notes[0] && (until === undefined || notes[0].createdAt < until)) entries.push(noteEntry(notes.shift()!))
  }
  messages.forEach((message, index) => {
    putNotes(message.createdAt)
    entries.push(messageEntry(message, entries.at(-1)))
    if (message.from !== 'owner') return
    const decision = decisionOn(message, messages.slice(index + 1), bySeq.get(message.seq))
    if (decision) entries.push({ kind: 'decision', key: `d${message.seq}`, at: message.createdAt, decision })
  })
  putNotes()
  return withDays(entries)
}

function noteEntry(note: TicketNote): Entry {
  return { kind: 'note', key: `n${note.id}`, at: note.createdAt, note }
}

const TOGETHER_MS = 5 * 60_000

/** Messages of one speaker that follow each other closely share one label. */
function messageEntry(message: Message, before: Entry | undefined): Entry {
  const { id: key, createdAt: at } = message
  const close =
    before?.kind === 'message' &&
    before.message.from === message.from &&
    before.message.author === message.author &&
    Date.parse(at) - Date.parse(before.at) < TOGETHER_MS
  return { kind: 'message', key, at, message, first: !close }
}

function decisionOn(
  message: Message,
  after: readonly Message[],
  classification: RecordedClassification | undefined,
): Decision | undefined {
  const end = after.findIndex((next) => next.from === 'owner')
  const replies = (end < 0 ? after : after.slice(0, end)).filter((reply) => reply.from === 'bot' && reply.action)
  const emergency = replies.find((reply) => reply.action === 'emergency')
  // The rules stand before the model, which may have taken the message for something else.
  const ruled = emergency && emergency.intent !== classification?.intent
  if (!classification && !ruled) return undefined
  const did = new Map(replies.map((reply) => [reply.action!, { action: reply.action!, ...workOrderOf(reply) }]))
  return {
    seq: message.seq,
    ...(classification ? { classification } : {}),
    ...(ruled ? { rule: emergency.intent ?? '' } : {}),
    ...continuedBy(replies, classification),
    did: [...did.values()],
  }
}

const FORM_ACTIONS: ReadonlySet<Action | undefined> = new Set<Action>(['ask_slot', 'confirm', 'opened', 'cancelled'])

/** While a form is open, what the model makes of an answer (“厨房”) does not count. */
function continuedBy(replies: readonly Message[], classification: RecordedClassification | undefined) {
  const form = replies.find((reply) => FORM_ACTIONS.has(reply.action) && reply.intent)
  return form?.intent && form.intent !== classification?.intent ? { continued: form.intent } : {}
}

function workOrderOf({ action, card, sources }: Message): { workOrder?: string } {
  if (action !== 'opened') return {}
  const source = sources?.find((candidate) => candidate.kind === 'work_order')
  const number = card?.kind === 'work_order' ? card.number : source?.number
  return number ? { workOrder: number } : {}
}

function withDays(entries: readonly Entry[]): Entry[] {
  let day = ''
  return entries.flatMap((entry) => {
    const its = new Date(entry.at).toDateString()
    if (its === day) return [entry]
    day = its
    return [{ kind: 'day' as const, key: `day ${its}`, at: entry.at }, entry]
  })
}

/** From when to when a ticket's own part of its conversation goes; left out: from the beginning, to the end. */
export interface Span {
  after?: string
  until?: string
}

/** What was said before an earlier ticket of the same conversation ended belongs to that one. */
export function spanOf({ createdAt, conversationId, context, resolvedAt }: Ticket): Span {
  const ends = context.earlier.flatMap((earlier) =>
    earlier.conversationId === conversationId && earlier.resolvedAt && earlier.resolvedAt <= createdAt
      ? [earlier.resolvedAt]
      : [],
  )
  const after = ends.sort().at(-1)
  return { ...(after && { after }), ...(resolvedAt && { until: resolvedAt }) }
}

/** Those messages alone; the farewell of the ticket before, said in the moment of its end, is not among them. */
export const within = (messages: readonly Message[], { after, until }: Span): Message[] =>
  messages.filter(
    ({ createdAt }) => (after === undefined || createdAt > after) && (until === undefined || createdAt <= until),
  )
