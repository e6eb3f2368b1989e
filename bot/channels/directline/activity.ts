import { z } from 'zod'
import type { Attachment, Choice, Locale, Message, Phone } from '../../types.ts'

/**
 * Activities of Bot Framework as Direct Line 3.0 carries them; only what we say or understand
 * (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference).
 */
export interface Activity {
  type: 'message' | 'typing' | 'conversationUpdate'
  id: string
  timestamp: string
  channelId: 'directline'
  conversation: { id: string }
  from: { id: string; name?: string; role: 'bot' | 'user' }
  text?: string
  textFormat?: 'plain'
  locale?: string
  attachments?: object[]
  suggestedActions?: { actions: object[] }
  membersAdded?: { id: string; name?: string }[]
  channelData?: object
}

export interface ActivityParts {
  conversationId: string
  locale: Locale
  /** As the client calls its user. */
  user: string
  /** Of files: their addresses, which open without a header. */
  urlOf(file: Attachment): string
}

const BOT = { id: 'qiao', name: 'Qiao 桥', role: 'bot' } as const

const LOCALES: Record<Locale, string> = { zh: 'zh-CN', en: 'en-US', 'zh-TW': 'zh-TW' }

/** What a client posts. Unknown fields are let through, as Direct Line does. */
export const postedActivity = z.looseObject({
  type: z.string().min(1).max(100),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().max(50).optional(),
  channelData: z.looseObject({ clientActivityID: z.string().min(1).max(200).optional() }).nullish(),
})

export type PostedActivity = z.infer<typeof postedActivity>

const tapped = z.object({ choice: z.string().min(1).max(200) })

/** What was tapped: by the button's value, or, from clients that send its title alone, by the words. */
export function choiceOf({ value, text }: PostedActivity, offered: Choice[]): string | undefined {
  const tap = tapped.safeParse(value)
  if (tap.success) return tap.data.choice
  const words = typeof value === 'string' ? value : text
  return offered.find((choice) => choice.value === words || choice.title === words?.trim())?.value
}

/** The buttons under the last message that had some, as long as the owner has not spoken since. */
export function offeredIn(messages: Message[]): Choice[] {
  const sinceOwner = messages.slice(messages.findLastIndex(({ from }) => from === 'owner') + 1)
  return sinceOwner.flatMap(({ choices = [] }) => choices)
}

/** BCP 47 of the client, as far as we speak it. */
export function localeOf(tag: string | undefined): Locale {
  if (tag && /^zh[-_](tw|hk|mo|hant)/i.test(tag)) return 'zh-TW'
  return tag && /^en\b/i.test(tag) ? 'en' : 'zh'
}

/** Sorts like the seq, as ids of Direct Line do. */
export const activityId = (conversationId: string, seq: number): string =>
  `${conversationId}|${String(seq).padStart(7, '0')}`

/** `clientId`: what the client called the message when it posted it, by which it knows its own again. */
export function activityOf(message: Message, parts: ActivityParts, clientId?: string): Activity {
  const { text, choices = [], attachments = [], card } = message
  const own = message.from === 'owner'
  const phones = card?.kind === 'emergency' ? card.phones : []
  const files = [...attachments.map((file) => fileOf(file, parts)), ...(phones.length ? [phonesCard(phones)] : [])]
  return {
    ...frame(parts, activityId(parts.conversationId, message.seq), message.createdAt),
    type: 'message',
    from: own ? { id: parts.user, role: 'user' } : { ...BOT, name: message.author ?? BOT.name },
    text,
    textFormat: 'plain',
    ...(files.length ? { attachments: files } : {}),
    ...(choices.length ? { suggestedActions: { actions: choices.map(button) } } : {}),
    ...(clientId ? { channelData: { clientActivityID: clientId } } : {}),
  }
}

/** Somebody is writing; it stands in no record. */
export function typingActivity(parts: ActivityParts, at: Date, author?: string): Activity {
  const from = { ...BOT, name: author ?? BOT.name }
  return { ...frame(parts, `${parts.conversationId}|typing`, at.toISOString()), type: 'typing', from }
}

/** How a conversation begins: who is in it, and what the bot is for. */
export function openingActivities(parts: ActivityParts, at: string, greeting: string, starters: Choice[]): Activity[] {
  const members = [{ id: parts.user }, { id: BOT.id, name: BOT.name }]
  return [
    {
      ...frame(parts, `${parts.conversationId}|update`, at),
      type: 'conversationUpdate',
      from: BOT,
      membersAdded: members,
    },
    {
      ...frame(parts, `${parts.conversationId}|welcome`, at),
      type: 'message',
      from: BOT,
      text: greeting,
      textFormat: 'plain',
      suggestedActions: { actions: starters.map(button) },
    },
  ]
}

function frame({ conversationId, locale }: ActivityParts, id: string, timestamp: string) {
  return {
    id,
    timestamp,
    channelId: 'directline',
    conversation: { id: conversationId },
    locale: LOCALES[locale],
  } as const
}

/** Sends title and value together, so that the record keeps the words that the owner saw. */
const button = ({ title, value }: Choice) => ({
  type: 'messageBack',
  title,
  text: title,
  displayText: title,
  value: { choice: value },
})

/** Numbers are one tap. */
const phonesCard = (phones: Phone[]) => ({
  contentType: 'application/vnd.microsoft.card.hero',
  content: {
    buttons: phones.map(({ label, number }) => ({ type: 'call', title: `${label} ${number}`, value: `tel:${number}` })),
  },
})

const fileOf = (file: Attachment, { urlOf }: ActivityParts) => ({
  contentType: file.type,
  contentUrl: urlOf(file),
  name: file.name,
})
