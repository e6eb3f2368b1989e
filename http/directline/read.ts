import type { Request } from 'express'
import {
  type Activity,
  type ActivityParts,
  activityOf,
  openingActivities,
} from '../../bot/channels/directline/activity.ts'
import { QiaoError } from '../../bot/errors.ts'
import type { Attachment, Conversation } from '../../bot/types.ts'
import type { DirectLinePorts } from './ports.ts'

/** Where `/channels/directline` is mounted. */
export const BASE = '/channels/directline'

/** Messages in one answer or frame. */
const BATCH = 200

/** @throws QiaoError `bad_request` for what was never ours; undefined for none: from the beginning, opening included. */
export function watermarkOf(given: unknown): number | undefined {
  if (given === undefined || given === '') return undefined
  if (typeof given !== 'string' || !/^\d{1,15}$/.test(given))
    throw new QiaoError('bad_request', 'no watermark of ours', { details: { field: 'watermark' } })
  return Number(given)
}

/** With the scheme by which the socket or page is reached. */
export function addressOf({ publicUrl }: DirectLinePorts, request: Request): string {
  return publicUrl ?? `${request.protocol}://${request.get('host')}`
}

/** What activities of a conversation need to be written for this client. */
export function partsOf(
  ports: DirectLinePorts,
  conversation: Conversation,
  user: string,
  address: string,
): ActivityParts {
  const { id, locale } = conversation
  const urlOf = (file: Attachment): string => {
    const ticket = ports.tokens.sign({ kind: 'file', conversation: id, file: file.id })
    return `${address}${BASE}/conversations/${id}/attachments/${file.id}?t=${ticket}`
  }
  return { conversationId: id, locale, user, urlOf }
}

/** An activity with what a client that has read up to it gives as its watermark: the seq of the last message. */
export interface Marked {
  activity: Activity
  watermark: string
}

/** From the record after the watermark, in order; with none, what opens a conversation first. */
export async function readAfter(
  ports: DirectLinePorts,
  conversation: Conversation,
  parts: ActivityParts,
  watermark: number | undefined,
): Promise<{ marked: Marked[]; watermark: string; more: boolean }> {
  const after = watermark ?? 0
  const [messages, ids] = await Promise.all([
    ports.store.conversations.messages(conversation.id, after, BATCH),
    ports.store.directLine.clientIds(conversation.id, after, BATCH),
  ])
  const opening = watermark === undefined ? await openingOf(ports, conversation, parts) : []
  return {
    marked: [
      ...opening.map((activity) => ({ activity, watermark: '0' })),
      ...messages.map((message) => ({
        activity: activityOf(message, parts, ids.get(message.seq)),
        watermark: String(message.seq),
      })),
    ],
    watermark: String(messages.at(-1)?.seq ?? after),
    more: messages.length === BATCH,
  }
}

async function openingOf(
  ports: DirectLinePorts,
  conversation: Conversation,
  parts: ActivityParts,
): Promise<Activity[]> {
  const { community, locale, createdAt } = conversation
  const facts = await ports.community(community, locale)
  return openingActivities(parts, createdAt, ports.greeting(community, locale), facts?.starters ?? [])
}
