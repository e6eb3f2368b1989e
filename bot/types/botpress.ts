import type { Attachment, Choice, Locale, Speaker } from './message.ts'
import type { Home } from './understanding.ts'

/** A line of what was said before the handoff. */
export interface ArrivedLine {
  from: Extract<Speaker, 'owner' | 'bot'>
  text: string
}

/** Somebody else's bot hands a conversation over, with everything that is known. */
export interface Arrival {
  /** The same for the same handoff, however often it is called. */
  key: string
  /** Where the bot's side is told what is said. */
  webhookId: string
  community: string
  locale: Locale
  history: ArrivedLine[]
  /** What the bot says of the matter, for staff. */
  title?: string
  description?: string
  intent?: string
  owner: { name?: string; home?: string; phone?: string }
  /** Further lines for staff, as the bot's maker chose them. */
  facts?: { label: string; value: string }[]
}

/** What the bot's side is told; signed, and the same `id` again is the same message. */
export interface BotpressPush {
  id: string
  conversationId: string
  seq: number
  from: Exclude<Speaker, 'owner'>
  /** Name of the member of staff. */
  author?: string
  text: string
  choices?: Choice[]
  /** Fetched from us by id, with the shared secret. */
  files?: Attachment[]
  /** Who holds it. */
  assigned?: string
  /** After this message no person has it any more: the bot goes on. */
  stopped: boolean
}

/** An owner of somebody else's bot wants to be told of changes. */
export interface Following {
  /** The same for the same conversation over there. */
  key: string
  /** Where the bot's side is told what is said. */
  webhookId: string
  community: string
  locale: Locale
  topic: string
  home: Home
}
