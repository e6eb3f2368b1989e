import type { Attachment, Conversation, Locale, Message } from '../types.ts'
import { type Menu, menuOf } from './menu.ts'
import { asText, type ChannelWords, inParts, MOST_TEXT_BYTES } from './text.ts'

/** What goes out as one message of the platform. `id`: the same each time the same is sent. */
export type Part =
  | { kind: 'text'; id: string; text: string }
  /** `text`: the same with its choices numbered. */
  | { kind: 'menu'; id: string; menu: Menu; text: string }
  | { kind: 'file'; id: string; file: Attachment }

export interface PartsPorts {
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  /** Whether the platform shows such a file. */
  shows(file: Attachment): boolean
  /** Where whoever has the address can fetch it for some days; undefined where nobody can reach us. */
  linkTo(conversationId: string, file: Attachment): string | undefined
}

/** Turns messages of ours into what a platform takes. */
export class Parts {
  readonly #ports: PartsPorts

  constructor(ports: PartsPorts) {
    this.#ports = ports
  }

  /** The words first, then the files that the platform shows; of others there is an address in the words. */
  of(conversation: Conversation, messages: Message[]): Part[] {
    const text = this.#textOf(conversation, messages)
    const menu = this.#menuOf(conversation, messages)
    const files = messages.flatMap((message) => this.#shown(message))
    return [
      ...(menu
        ? [{ kind: 'menu' as const, id: '0', menu, text }]
        : inParts(text).map((part, index): Part => ({ kind: 'text', id: String(index), text: part }))),
      ...files.map((file, index): Part => ({ kind: 'file', id: `f${index}`, file })),
    ]
  }

  /** How many of those that wait fit into one text with this one. */
  fitting(conversation: Conversation, message: Message, waiting: Message[]): number {
    if (this.#shown(message).length) return 0
    const next = waiting.findIndex((one) => this.#shown(one).length)
    const plain = next < 0 ? waiting : waiting.slice(0, next)
    const fits = (count: number) => {
      const text = this.#textOf(conversation, [message, ...plain.slice(0, count)])
      return Buffer.byteLength(text) <= MOST_TEXT_BYTES
    }
    let count = 0
    while (count < plain.length && fits(count + 1)) count += 1
    return count
  }

  /** Files that the platform does not show. */
  others({ attachments = [] }: Message): Attachment[] {
    return attachments.filter((file) => !this.#ports.shows(file))
  }

  #shown({ attachments = [] }: Message): Attachment[] {
    return attachments.filter((file) => this.#ports.shows(file))
  }

  /** Only the choices that stand at the end. */
  #menuOf(conversation: Conversation, messages: Message[]): Menu | undefined {
    const asked = messages.at(-1)
    if (!asked?.choices?.length) return undefined
    const { community, locale } = conversation
    const head = this.#textOf(
      conversation,
      messages.map(({ choices: _choices, ...words }) => words),
    )
    return menuOf(head, asked, this.#ports.say('channel_tap', community, locale))
  }

  #textOf(conversation: Conversation, messages: Message[]): string {
    const { community, locale } = conversation
    const say = (key: string, vars?: Record<string, string>) => this.#ports.say(key, community, locale, vars)
    const words: ChannelWords = {
      choose: say('channel_choose'),
      staff: (name) => say('channel_staff', { name }),
    }
    // Only the last choices can be picked by number.
    const last = messages.findLast(({ choices }) => choices?.length)
    return messages
      .map(({ choices, ...message }) => {
        const lines = this.others(message).map((file) => this.#told(conversation, file))
        const text = [message.text, ...lines].filter(Boolean).join('\n')
        return text && asText({ ...message, text, ...(message.id === last?.id && choices && { choices }) }, words)
      })
      .filter(Boolean)
      .join('\n\n')
  }

  #told({ id, community, locale }: Conversation, file: Attachment): string {
    const url = this.#ports.linkTo(id, file)
    const { name } = file
    return url
      ? this.#ports.say('channel_file_link', community, locale, { name, url })
      : this.#ports.say('channel_file_told', community, locale, { name })
  }
}
