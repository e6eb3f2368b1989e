import { QiaoError } from '../bot/errors.ts'
import type { StoredTicket, TicketChange } from '../bot/ports.ts'
import type { Conversation, Message, StaffMember, Ticket, TicketNote, Vouched } from '../bot/types.ts'
import { shownMessage } from './hidden.ts'
import { mentionsIn } from './mentions.ts'
import type { DeskPorts } from './ports.ts'
import { type StaffText, vouchedFor } from './promiseHold.ts'
import { refused } from './refused.ts'
import { behindMask, type Masked, type Revealed } from './reveal.ts'
import { shownTicket } from './shownTicket.ts'
import { serves } from './teams.ts'

type Ports = Pick<
  DeskPorts,
  | 'store'
  | 'live'
  | 'say'
  | 'showTyping'
  | 'promisesIn'
  | 'promiseKey'
  | 'maskAbuse'
  | 'maskNumbers'
  | 'mostTickets'
  | 'stamp'
  | 'maskNames'
  | 'maskPersonal'
>

/** Messages read at once of what came before. */
const EARLIER = 200
/** Best first, as they stand under the farewell. */
const RATINGS = [5, 4, 3, 2, 1]

/** What staff do with tickets. Each verb changes ticket and conversation together and tells both sides. */
export class DeskWork {
  readonly #ports: Ports

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /**
   * The ticket with its transcript, read now.
   * @throws QiaoError `not_found`
   */
  async open(id: string): Promise<Ticket> {
    return shownTicket(this.#ports, await this.#stored(id))
  }

  /** What was said before this seq, in order; at most 200. @throws QiaoError `not_found` */
  async messagesBefore(id: string, before?: number): Promise<Message[]> {
    const { conversationId, community } = await this.#stored(id)
    const last = before === undefined ? (await this.#conversation(conversationId)).lastSeq : before - 1
    const from = Math.max(0, last - EARLIER)
    const messages = await this.#ports.store.conversations.messages(conversationId, from, last - from)
    return messages.map((message) => shownMessage(this.#ports, message, community))
  }

  /** Exactly one of several clerks wins. @throws QiaoError `conflict` with the holder's name, `full`, `not_found` */
  async claim(id: string, clerk: StaffMember): Promise<Ticket> {
    const most = this.#ports.mostTickets((await this.#stored(id)).community)
    return this.#change(id, 'claimed', clerk, (says) => this.#ports.store.tickets.claim(id, clerk.id, says, most))
  }

  release(id: string, clerk: StaffMember): Promise<Ticket> {
    return this.#change(id, 'released', clerk, (says) => this.#ports.store.tickets.release(id, clerk.id, says))
  }

  /** Ends it and asks how it was, except after an emergency. */
  async resolve(id: string, clerk: StaffMember): Promise<Ticket> {
    const { priority, conversationId } = await this.#stored(id)
    const { community, locale } = await this.#conversation(conversationId)
    const say = (key: string) => this.#ports.say(key, community, locale)
    const choices = RATINGS.map((score) => ({ title: say(`rate_${score}`), value: `rating:${score}` }))
    const asks = priority === 'emergency' ? undefined : choices
    return this.#change(id, 'resolved', clerk, (says) => this.#ports.store.tickets.resolve(id, clerk.id, says, asks))
  }

  returnToBot(id: string, clerk: StaffMember): Promise<Ticket> {
    return this.#change(id, 'returned', clerk, (says) => this.#ports.store.tickets.returnToBot(id, clerk.id, says))
  }

  /**
   * Speaks to the owner through their channel. A promise that no record holds waits until somebody vouches for it.
   * @throws QiaoError `promise` with the phrases and a token to confirm them; `bad_request` for a file of another's, or
   * one that was sent already
   */
  async reply(id: string, clerk: StaffMember, message: StaffText): Promise<Message> {
    const ticket = await this.#stored(id)
    const { conversationId } = ticket
    const vouched = await vouchedFor(this.#ports, ticket, clerk, message)
    const { clientMessageId, text, attachments = [] } = message
    const result = await this.#ports.store.tickets.reply(id, clerk.id, { clientMessageId, text, attachments })
    if (result.kind === 'attachment')
      throw new QiaoError('bad_request', 'a file is not theirs', { details: { field: 'attachments' } })
    if (result.kind !== 'ok') throw refused(result)
    if (vouched) await this.#audit(ticket, clerk, vouched, result.message.seq)
    this.#ports.live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    this.#ports.live.publish('desk', { kind: 'messages', conversationId })
    return shownMessage(this.#ports, result.message, ticket.community)
  }

  /** Who let which promise go out, kept with the ticket; once, however often the message is sent again. */
  async #audit(ticket: StoredTicket, clerk: StaffMember, { phrases, record }: Vouched, seq: number): Promise<void> {
    const vars = { name: clerk.name, seq, phrases: phrases.join('、'), record: record ?? '' }
    const words = record === undefined ? 'promise_confirmed' : 'promise_recorded'
    const text = this.#ports.say(words, ticket.community, 'zh', vars)
    if (!ticket.notes.some((note) => note.text === text)) await this.note(ticket.id, clerk, text)
  }

  /** Among staff; the owner never sees it. Colleagues who may see the ticket are called by `@` and their name. */
  async note(id: string, clerk: StaffMember, text: string): Promise<TicketNote> {
    const { community } = await this.#stored(id)
    const { store, live } = this.#ports
    const others = (await store.teams.colleagues()).filter((one) => one.id !== clerk.id && serves(one, [community]))
    const called = mentionsIn(text, others).map((one) => one.id)
    const note = await store.tickets.note(id, clerk.id, text, called)
    if (!note) throw new QiaoError('not_found', `no ticket ${id}`)
    live.publish('desk', { kind: 'tickets', ticketId: id })
    for (const staffId of called) live.publish('desk', { kind: 'mentions', ticketId: id, staffId })
    return note
  }

  /** Whoever a note called has looked. */
  async seen(id: string, clerk: StaffMember): Promise<void> {
    const { tickets } = this.#ports.store
    if (!(await tickets.find(id))) throw refused({ kind: 'unknown' })
    if (await tickets.seen(id, clerk.id)) this.#ports.live.publish('desk', { kind: 'tickets', ticketId: id })
  }

  /**
   * What stands behind a mask; the ticket keeps, once for each thing, who looked.
   * @throws QiaoError `not_found` where there is nothing
   */
  async reveal(id: string, clerk: StaffMember, what: Masked): Promise<Omit<Revealed, 'noted'>> {
    const ticket = await this.#stored(id)
    const { noted, ...shown } = await behindMask(this.#ports, ticket, what)
    if (!noted) return shown
    const text = this.#ports.say(noted.key, ticket.community, 'zh', noted.seq === undefined ? {} : { seq: noted.seq })
    const known = ticket.notes.some((note) => note.author === clerk.name && note.text === text)
    if (!known) await this.note(id, clerk, text)
    return shown
  }

  async typing(id: string, clerk: StaffMember): Promise<void> {
    const { conversationId } = await this.#stored(id)
    const event = { kind: 'typing', conversationId, from: 'staff', author: clerk.name } as const
    this.#ports.live.publish(`conversation:${conversationId}`, event)
    void this.#ports.showTyping(conversationId)
  }

  async #change(
    id: string,
    words: string,
    clerk: StaffMember,
    change: (says: string) => Promise<TicketChange>,
  ): Promise<Ticket> {
    const { conversationId } = await this.#stored(id)
    const { community, locale } = await this.#conversation(conversationId)
    const result = await change(this.#ports.say(words, community, locale, { name: clerk.name }))
    if (result.kind !== 'ok') throw refused(result)
    const { live } = this.#ports
    live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
    live.publish('desk', { kind: 'tickets', ticketId: id })
    return shownTicket(this.#ports, result.ticket)
  }

  async #stored(id: string): Promise<StoredTicket> {
    const ticket = await this.#ports.store.tickets.find(id)
    if (!ticket) throw new QiaoError('not_found', `no ticket ${id}`)
    return ticket
  }

  async #conversation(id: string): Promise<Conversation> {
    const conversation = await this.#ports.store.conversations.find(id)
    if (!conversation) throw new QiaoError('not_found', `no conversation ${id}`)
    return conversation
  }
}
