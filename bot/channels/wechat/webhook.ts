import { randomBytes } from 'node:crypto'
import type { ChannelMetrics, NewItem, Webhook, WebhookAnswer, WebhookCall } from '../../ports/channels.ts'
import type { Clock } from '../../types.ts'
import { Envelope, type EnvelopeSettings, isSame, RefusedCall, signatureOf } from '../envelope.ts'
import { checkAge, orRefused, plain } from '../webhook.ts'
import { readXml, writeXml, type XmlFields } from '../xml.ts'
import { itemOf } from './items.ts'

export interface WechatWebhookPorts {
  settings: EnvelopeSettings
  clock: Clock
  metrics: ChannelMetrics
  /** Durable when it resolves. */
  keep(item: NewItem): Promise<unknown>
  /** What to do at once, where the words are an emergency. */
  emergencyText(text: string): string | undefined
  report(error: unknown): void
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
    if (!item) return plain(SUCCESS)
    return ports.keep(item).then(
      () => plain(SUCCESS),
      (error: unknown) => withoutRecord(ports, envelope, { fields, encrypted: query.encrypt_type === 'aes' }, error),
    )
  }
  const channel = { channel: 'wechat' as const, metrics }
  return { path: '/channels/wechat', handle: (call) => orRefused(channel, () => handle(call)) }
}

/**
 * The record is away. WeChat calls again; but whoever is in danger is told what to do, in the answer to this call.
 * @throws whatever failed, where the words are no emergency
 */
function withoutRecord(
  ports: WechatWebhookPorts,
  envelope: Envelope,
  { fields, encrypted }: { fields: XmlFields; encrypted: boolean },
  error: unknown,
): WebhookAnswer {
  const help = ports.emergencyText(fields.MsgType === 'text' ? (fields.Content ?? '') : (fields.Recognition ?? ''))
  if (help === undefined) throw error
  ports.report(error)
  const seconds = String(Math.floor(ports.clock.now().getTime() / 1000))
  const { FromUserName: ToUserName = '', ToUserName: FromUserName = '' } = fields
  const reply = writeXml({ ToUserName, FromUserName, CreateTime: seconds, MsgType: 'text', Content: help })
  return { status: 200, type: 'application/xml', body: encrypted ? envelopeOf(envelope, reply, seconds) : reply }
}

function envelopeOf(envelope: Envelope, reply: string, TimeStamp: string): string {
  const Encrypt = envelope.encrypt(reply)
  const Nonce = randomBytes(8).toString('hex')
  return writeXml({ Encrypt, MsgSignature: envelope.sign(TimeStamp, Nonce, Encrypt), TimeStamp, Nonce })
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
