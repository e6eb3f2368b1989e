import type { Locale } from './types.ts'

const HAN = /\p{Script=Han}/gu
const LATIN_WORDS = /[a-z][a-z']*/gi
/** Share of characters that only traditional script has, from which a text counts as traditional. */
const TRADITIONAL_SHARE = 0.15

/**
 * The language to answer a message in: its own where it shows one, else that of the conversation.
 * @param toSimplified folds traditional characters; what it changes was traditional
 */
export function localeOf(text: string, before: Locale, toSimplified: (text: string) => string): Locale {
  const han = text.match(HAN) ?? []
  if (han.length) {
    const folded = toSimplified(han.join(''))
    const changed = han.filter((character, index) => folded[index] !== character).length
    if (changed >= 2 || changed / han.length >= TRADITIONAL_SHARE) return 'zh-TW'
    return before === 'en' ? 'zh' : before
  }
  const words = text.match(LATIN_WORDS) ?? []
  return words.length >= 2 ? 'en' : before
}
