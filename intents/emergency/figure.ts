import { mentions, without } from './concept.ts'
import { FICTION } from './words/figure/fiction.ts'
import { FIGURE } from './words/figure/figure.ts'
import { ARMED, AS_PRICE, PRICE } from './words/figure/short.ts'

/** The text without figures of speech, so that no rule reads them as what they borrow from. */
export function plainSpeech(text: string): string {
  const plain = without(text, FIGURE)
  if (mentions(plain, PRICE) && !mentions(plain, ARMED)) return without(plain, AS_PRICE)
  return plain
}

/** Whether the message is about a story, a lesson, the news or the market. */
export function isFiction(text: string): boolean {
  return mentions(text, FICTION)
}
