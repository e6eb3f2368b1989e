import { recall, remember } from './keep.ts'
import { LANGUAGE_TAGS, type Language, type OwnerLanguage } from './languages.ts'

export type { Language }

const KEY = 'qiao.language'

/** The language that the reader of the desk chose, else the browser's; Chinese for all but English. */
export function startLanguage(): Language {
  const chosen = recall(KEY)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh'
}

/** As `startLanguage`, for the owner page, which also speaks to readers of traditional characters. */
export function startOwnerLanguage(): OwnerLanguage {
  const chosen = recall(KEY)
  if (chosen === 'zh' || chosen === 'en' || chosen === 'zh-TW') return chosen
  if (/^en\b/i.test(navigator.language)) return 'en'
  return /^zh-(hant|tw|hk|mo)\b/i.test(navigator.language) ? 'zh-TW' : 'zh'
}

/** Keeps the choice and tells the document, so that fonts and screen readers follow. */
export function keepLanguage(language: OwnerLanguage): void {
  remember(KEY, language)
  nameLanguage(language)
}

export function nameLanguage(language: OwnerLanguage): void {
  document.documentElement.lang = LANGUAGE_TAGS[language]
}
