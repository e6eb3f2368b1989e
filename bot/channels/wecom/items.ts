import { z } from 'zod'
import type { KeptItem, NewItem } from '../../ports/channels.ts'
import { FILE } from '../files.ts'
import type { FileAtPlatform, Heard } from '../heard.ts'
import { choiceIn } from '../menu.ts'

const media = z.looseObject({ media_id: z.string() })

/** One of `msg_list`: what owners, the system, or people of ours in WeCom's own client did. */
export const kfItem = z.looseObject({
  msgid: z.string().min(1),
  open_kfid: z.string().default(''),
  external_userid: z.string().default(''),
  /** Seconds since 1970. */
  send_time: z.number(),
  origin: z.number(),
  servicer_userid: z.string().optional(),
  msgtype: z.string(),
  text: z.looseObject({ content: z.string(), menu_id: z.string().optional() }).optional(),
  image: media.optional(),
  voice: media.optional(),
  file: media.optional(),
  location: z.looseObject({ name: z.string().optional(), address: z.string().optional() }).optional(),
  link: z
    .looseObject({ title: z.string().optional(), desc: z.string().optional(), url: z.string().optional() })
    .optional(),
  event: z
    .looseObject({
      event_type: z.string(),
      open_kfid: z.string().optional(),
      external_userid: z.string().optional(),
      scene_param: z.string().optional(),
      welcome_code: z.string().optional(),
      fail_msgid: z.string().optional(),
      change_type: z.number().optional(),
    })
    .optional(),
})

export type KfItem = z.infer<typeof kfItem>

interface Body {
  item: KfItem
  [FILE]?: FileAtPlatform
}

const OWNER = 3
const SERVICER = 5
/** A welcome code is good for 20 seconds from the event; a little is left for its way. */
const GREETING_MS = 18_000
/** `session_status_change`: ended by whoever had it, or by time. */
const ENDED = 3

/** Undefined for what is about no owner, such as a colleague's pause. */
export function itemOf(item: KfItem, account: string): NewItem | undefined {
  const address = item.external_userid || item.event?.external_userid
  if (!address) return undefined
  const file = fileOf(item)
  const body: Body = { item, ...(file && { [FILE]: file }) }
  return { channel: 'wecom', account, address, key: `wecom|${account}|${item.msgid}`, body: JSON.stringify(body) }
}

function fileOf({ msgtype, image, voice, file }: KfItem): FileAtPlatform | undefined {
  if (msgtype === 'image' && image) return { mediaId: image.media_id, kind: 'image' }
  if (msgtype === 'voice' && voice) return { mediaId: voice.media_id, kind: 'voice' }
  return msgtype === 'file' && file ? { mediaId: file.media_id, kind: 'file' } : undefined
}

export function readItem({ body }: Pick<KeptItem, 'body'>): Heard {
  const { item, [FILE]: file } = JSON.parse(body) as Body
  const at = new Date(item.send_time * 1000).toISOString()
  if (item.msgtype === 'event') return readEvent(item, at)
  const text = textOf(item)
  if (item.origin === SERVICER)
    return { kind: 'staff', author: item.servicer_userid ?? '', text: text || `[${item.msgtype}]` }
  if (item.origin !== OWNER) return { kind: 'nothing' }
  const unreadable = item.msgtype === 'voice' ? ('voice' as const) : ('photo' as const)
  return { kind: 'message', at, text, unreadable, ...choiceIn(item.text?.menu_id), ...(file && { file }) }
}

function textOf({ msgtype, text, location, link }: KfItem): string {
  switch (msgtype) {
    case 'text':
      return text?.content ?? ''
    case 'location':
      return `位置：${[location?.name, location?.address].filter(Boolean).join(' ')}`
    case 'link':
      return [link?.title, link?.desc, link?.url].filter(Boolean).join('\n')
    default:
      return ''
  }
}

function readEvent({ event }: KfItem, at: string): Heard {
  switch (event?.event_type) {
    case 'enter_session': {
      const { welcome_code: code, scene_param: scene } = event
      const until = new Date(Date.parse(at) + GREETING_MS).toISOString()
      return {
        kind: 'came',
        at,
        ...(scene && { scene }),
        ...(code ? { greeting: { code, until } } : { greeted: true }),
      }
    }
    case 'msg_send_fail':
      return { kind: 'undelivered', key: event.fail_msgid ?? '' }
    case 'session_status_change':
      return event.change_type === ENDED ? { kind: 'note', words: 'channel_session_ended' } : { kind: 'nothing' }
    default:
      return { kind: 'nothing' }
  }
}
