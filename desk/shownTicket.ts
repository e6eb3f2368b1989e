import type { StoredTicket } from '../bot/ports.ts'
import type { HomeOnFile, Message, Ticket, WorkOrder } from '../bot/types.ts'
import { fromColleagues } from './colleagues.ts'
import { contactOf } from './contact.ts'
import { hidden, hiddenSlots, hiddenWords, shownMessage } from './hidden.ts'
import { maskedName, maskedPhone } from './masks.ts'
import type { DeskPorts } from './ports.ts'

type Ports = Pick<
  DeskPorts,
  'store' | 'say' | 'stamp' | 'promisesIn' | 'maskAbuse' | 'maskNumbers' | 'maskNames' | 'maskPersonal'
>

const TRANSCRIPT = 500

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
  const { community } = stored
  const hide = (text: string) => hidden(ports, text, community)
  const read = {
    summary: hide(context.summary),
    transcript: transcript.map((message) => shownMessage(ports, message, community)),
    earlier: before.map((ticket) => ({ ...ticket, summary: hide(ticket.summary) })),
    suggestions: hiddenWords(ports, [...context.suggestions, ...answered], community),
    ...(ratings.length && {
      ratings: ratings.map(({ comment, ...given }) => ({ ...given, ...(comment && { comment: hide(comment) }) })),
    }),
    ...(undelivered.length && { deliveries: undelivered }),
    ...(onFile && { homeOnFile: onFile }),
    owner: { ...context.owner, ...(contact && { phoneMasked: hide(contact) }) },
  }
  const slots = hiddenSlots(ports, context.slots, community)
  return {
    ...row,
    conversationId,
    context: { ...context, slots, repairs: repairs.map((order) => inTicket(ports, order)), classifications, ...read },
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
function inTicket(ports: Ports, { slots, ...order }: WorkOrder): WorkOrder {
  const { contact: _contact, ...shown } = slots
  return { ...order, slots: hiddenSlots(ports, shown, order.community) }
}
