import type { Home, Message, WorkOrderState } from '../../../bot/types.ts'
import { callApi } from '../../shared/api/request.ts'
import type { Language } from '../../shared/language.ts'
import type { ConversationState, Outgoing, PublicCommunity } from './view.ts'

/** What opens a conversation. */
export interface Access {
  conversationId: string
  token: string
}

const PAGE = 500

const pathOf = ({ conversationId }: Access) => `/api/conversations/${encodeURIComponent(conversationId)}`

/** The address of the event stream. */
export const eventsPath = (access: Access) => `${pathOf(access)}/events`

export function createConversation(community: string | undefined, locale: Language): Promise<Access> {
  return callApi('/api/conversations', {
    method: 'POST',
    locale,
    body: { locale, ...(community ? { community } : {}) },
  })
}

export function readConversation(
  access: Access,
): Promise<{ state: ConversationState; community: string; verified: boolean }> {
  return callApi(pathOf(access), { token: access.token })
}

/** All messages after a seq, however many there are. */
export async function readMessages(access: Access, after: number): Promise<Message[]> {
  const all: Message[] = []
  for (let last = after; ; ) {
    const path = `${pathOf(access)}/messages?after=${last}&limit=${PAGE}`
    const { messages } = await callApi<{ messages: Message[] }>(path, { token: access.token })
    all.push(...messages)
    const end = messages[messages.length - 1]
    if (!end || messages.length < PAGE) return all
    last = end.seq
  }
}

export interface SendAnswer {
  message: Message
  /** Empty when they take longer than the call waits. */
  replies: Message[]
  state: ConversationState
}

export function sendMessage(access: Access, entry: Outgoing, locale: Language): Promise<SendAnswer> {
  const { clientMessageId, text, choice, attachments } = entry
  const ids = attachments?.map(({ id }) => id)
  return callApi(`${pathOf(access)}/messages`, {
    method: 'POST',
    token: access.token,
    locale,
    body: { clientMessageId, text, ...(choice ? { choice } : {}), ...(ids ? { attachments: ids } : {}) },
  })
}

/** An upload over a slow line takes its time. */
const UPLOAD_MS = 120_000

export function uploadFile(access: Access, file: File, locale: Language): Promise<{ attachmentId: string }> {
  const form = new FormData()
  form.append('file', file, file.name)
  const path = `${pathOf(access)}/attachments`
  return callApi(path, { method: 'POST', token: access.token, locale, form, timeoutMs: UPLOAD_MS })
}

/** @throws Error where it is not to be had */
export async function readFile(access: Access, id: string): Promise<Blob> {
  const path = `${pathOf(access)}/attachments/${encodeURIComponent(id)}`
  const response = await fetch(path, { headers: { authorization: `Bearer ${access.token}` } })
  if (!response.ok) throw new Error(`the file did not come: ${response.status}`)
  return response.blob()
}

export function tellTyping(access: Access): Promise<void> {
  return callApi(`${pathOf(access)}/typing`, { method: 'POST', token: access.token })
}

export function sendRating(access: Access, score: number, comment: string): Promise<void> {
  return callApi(`${pathOf(access)}/rating`, {
    method: 'POST',
    token: access.token,
    body: { score, ...(comment ? { comment } : {}) },
  })
}

/** Binds the conversation to the home whose one-time code it is. */
export function verifyHome(access: Access, code: string, locale: Language): Promise<{ home: Home }> {
  return callApi(`${pathOf(access)}/verify`, { method: 'POST', token: access.token, locale, body: { code } })
}

/** A work order that the owner filed or joined, as far as the page shows it. */
export interface OwnOrder {
  number: string
  title: Record<'zh' | 'en', string>
  slots: Record<string, string>
  state: WorkOrderState
  /** Time of the visit as staff entered it. */
  scheduledFor?: string
  worker?: string
  createdAt: string
}

/** A topic whose changes the owner is told. */
export interface Subscription {
  topic: string
  title: Record<'zh' | 'en', string>
  createdAt: string
}

/** Newest first. */
export function readOrders(access: Access): Promise<{ workOrders: OwnOrder[] }> {
  return callApi(`${pathOf(access)}/work-orders`, { token: access.token })
}

export function readSubscriptions(access: Access): Promise<{ subscriptions: Subscription[] }> {
  return callApi(`${pathOf(access)}/subscriptions`, { token: access.token })
}

export function unsubscribe(access: Access, topic: string): Promise<void> {
  const path = `${pathOf(access)}/subscriptions?topic=${encodeURIComponent(topic)}`
  return callApi(path, { method: 'DELETE', token: access.token })
}

export function readCommunity(id: string, locale: Language): Promise<PublicCommunity> {
  return callApi(`/api/communities/${encodeURIComponent(id)}/public?locale=${locale}`, { locale })
}
