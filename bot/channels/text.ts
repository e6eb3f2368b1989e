import type { Choice, Message } from '../types.ts'

/** Bytes of one text on WeChat and WeCom. */
export const MOST_TEXT_BYTES = 2048

const DIGITS = '０１２３４５６７８９'
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Words around what a platform without buttons shows. */
export interface ChannelWords {
  /** Above the numbered choices. */
  choose: string
  /** Before what a person of ours says; `{name}` is theirs. */
  staff(name: string): string
}

/** The message as a text alone, with its choices numbered. */
export function asText(message: Message, words: ChannelWords): string {
  const said = message.from === 'staff' && message.author ? words.staff(message.author) + message.text : message.text
  if (!message.choices?.length) return said
  const lines = message.choices.map(({ title }, index) => `${index + 1}. ${title}`)
  return [said, '', words.choose, ...lines].join('\n')
}

/**
 * What was chosen by a number or a title, among the choices of what was said last; undefined for anything else.
 * @param messages the end of the conversation, in order
 */
export function chosen(text: string, messages: readonly Message[]): Choice | undefined {
  const lastSaid = messages.findLastIndex(({ from }) => from === 'owner')
  const offers = messages.slice(lastSaid + 1).flatMap(({ choices }) => (choices?.length ? [choices] : []))
  const choices = offers.at(-1)
  if (!choices) return undefined
  const plain = text.trim().replace(/^第|[.。、,，)）个]{1,4}$/g, '')
  const title = choices.find((choice) => choice.title === plain)
  return title ?? choices[numberOf(plain) - 1]
}

function numberOf(text: string): number {
  const digits = [...text].map((sign) => (DIGITS.includes(sign) ? String(DIGITS.indexOf(sign)) : sign)).join('')
  if (/^\d{1,2}$/.test(digits)) return Number(digits)
  return NUMERALS.indexOf(text) + 1
}

/** The text in pieces of so many bytes at most, cut at line breaks or sentences where there are some. */
export function inParts(text: string, mostBytes = MOST_TEXT_BYTES): string[] {
  const parts: string[] = []
  let rest = text
  while (Buffer.byteLength(rest) > mostBytes) {
    const fits = longestStart(rest, mostBytes)
    const cut = cutOf(fits)
    parts.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return [...parts, rest].filter((part) => part !== '')
}

function longestStart(text: string, mostBytes: number): string {
  let bytes = 0
  let end = 0
  for (const sign of text) {
    bytes += Buffer.byteLength(sign)
    if (bytes > mostBytes) break
    end += sign.length
  }
  return text.slice(0, end)
}

/** In the second half, after the last line break, else the last sentence, else at the end. */
function cutOf(start: string): number {
  const half = start.length / 2
  const line = start.lastIndexOf('\n') + 1
  if (line >= half) return line
  const sentence = Math.max(...['。', '！', '？', '；', '. '].map((sign) => start.lastIndexOf(sign) + sign.length))
  return sentence >= half ? sentence : start.length
}
