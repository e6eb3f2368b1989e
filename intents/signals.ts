/** What the two heads look at: how the scores lie, and how much of the utterance the model knows. */
export interface Judged {
  /** Numbers of the best classes that are intents, best first, at most five. */
  best: number[]
  /** One probability a class, by softmax at the fitted temperature; `out_of_scope`'s own is left out. */
  shares: number[]
  signals: number[]
}

export const TOP = 5

/**
 * Beside the plain signals stand products with the best score: a close second, or unknown words, weigh differently
 * where the best is strong.
 *
 * `outOfScopeClass`: number of the class of out-of-scope examples, −1 when there is none.
 */
export function judge(
  scores: Float32Array,
  outOfScopeClass: number,
  temperature: number,
  novelty: ArrayLike<number>,
  words: number,
): Judged {
  const best = bestClasses(scores, outOfScopeClass)
  const top = scores[best[0]!]!
  const second = scores[best[1] ?? best[0]!]!
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    if (c !== outOfScopeClass) sum += Math.exp((scores[c]! - top) / temperature)
  }
  const shares = best.map((c) => Math.exp((scores[c]! - top) / temperature) / sum)
  const rest = best.slice(1)
  const restMean = rest.reduce((total, c) => total + scores[c]!, 0) / (rest.length || 1)
  const stranger = outOfScopeClass < 0 ? -1 : scores[outOfScopeClass]!
  const energy = top + temperature * Math.log(sum)
  const plain = [
    top,
    top - second,
    top - restMean,
    energy,
    Math.log(shares[0]! / (1 - shares[0]! + 1e-6)),
    stranger,
    top - stranger,
    ...Array.from(novelty),
    Math.log1p(words),
  ]
  const unknownWords = novelty[0] ?? 0
  const together = [unknownWords, top - second, stranger, Math.log1p(words), top].map((signal) => top * signal)
  const signals = [...plain, ...together, unknownWords ** 2, energy ** 2]
  return { best, shares, signals }
}

function bestClasses(scores: Float32Array, outOfScopeClass: number): number[] {
  const best: number[] = []
  for (let c = 0; c < scores.length; c++) {
    if (c === outOfScopeClass) continue
    if (best.length === TOP && scores[c]! <= scores[best[TOP - 1]!]!) continue
    let place = best.length
    while (place > 0 && scores[best[place - 1]!]! < scores[c]!) place--
    best.splice(place, 0, c)
    if (best.length > TOP) best.pop()
  }
  return best
}
