import type { Message } from '../../../bot/types.ts'
import { callApi } from '../../shared/api/request.ts'
import type { OwnerLanguage } from '../../shared/languages.ts'
import type { ConversationState, Outgoing, PublicCommunity } from './view.ts'

/** What opens a conversation. */
export interface Access {
  conversationId: string
  token: string
}

const PAGE = 500

export const pathOf = ({ conversationId }: Access) => `/api/conversations/${encodeURIComponent(conversationId)}`

/** The address of the event stream. */
export const eventsPath = (access: Access) => `${pathOf(access)}/events`

export function createConversation(community: string | undefined, locale: OwnerLanguage): Promise<Access> {
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

export function sendMessage(access: Access, entry: Outgoing, locale: OwnerLanguage): Promise<SendAnswer> {
  const { clientMessageId, text, choice, attachments } = entry
  const ids = attachments?.map(({ id }) => id)
  return callApi(`${pathOf(access)}/messages`, {
    method: 'POST',
    token: access.token,
    locale,
    body: { clientMessageId, text, ...(choice ? { choice } : {}), ...(ids ? { attachments: ids } : {}) },
  })
}

export function tellTyping(access: Access): Promise<void> {
  return callApi(`${pathOf(access)}/typing`, { method: 'POST', token: access.token })
}

export function readCommunity(id: string, locale: OwnerLanguage): Promise<PublicCommunity> {
  return callApi(`/api/communities/${encodeURIComponent(id)}/public?locale=${locale}`, { locale })
}
