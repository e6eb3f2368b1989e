import type { ChannelMetrics, NewItem, Webhook, WebhookAnswer, WebhookCall } from '../../ports/channels.ts'
import type { Clock } from '../../types.ts'
import { Envelope, type EnvelopeSettings, isSame, RefusedCall, signatureOf } from '../envelope.ts'
import { checkAge, orRefused, plain } from '../webhook.ts'
import { readXml, type XmlFields } from '../xml.ts'
import { itemOf } from './items.ts'

export interface WechatWebhookPorts {
  settings: EnvelopeSettings
  clock: Clock
  metrics: ChannelMetrics
  /** Durable when it resolves. */
  keep(item: NewItem): Promise<unknown>
}

/** WeChat waits five seconds for this word and else calls again, three times in all. */
const SUCCESS = 'success'

/** Where the Official Account calls us: verified, kept, acknowledged; the answer follows by its own call. */
export function wechatWebhook(ports: WechatWebhookPorts): Webhook {
  const { clock, metrics, settings } = ports
  const envelope = new Envelope(settings)
  const handle = async ({ method, query, body }: WebhookCall): Promise<WebhookAnswer> => {
    const { timestamp = '', nonce = '' } = query
    if (method === 'GET') {
      checkSignature(settings, query)
      checkAge(clock, timestamp)
      return plain(query.echostr ?? '')
    }
    const fields = opened(envelope, settings, { timestamp, nonce, query, body })
    checkAge(clock, timestamp)
    const item = itemOf(fields, settings.receiver)
    if (item) await ports.keep(item)
    return plain(SUCCESS)
  }
  const channel = { channel: 'wechat' as const, metrics }
  return { path: '/channels/wechat', handle: (call) => orRefused(channel, () => handle(call)) }
}

/** @throws RefusedCall */
function checkSignature(
  { token }: EnvelopeSettings,
  { signature = '', timestamp = '', nonce = '' }: WebhookCall['query'],
) {
  if (!isSame(signature, signatureOf(token, timestamp, nonce)))
    throw new RefusedCall('signature', 'the signature is not ours')
}

/**
 * The message in any of the three modes: in the compatible one both texts are there, and the encrypted one is believed.
 * @throws RefusedCall
 */
function opened(
  envelope: Envelope,
  settings: EnvelopeSettings,
  { timestamp, nonce, query, body }: { timestamp: string; nonce: string; query: WebhookCall['query']; body: string },
): XmlFields {
  const outer = readXml(body)
  if (outer.Encrypt === undefined && query.encrypt_type !== 'aes') {
    checkSignature(settings, query)
    return outer
  }
  const { msg_signature: signature = '' } = query
  return readXml(envelope.open({ signature, timestamp, nonce, encrypted: outer.Encrypt ?? '' }))
}
