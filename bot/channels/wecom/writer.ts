import { z } from 'zod'
import type { Store } from '../../ports.ts'
import { ApiError, type PlatformApi, uploadResult } from '../api.ts'
import { asMsgmenu } from '../menu.ts'
import { ownerOf } from '../owner.ts'
import type { Outgoing, OutgoingText, PlatformResult, PlatformWriter } from '../sender.ts'
import type { KfHandover } from './handover.ts'

/** https://developer.work.weixin.qq.com/document/path/94677 */
export const WECOM_LIMITS = { said: { messages: 5, withinMs: 48 * 3_600_000 } }

const SEND = '/cgi-bin/kf/send_msg'
/** As pictures; every other file goes as a document, of 20 MB at most. */
const IMAGES = new Set(['image/jpeg', 'image/png'])

const FULL = 95001
const CLOSED = 95002
/** The session is with a person, in the pool, or over. */
const NOT_OURS = 95018
/** The platform has this msgid: what we don't know the end of had arrived. */
const REPEATED = 95033
/** Too often, a token that is still not taken, an address that is not let in yet: it surely did not go out. */
const LATER = new Set([40001, 40014, 42001, 45009, 45033, 60020])

const state = z.looseObject({ service_state: z.number() })
const OURS = new Set([0, 1])

export interface WecomWriterParts {
  api: PlatformApi
  store: Pick<Store, 'channels'>
  /** Gives the session away where our own desk is not to have it. */
  handover?: KfHandover
  /** Staff learn why it did not arrive. */
  noteNotOurs(conversationId: string): Promise<void>
  report(error: unknown, conversationId: string): void
}

export function wecomWriter(parts: WecomWriterParts): PlatformWriter {
  const attempt = async (outgoing: Outgoing, path: string, body: object): Promise<PlatformResult> => {
    try {
      await parts.api.call(path, { ...body, msgid: outgoing.key }, z.looseObject({}))
      return 'sent'
    } catch (error) {
      return resultOf(parts, outgoing, error)
    }
  }
  return {
    limits: WECOM_LIMITS,
    ...(parts.handover && { sent: (outgoing) => parts.handover?.after(outgoing) ?? Promise.resolve() }),
    send: (outgoing) => attempt(outgoing, SEND, { ...to(outgoing), ...textOf(outgoing) }),
    sendMenu: (outgoing, menu) => {
      const body = asMsgmenu(menu, (click) => ({ type: 'click', click }))
      return attempt(outgoing, SEND, { ...to(outgoing), ...body })
    },
    shows: () => true,
    sendFile: async (outgoing, file) => {
      const kind = IMAGES.has(file.type) ? 'image' : 'file'
      try {
        const media_id = await parts.api.upload(kind, file)
        return await attempt(outgoing, SEND, { ...to(outgoing), msgtype: kind, [kind]: { media_id } })
      } catch (error) {
        parts.report(error, outgoing.conversation.id)
        return uploadResult(error)
      }
    },
    // The first words to somebody who comes in go by the code, which does not count.
    sendUncounted: async (outgoing) => {
      if (!outgoing.owner.greeting) return undefined
      const code = await parts.store.channels.takeGreeting(ownerOf(outgoing.owner))
      if (code === undefined) return undefined
      return attempt(outgoing, '/cgi-bin/kf/send_msg_on_event', { code, ...textOf(outgoing) })
    },
  }
}

const to = ({ owner: { address, account } }: Outgoing) => ({ touser: address, open_kfid: account })
const textOf = ({ text }: OutgoingText) => ({ msgtype: 'text', text: { content: text } })

/** https://developer.work.weixin.qq.com/document/path/90313 */
async function resultOf(parts: WecomWriterParts, outgoing: Outgoing, error: unknown): Promise<PlatformResult> {
  if (!(error instanceof ApiError)) return 'unknown'
  // The msgid keeps what may have arrived from arriving twice.
  if (error.outcome === 'unknown') return 'again'
  if (error.outcome === 'unsent') return 'retry'
  const { id } = outgoing.conversation
  switch (error.errcode) {
    case REPEATED:
      return 'sent'
    case FULL:
      return 'full'
    case CLOSED:
      return 'closed'
    case NOT_OURS:
      return notOurs(parts, outgoing)
    default:
      parts.report(error, id)
      return LATER.has(error.errcode) ? 'retry' : 'impossible'
  }
}

/** A session that has come back to us in between is tried again; one that has not is told to staff. */
async function notOurs(
  { api, noteNotOurs, report, handover }: WecomWriterParts,
  outgoing: Outgoing,
): Promise<PlatformResult> {
  const { owner, conversation } = outgoing
  const who = { open_kfid: owner.account, external_userid: owner.address }
  try {
    const { service_state } = await api.call('/cgi-bin/kf/service_state/get', who, state)
    if (OURS.has(service_state)) return 'retry'
    // Where it was given away on purpose, that is as it should be.
    if (!handover) await noteNotOurs(conversation.id)
    return 'impossible'
  } catch (error) {
    report(error, conversation.id)
    return 'retry'
  }
}
