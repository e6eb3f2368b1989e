import type { ChannelMetrics, Webhook, WebhookAnswer, WebhookCall } from '../../ports/channels.ts'
import type { Clock } from '../../types.ts'
import { Envelope, type EnvelopeSettings } from '../envelope.ts'
import { checkAge, orRefused, plain } from '../webhook.ts'
import { readXml } from '../xml.ts'

export interface WecomWebhookPorts {
  settings: EnvelopeSettings
  clock: Clock
  metrics: ChannelMetrics
  /** Notes that this account has something to read with the token; durable when it resolves. */
  announce(account: string, token: string): Promise<unknown>
}

/** Where WeCom calls us. The call carries no message, only that there are some. */
export function wecomWebhook({ clock, metrics, settings, announce }: WecomWebhookPorts): Webhook {
  const envelope = new Envelope(settings)
  const handle = async ({ method, query, body }: WebhookCall): Promise<WebhookAnswer> => {
    const { timestamp = '', nonce = '', msg_signature: signature = '' } = query
    const encrypted = method === 'GET' ? (query.echostr ?? '') : (readXml(body).Encrypt ?? '')
    const text = envelope.open({ signature, timestamp, nonce, encrypted })
    checkAge(clock, timestamp)
    if (method === 'GET') return plain(text)
    const { Event, OpenKfId, Token = '' } = readXml(text)
    if (Event === 'kf_msg_or_event' && OpenKfId) await announce(OpenKfId, Token)
    return plain('success')
  }
  const channel = { channel: 'wecom' as const, metrics }
  return { path: '/channels/wecom', handle: (call) => orRefused(channel, () => handle(call)) }
}
