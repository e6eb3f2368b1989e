import type { SearchWords } from '../bot/ports.ts'
import { recent } from '../bot/recent.ts'
import { toSimplified } from './script.ts'
import { queryTokens, searchTokens } from './tokens.ts'

/** Whoever writes 電梯 and whoever looks for 电梯 mean the same. */
const folded = (text: string): string => toSimplified(text.normalize('NFKC')).toLowerCase()

/** The bot says much the same again and again. */
const KEPT = 500

/** Words by which transcripts are searched, in Chinese and English. */
export const searchWords: SearchWords = {
  ofText: recent(KEPT, (text: string) => [...new Set(searchTokens(folded(text)))]),
  ofQuery: (query) => queryTokens(folded(query)),
}
