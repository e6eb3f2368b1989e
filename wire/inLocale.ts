import type { Locale, Words } from '../bot/types.ts'
import { toTraditional } from '../intents/script.ts'

/** The reader's language of words that come in two; readers of traditional characters get the Chinese in these. */
export function inLocale(words: Words | undefined, reader: Locale): string | undefined {
  if (!words) return undefined
  if (reader === 'en') return words.en
  return reader === 'zh-TW' ? toTraditional(words.zh) : words.zh
}
