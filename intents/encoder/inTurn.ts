import type { SecondOpinion } from '../../bot/types.ts'

/** Asks one after the other, until one has an opinion. */
export function inTurn(opinions: readonly SecondOpinion[]): SecondOpinion {
  return async (text, candidates) => {
    for (const opinion of opinions) {
      const chosen = await opinion(text, candidates)
      if (chosen) return chosen
    }
    return undefined
  }
}
