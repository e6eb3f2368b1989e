import { normalise } from '../normalise.ts'
import { tokenise } from '../tokens.ts'

/** Our words and stems of a text, for peers that can't find Chinese words themselves. */
export function stemsOf(text: string): string[] {
  return tokenise(normalise(text)).map(({ stem }) => stem)
}
