import { z } from 'zod'
import type { Store, StoredTicket } from '../../ports.ts'
import { ApiError, type PlatformApi } from '../api.ts'
import type { Outgoing } from '../sender.ts'
import { inParts } from '../text.ts'

/** Who goes on in WeCom's own client when a person is wanted: whoever takes it from the pool, or the first on duty. */
export interface Handover {
  /** Empty: the pool. */
  people: string[]
  /** The app that sends them the summary; left out: they get none. */
  agentId?: number
}

export interface HandoverPorts {
  api: PlatformApi
  store: Pick<Store, 'outbox' | 'tickets' | 'channels'>
  /** Words of knowledge/replies for staff. */
  say(key: string, community: string, vars?: Record<string, string>): string
  report(error: unknown, conversationId: string): void
}

const POOL = 2
const PERSON = 3
const OURS = new Set([0, 1])
const OFF_DUTY = 95014

const state = z.looseObject({ service_state: z.number() })
const done = z.looseObject({})

/** Gives sessions away once the owner has been told so: from then on nothing of ours can be sent in them. */
export class KfHandover {
  readonly #ports: HandoverPorts
  readonly #to: Handover

  constructor(ports: HandoverPorts, to: Handover) {
    this.#ports = ports
    this.#to = to
  }

  /** After each message that was sent. Never throws; what fails stays at our desk, and staff are told. */
  async after(outgoing: Outgoing): Promise<void> {
    const { conversation } = outgoing
    if (conversation.stage !== 'waiting') return
    try {
      const ticket = await this.#ports.store.tickets.openOf(conversation.id)
      if (!ticket || (await this.#moreToSay(conversation.id)) || !(await this.#isOurs(outgoing))) return
      const taker = await this.#giveAway(outgoing, await this.#ports.store.tickets.find(ticket.id))
      await this.#note(outgoing, 'channel_given_away', { taker })
    } catch (error) {
      this.#ports.report(error, conversation.id)
      await this.#note(outgoing, 'channel_not_given_away', {})
    }
  }

  async #moreToSay(conversationId: string): Promise<boolean> {
    const pushes = await this.#ports.store.outbox.ofConversation(conversationId)
    return pushes.some((push) => push.state === 'pending')
  }

  async #isOurs(outgoing: Outgoing): Promise<boolean> {
    const answer = await this.#ports.api.call('/cgi-bin/kf/service_state/get', who(outgoing), state)
    return OURS.has(answer.service_state)
  }

  /** Who has it then. */
  async #giveAway(outgoing: Outgoing, ticket: StoredTicket | undefined): Promise<string> {
    for (const person of this.#to.people) {
      await this.#tell(person, outgoing, ticket)
      if (await this.#trans(outgoing, { service_state: PERSON, servicer_userid: person })) return person
    }
    await this.#trans(outgoing, { service_state: POOL })
    return this.#ports.say('channel_pool', outgoing.conversation.community)
  }

  /** The summary goes first, so that nobody has to tell it twice. */
  async #tell(person: string, { conversation }: Outgoing, ticket: StoredTicket | undefined): Promise<void> {
    const { agentId } = this.#to
    if (agentId === undefined || !ticket) return
    const { summary, owner, notPromised } = ticket.context
    const lines = [summary, owner.home, owner.phoneMasked, notPromised.join('、')].filter(Boolean)
    const text = this.#ports.say('channel_summary', conversation.community, { text: lines.join('\n') })
    const [content = ''] = inParts(text)
    const body = { touser: person, msgtype: 'text', agentid: agentId, text: { content } }
    await this.#ports.api.call('/cgi-bin/message/send', body, done)
  }

  /** False when that person is not on duty. */
  async #trans(outgoing: Outgoing, to: { service_state: number; servicer_userid?: string }): Promise<boolean> {
    try {
      await this.#ports.api.call('/cgi-bin/kf/service_state/trans', { ...who(outgoing), ...to }, done)
      return true
    } catch (error) {
      if (error instanceof ApiError && error.errcode === OFF_DUTY) return false
      throw error
    }
  }

  async #note({ conversation }: Outgoing, words: string, vars: Record<string, string>): Promise<void> {
    const say = (key: string) => this.#ports.say(key, conversation.community, vars)
    await this.#ports.store.channels.note(conversation.id, { author: say('channel_note_author'), text: say(words) })
  }
}

const who = ({ owner }: Outgoing) => ({ open_kfid: owner.account, external_userid: owner.address })
