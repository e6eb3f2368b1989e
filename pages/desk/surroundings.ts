import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words as TwoWords } from '../../bot/types.ts'
import type { Language } from '../shared/language.ts'
import type { Clerk, DeskCalls } from './calls.ts'
import { WORDS, type Words } from './words.ts'

export interface Reading {
  language: Language
  words: Words
  switchLanguage(): void
}

/** The language of the desk. */
export const ReadingContext = createContext<Reading>({
  language: 'zh',
  words: WORDS.zh,
  switchLanguage: () => undefined,
})

export const useReading = (): Reading => useContext(ReadingContext)

/** Picks the reader's language of words that come in two. */
export function usePick(): (words: TwoWords) => string {
  const { language } = useReading()
  return (words) => words[language] || words.zh
}

/** What everything behind the login shares. */
export interface Surroundings {
  clerk: Clerk
  calls: DeskCalls
  /** Reads the session again, once something of it has changed. */
  renew(): Promise<void>
  /** What clerks call an intent; its id where the list has not come yet. */
  intentTitle(id: string): string
  /** Says something in passing, also to screen readers. */
  say(text: string, tone?: 'plain' | 'bad'): void
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined)

export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext)
  if (!found) throw new Error('used outside of the desk')
  return found
}
