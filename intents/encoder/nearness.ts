/** How near a message is to an intent's examples. */
export interface Nearness {
  intent: string
  /** Mean cosine of the nearest examples, −1 to 1. */
  similarity: number
}

/** One example may be near by a chance word; three that agree are a topic. */
const NEAREST = 3
/**
 * Below this a message is about something else. Encoders differ widely in what they give to unrelated texts, so this
 * is set high, where silence costs a question and an error a wrong answer; to be measured with the operator's model.
 */
const FLOOR = 0.7
/** What the nearest must be ahead of every other intent, for the same reason and to be measured likewise. */
const MARGIN = 0.04

/**
 * All intents, the nearest first.
 * @param vectors of the examples, row by row, each of length 1
 * @param intents of the examples, in the same order
 */
export function nearnessOf(message: Float32Array, vectors: Float32Array, intents: readonly string[]): Nearness[] {
  const size = message.length
  const best = new Map<string, number[]>()
  intents.forEach((intent, row) => {
    let cosine = 0
    for (let i = 0; i < size; i++) cosine += message[i]! * vectors[row * size + i]!
    const kept = best.get(intent)
    if (kept) keepBest(kept, cosine)
    else best.set(intent, [cosine])
  })
  return [...best]
    .map(([intent, cosines]) => ({ intent, similarity: cosines.reduce((sum, x) => sum + x, 0) / cosines.length }))
    .sort((a, b) => b.similarity - a.similarity)
}

/** `kept` descends and has at most `NEAREST` members. */
function keepBest(kept: number[], cosine: number): void {
  const last = kept.length - 1
  if (kept.length < NEAREST) kept.push(cosine)
  else if (cosine > kept[last]!) kept[last] = cosine
  else return
  kept.sort((a, b) => b - a)
}

/**
 * The intent that is clearly nearest, if it is one of the candidates. Its rivals are all intents, since a message that
 * is as near to another topic, or to what is outside, is not clear.
 */
export function clearlyNearest(nearness: readonly Nearness[], candidates: readonly string[]): string | undefined {
  const [first, second] = nearness
  if (!first || first.similarity < FLOOR || !candidates.includes(first.intent)) return undefined
  return first.similarity - (second?.similarity ?? -1) >= MARGIN ? first.intent : undefined
}
