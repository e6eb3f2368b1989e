import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OwnerLanguage } from '../shared/languages.ts'
import type { Words } from './words/zh.ts'

export type { Words }

/** The page's language and what its first screen says in it. */
export interface Told {
  language: OwnerLanguage
  words: Words
}

/** Each language comes by itself: nobody reads three. */
const LOADS: Record<OwnerLanguage, () => Promise<{ words: Words }>> = {
  zh: () => import('./words/zh.ts'),
  en: () => import('./words/en.ts'),
  'zh-TW': () => import('./words/zh-TW.ts'),
}

/** Fails where the network is away and the words were never here. */
export async function loadWords(language: OwnerLanguage): Promise<Told> {
  return { language, words: (await LOADS[language]()).words }
}

/** So that the choice of language works without a network too. */
export const loadAllWords = () => Promise.all(Object.values(LOADS).map((load) => load()))

export const WordsContext = createContext<Told | undefined>(undefined)

export function useWords(): Told {
  const told = useContext(WordsContext)
  if (!told) throw new Error('drawn outside of the page')
  return told
}
