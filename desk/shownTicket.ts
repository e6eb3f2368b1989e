import type { StoredTicket } from '../bot/ports.ts'
import type { HomeOnFile, Message, Ticket, WorkOrder } from '../bot/types.ts'
import { fromColleagues } from './colleagues.ts'
import { contactOf } from './contact.ts'
import { maskedName, maskedPhone } from './masks.ts'
import type { DeskPorts } from './ports.ts'

type Ports = Pick<
  DeskPorts,
  'store' | 'say' | 'stamp' | 'promisesIn' | 'maskAbuse' | 'maskNumbers' | 'maskNames' | 'maskPersonal'
>

const TRANSCRIPT = 500

/** Words as a clerk gets them: without insults, and without numbers that tell who somebody is. The record keeps all. */
export const hidden = ({ maskAbuse, maskNumbers }: Pick<Ports, 'maskAbuse' | 'maskNumbers'>, text: string): string =>
  maskNumbers(maskAbuse(text))

/** A message as a clerk gets it; `masked` where something of the owner's words is hidden. */
export function shownMessage(ports: Pick<Ports, 'maskAbuse' | 'maskNumbers'>, message: Message): Message {
  if (message.from !== 'owner') return message
  const text = hidden(ports, message.text)
  return text === message.text ? message : { ...message, text, masked: true }
}

/** The ticket as a clerk gets it, with what is read from the record now. */
export async function shownTicket(ports: Ports, stored: StoredTicket): Promise<Ticket> {
  const { conversations, deliveries, tickets, workOrders } = ports.store
  const { conversationId, summary: _summary, mood: _mood, channel: _channel, home: _home, context, ...row } = stored
  const [transcript, classifications, earlier, repairs, ratings, onFile, undelivered, answered] = await Promise.all([
    lastMessages(ports, conversationId),
    conversations.classifications(conversationId),
    tickets.related(conversationId),
    workOrders.ofConversation(conversationId),
    conversations.ratings(conversationId),
    homeOnFile(ports, conversationId),
    deliveries.ofConversation(conversationId),
    fromColleagues(ports, stored),
  ])
  const contact = await contactOf(ports, stored, repairs)
  const before = earlier.filter((ticket) => ticket.id !== stored.id)
  const read = {
    summary: hidden(ports, context.summary),
    transcript: transcript.map((message) => shownMessage(ports, message)),
    earlier: before.map((ticket) => ({ ...ticket, summary: hidden(ports, ticket.summary) })),
    suggestions: [...context.suggestions, ...answered],
    ...(ratings.length && { ratings }),
    ...(undelivered.length && { deliveries: undelivered }),
    ...(onFile && { homeOnFile: onFile }),
    owner: { ...context.owner, ...(contact && { phoneMasked: hidden(ports, contact) }) },
  }
  const slots = { ...context.slots, ...(context.slots.contact && { contact: hidden(ports, context.slots.contact) }) }
  return {
    ...row,
    conversationId,
    context: { ...context, slots, repairs: repairs.map(inTicket), classifications, ...read },
  }
}

/** The end of a long talk; what came before is read by its seq. */
async function lastMessages({ store }: Ports, conversationId: string): Promise<Message[]> {
  const lastSeq = (await store.conversations.find(conversationId))?.lastSeq ?? 0
  return store.conversations.messages(conversationId, Math.max(0, lastSeq - TRANSCRIPT), TRANSCRIPT)
}

/** Who has the home that the owner proved by a code; masked, until somebody looks. */
async function homeOnFile({ store }: Ports, conversationId: string): Promise<HomeOnFile | undefined> {
  const account = await store.homes.ofConversation(conversationId)
  if (!account) return undefined
  const { id, home, owner, phones } = account
  return { id, home, ...(owner && { ownerMasked: maskedName(owner) }), phonesMasked: phones.map(maskedPhone) }
}

/** A phone is for whoever opens the work order itself. */
function inTicket({ slots, ...order }: WorkOrder): WorkOrder {
  const { contact: _contact, ...shown } = slots
  return { ...order, slots: shown }
}
