import { recall, remember } from './keep.ts'
import type { Language } from './languages.ts'

export type { Language }

const KEY = 'qiao.language'

/** The language that the reader chose, else the browser's; Chinese for all but English. */
export function startLanguage(): Language {
  const chosen = recall(KEY)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh'
}

/** Keeps the choice and tells the document, so that fonts and screen readers follow. */
export function keepLanguage(language: Language): void {
  remember(KEY, language)
  nameLanguage(language)
}

export function nameLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
