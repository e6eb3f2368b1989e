import { z } from 'zod'
import type { OwnerState } from '../../ports/channels.ts'
import type { Clock, SendResult } from '../../types.ts'
import { ApiError, type PlatformApi, uploadResult } from '../api.ts'
import { asMsgmenu } from '../menu.ts'
import type { Outgoing, OutgoingText, PlatformResult, PlatformWriter } from '../sender.ts'

const HOUR_MS = 3_600_000

/**
 * Five messages within 48 hours of the owner's last; three within a minute of a tap, a follow or a scan.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html
 */
export const WECHAT_LIMITS = {
  said: { messages: 5, withinMs: 48 * HOUR_MS },
  tapped: { messages: 3, withinMs: 60_000 },
}

/** Images that media/upload takes; documents it knows none. */
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/gif'])
const MOST_IMAGE = 10 * 2 ** 20

const SEND = '/cgi-bin/message/custom/send'

/** Characters of a `thing` in a subscription message. */
const THING = 20

/** Of an account that is no full one, such as one for trying. */
const NO_MENUS = 40200
const FULL = 45047
const CLOSED = 45015
/** Busy, too often in a minute or a day, a token that is still not taken: it surely did not go out. */
const LATER = new Set([40001, 40014, 42001, 45009, 45011])

export interface WechatWriterParts {
  api: PlatformApi
  clock: Clock
  /** Of the subscription message by which owners are told of a change; left out: none. */
  templateId?: string
  report(error: unknown, conversationId: string): void
}

export function wechatWriter({ api, templateId, report, clock }: WechatWriterParts): PlatformWriter {
  let mayMenu = true
  const attempt = async (outgoing: Outgoing, path: string, body: object): Promise<PlatformResult> => {
    try {
      await api.call(path, { touser: outgoing.owner.address, ...body }, z.looseObject({}))
      return 'sent'
    } catch (error) {
      // Known from now on, and no fault.
      if (error instanceof ApiError && error.errcode === NO_MENUS) {
        mayMenu = false
        return 'impossible'
      }
      const result = resultOf(error)
      if (result !== 'retry') report(error, outgoing.conversation.id)
      return result
    }
  }
  const notify = async (outgoing: OutgoingText): Promise<SendResult> => {
    const body = { template_id: templateId, data: templateData(outgoing, clock) }
    const result = await attempt(outgoing, '/cgi-bin/message/subscribe/bizsend', body)
    // The window and the count of customer service messages are none of this one's.
    return result === 'full' || result === 'closed' ? 'impossible' : result
  }
  return {
    limits: WECHAT_LIMITS,
    send: (outgoing) => attempt(outgoing, SEND, { msgtype: 'text', text: { content: outgoing.text } }),
    sendMenu: async (outgoing, menu) => {
      if (!mayMenu) return 'impossible'
      const body = asMsgmenu(menu, (item) => item)
      return attempt(outgoing, SEND, body)
    },
    shows: ({ type, size }) => IMAGES.has(type) && size <= MOST_IMAGE,
    sendFile: async (outgoing, file) => {
      try {
        const media_id = await api.upload('image', file)
        return await attempt(outgoing, SEND, { msgtype: 'image', image: { media_id } })
      } catch (error) {
        report(error, outgoing.conversation.id)
        return uploadResult(error)
      }
    },
    typing: typingSign(api, clock),
    ...(templateId && { notify }),
  }
}

/** WeChat shows it for so long, and refuses it again meanwhile. */
const SHOWN_MS = 15_000
/** It takes it only so soon after the owner has written. */
const TYPING_AFTER_MS = 30_000

/** At most as often as WeChat takes it. */
function typingSign(api: PlatformApi, clock: Clock): (owner: OwnerState) => Promise<void> {
  const shown = new Map<string, number>()
  return async ({ address, saidAt = '' }) => {
    const now = clock.now().getTime()
    for (const [who, until] of shown) if (until <= now) shown.delete(who)
    if (shown.has(address) || !(now - Date.parse(saidAt) < TYPING_AFTER_MS)) return
    shown.set(address, now + SHOWN_MS)
    await api.call('/cgi-bin/message/custom/typing', { touser: address, command: 'Typing' }, z.looseObject({}))
  }
}

/** https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html */
function resultOf(error: unknown): PlatformResult {
  if (!(error instanceof ApiError)) return 'unknown'
  if (error.outcome === 'unsent') return 'retry'
  if (error.outcome === 'unknown') return 'unknown'
  if (error.errcode === FULL) return 'full'
  if (error.errcode === CLOSED) return 'closed'
  return LATER.has(error.errcode) ? 'retry' : 'impossible'
}

/** The template's fields, as the guide for switching the channel on asks for them: what, how it stands, when. */
function templateData({ text }: OutgoingText, clock: Clock): Record<string, { value: string }> {
  const [first = '', ...rest] = text.split('\n').filter(Boolean)
  return {
    thing1: { value: shortened(first) },
    thing2: { value: shortened(rest[0] ?? first) },
    time3: { value: shanghai(clock.now()) },
  }
}

function shortened(text: string): string {
  const signs = [...text]
  return signs.length > THING ? `${signs.slice(0, THING - 1).join('')}…` : text
}

/** WeChat shows times of one zone alone. */
function shanghai(at: Date): string {
  return new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
}
