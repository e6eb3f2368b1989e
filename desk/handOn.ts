import { QiaoError } from '../bot/errors.ts'
import type { PassTo, PassWords, StoredTicket, TicketChange } from '../bot/ports.ts'
import type { StaffMember, Team } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { refused } from './refused.ts'
import { serves } from './teams.ts'

type Ports = Pick<DeskPorts, 'store' | 'live' | 'say'>

/** Keys of knowledge/replies: what the owner hears, what stands among staff. */
interface Words {
  says: string
  note: string
}

/** How tickets go on: to a colleague, a team, the manager, or into another ticket of the same owner. */
export class HandOn {
  readonly #ports: Ports

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /**
   * To a colleague by name, or to a team's queue, with a word for whoever takes it.
   * @throws QiaoError `not_found` for a ticket or name that is not there, `conflict`
   */
  async transfer(id: string, clerk: StaffMember, to: { name: string } | { team: Team }, word: string): Promise<void> {
    const ticket = await this.#ticket(id)
    const passTo = await this.#receiver(to, ticket.community)
    const receiver = 'name' in to ? to.name : this.#ports.say(`team_${to.team}`, ticket.community, 'zh')
    const keys = 'name' in to ? TO_COLLEAGUE : TO_TEAM
    const words = await this.#words(ticket, keys, { name: clerk.name, to: receiver, word })
    const result = await this.#ports.store.tickets.transfer(id, clerk, passTo, words)
    await this.#told(ticket, result)
  }

  /** To the managers. @throws QiaoError `not_found`, `conflict` */
  async escalate(id: string, clerk: StaffMember, word: string): Promise<void> {
    const ticket = await this.#ticket(id)
    const words = await this.#words(ticket, TO_MANAGER, { name: clerk.name, word })
    await this.#told(ticket, await this.#ports.store.tickets.handUp(id, clerk, words))
  }

  /** Takes another ticket of the same owner in. @throws QiaoError `not_found`, `conflict`, `not_same_owner` */
  async merge(id: string, clerk: StaffMember, other: string): Promise<void> {
    const ticket = await this.#ticket(id)
    const taken = await this.#ticket(other)
    const words = await this.#words(taken, MERGED, { name: clerk.name, word: taken.summary.split('\n')[0] ?? '' })
    const result = await this.#ports.store.tickets.merge(id, clerk, other, words)
    if (result.kind === 'stranger') throw new QiaoError('not_same_owner', 'not of one owner, as far as is proven')
    if (result.kind === 'same') throw new QiaoError('conflict', 'a ticket cannot take itself in')
    await this.#told(ticket, result)
    this.#announce(taken)
  }

  /** Somebody who may not see the compound is as good as not there. */
  async #receiver(to: { name: string } | { team: Team }, community: string): Promise<PassTo> {
    if ('team' in to) return to
    const colleague = (await this.#ports.store.teams.colleagues()).find(({ name }) => name === to.name)
    if (!colleague || !serves(colleague, [community]))
      throw new QiaoError('not_found', `nobody on the staff is called ${to.name}`)
    return { staffId: colleague.id }
  }

  async #ticket(id: string): Promise<StoredTicket> {
    const ticket = await this.#ports.store.tickets.find(id)
    if (!ticket) throw new QiaoError('not_found', `no ticket ${id}`)
    return ticket
  }

  /** The owner's words in the owner's language, the note in the clerks'. */
  async #words(ticket: StoredTicket, keys: Words, vars: Record<string, string>): Promise<PassWords> {
    const { say, store } = this.#ports
    const conversation = await store.conversations.find(ticket.conversationId)
    const locale = conversation?.locale ?? 'zh'
    const note = say(keys.note, ticket.community, 'zh', vars)
    return { says: say(keys.says, ticket.community, locale, vars), note: note.replace(/：$/, '') }
  }

  async #told(ticket: StoredTicket, result: TicketChange): Promise<void> {
    if (result.kind !== 'ok') throw refused(result)
    this.#announce(ticket)
  }

  #announce({ id, conversationId }: StoredTicket): void {
    const { live } = this.#ports
    live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
    live.publish('desk', { kind: 'messages', conversationId })
    live.publish('desk', { kind: 'tickets', ticketId: id })
  }
}

const TO_COLLEAGUE: Words = { says: 'passed_to_colleague', note: 'passed_to_colleague_note' }
const TO_TEAM: Words = { says: 'passed_to_team', note: 'passed_to_team_note' }
const TO_MANAGER: Words = { says: 'handed_up', note: 'handed_up_note' }
const MERGED: Words = { says: 'merged_here', note: 'merged_note' }
