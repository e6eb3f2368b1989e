import type { KeptItem, NewItem } from '../../ports/channels.ts'
import { FILE } from '../files.ts'
import type { FileAtPlatform, Heard } from '../heard.ts'
import { choiceIn } from '../menu.ts'
import type { XmlFields } from '../xml.ts'

/** Of the body of an item, besides the fields as they came. */
interface Body {
  fields: XmlFields
  [FILE]?: FileAtPlatform
}

const QR = /^qrscene_/

/** What is kept of a message or event; undefined for what says nothing to us. */
export function itemOf(fields: XmlFields, account: string): NewItem | undefined {
  const address = fields.FromUserName
  if (!address || !fields.MsgType) return undefined
  const file = fileOf(fields)
  const body: Body = { fields, ...(file && { [FILE]: file }) }
  return { channel: 'wechat', account, address, key: keyOf(fields, account), body: JSON.stringify(body) }
}

/**
 * A MsgId alone collides across owners, and events have none. An id is a text: it has more digits than a number keeps.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html
 */
function keyOf({ FromUserName = '', MsgId, CreateTime = '', Event = '', EventKey = '' }: XmlFields, account: string) {
  const rest = MsgId ? [MsgId] : [CreateTime, Event, EventKey]
  return ['wechat', account, FromUserName, ...rest].join('|')
}

function fileOf({ MsgType, MediaId }: XmlFields): FileAtPlatform | undefined {
  if (!MediaId) return undefined
  if (MsgType === 'image') return { mediaId: MediaId, kind: 'image' }
  return MsgType === 'voice' ? { mediaId: MediaId, kind: 'voice' } : undefined
}

/** Seconds since 1970; some peers write milliseconds. */
function timeOf({ CreateTime = '' }: XmlFields, receivedAt: string): string {
  const number = Number(CreateTime)
  const at = new Date(number > 1e11 ? number : number * 1000)
  return number > 0 && !Number.isNaN(at.getTime()) ? at.toISOString() : receivedAt
}

export function readItem({ body, receivedAt }: Pick<KeptItem, 'body' | 'receivedAt'>): Heard {
  const { fields, [FILE]: file } = JSON.parse(body) as Body
  const at = timeOf(fields, receivedAt)
  const said = (text: string) => ({ kind: 'message' as const, at, text })
  switch (fields.MsgType) {
    case 'text':
      return { ...said(fields.Content ?? ''), ...choiceIn(fields.bizmsgmenuid) }
    case 'image':
      return { ...said(''), ...(file && { file }), unreadable: 'photo' }
    case 'voice':
      return { ...said(fields.Recognition ?? ''), ...(file && { file }), unreadable: 'voice' }
    case 'location':
      return said(`位置：${fields.Label || `${fields.Location_X}, ${fields.Location_Y}`}`)
    case 'link':
      return said([fields.Title, fields.Description, fields.Url].filter(Boolean).join('\n'))
    case 'event':
      return readEvent(fields, at)
    default:
      // Videos, stickers and what is still to be invented.
      return { ...said(''), unreadable: 'photo' }
  }
}

function readEvent({ Event = '', EventKey = '' }: XmlFields, at: string): Heard {
  switch (Event.toLowerCase()) {
    case 'subscribe':
      return { kind: 'came', at, ...(QR.test(EventKey) && { scene: EventKey.replace(QR, '') }) }
    case 'unsubscribe':
      return { kind: 'left', at }
    case 'scan':
      return { kind: 'scanned', at, scene: EventKey }
    case 'click':
      // A menu's key is a choice of ours, such as intent:fee.pay or human, or else words.
      return { kind: 'message', at, tapped: true, ...menuItem(EventKey) }
    default:
      return { kind: 'nothing' }
  }
}

const menuItem = (key: string) => (/^(human|intent:)/.test(key) ? { text: key, choice: key } : { text: key })
