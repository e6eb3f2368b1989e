import type { ChannelMetrics } from '../../ports/channels.ts'
import type { Store } from '../../ports.ts'
import type { BotpressPush, Clock, Conversation, Message, SendResult } from '../../types.ts'
import { SIGNATURE_HEADER, sign } from './signature.ts'

/**
 * So long after a handoff nothing is sent: the bot learns which conversation it is only when the call that starts the
 * handoff has come back, and drops what it hears before.
 */
const GRACE_MS = 3000

export interface BotpressSettings {
  secret: string
  /** Of Botpress' webhooks, with no slash at the end. */
  webhookBase: string
}

export interface BotpressSenderPorts {
  store: Pick<Store, 'botpress' | 'tickets'>
  clock: Clock
  metrics: ChannelMetrics
  fetch: typeof fetch
  /** Ends a call that takes too long. */
  deadline(): AbortSignal
  report(error: unknown, conversationId: string): void
}

/**
 * Tells the bot's side what bot and staff say. The other side knows each message by its id, so that whatever may have
 * arrived can be sent again.
 */
export class BotpressSender {
  readonly #settings: BotpressSettings
  readonly #ports: BotpressSenderPorts

  constructor(settings: BotpressSettings, ports: BotpressSenderPorts) {
    this.#settings = settings
    this.#ports = ports
  }

  async send(conversation: Conversation, message: Message): Promise<SendResult> {
    const { store, clock, metrics } = this.#ports
    const place = await store.botpress.placeOf(conversation.id)
    if (!place) return 'impossible'
    const waitUntil = new Date(Date.parse(conversation.createdAt) + GRACE_MS)
    if (waitUntil > clock.now()) return { waitUntil: waitUntil.toISOString() }
    const result = await this.#call(place.webhookId, await this.#pushOf(conversation, message, place.handedOver))
    metrics.sent('botpress', result)
    return result
  }

  async #pushOf({ id: conversationId }: Conversation, message: Message, handedOver: boolean): Promise<BotpressPush> {
    const { store } = this.#ports
    const { id, seq, from, author, text, choices, attachments, createdAt } = message
    const open = await store.tickets.openOf(conversationId)
    return {
      id,
      conversationId,
      seq,
      from: from === 'owner' ? 'system' : from,
      text,
      ...(author && { author }),
      ...(choices && { choices }),
      ...(attachments && { files: attachments }),
      ...(open?.assignee && { assigned: open.assignee }),
      stopped: handedOver && !(await store.botpress.hadTicket(conversationId, createdAt)),
    }
  }

  async #call(webhookId: string, push: BotpressPush): Promise<'sent' | 'again' | 'retry' | 'impossible'> {
    const { clock, fetch, deadline, report } = this.#ports
    const { secret, webhookBase } = this.#settings
    const body = JSON.stringify(push)
    const headers = {
      'content-type': 'application/json',
      [SIGNATURE_HEADER]: sign(secret, clock.now().getTime(), body),
    }
    try {
      const sent = { method: 'POST', headers, body, signal: deadline() }
      const response = await fetch(`${webhookBase}/${webhookId}`, sent)
      await response.body?.cancel()
      if (response.ok) return 'sent'
      report(new Error(`Botpress answered ${response.status}`), push.conversationId)
      // The integration is gone from that bot.
      return response.status === 404 || response.status === 410 ? 'impossible' : 'retry'
    } catch (error) {
      report(error, push.conversationId)
      // No answer came, and it may have arrived.
      return 'again'
    }
  }
}
