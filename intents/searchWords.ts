import type { SearchWords } from '../bot/ports.ts'
import { toSimplified } from './script.ts'
import { searchTokens, tokenise } from './tokens.ts'

/** Whoever writes 電梯 and whoever looks for 电梯 mean the same. */
const folded = (text: string): string => toSimplified(text.normalize('NFKC')).toLowerCase()

/** Words by which transcripts are searched, in Chinese and English. */
export const searchWords: SearchWords = {
  ofText: (text) => [...new Set(searchTokens(folded(text)))],
  ofQuery: (query) => tokenise(folded(query)).flatMap(({ kind, stem }) => (kind === 'symbol' ? [] : [stem])),
}
