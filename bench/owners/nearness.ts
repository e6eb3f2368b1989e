/** Two utterances that are too alike, by the Dice coefficient of their character bigrams. */
export interface NearPair {
  example: string
  line: string
  dice: number
}

/** Lines of so few characters are everybody's (“转人工”) and are not compared. */
const SHORT = 6

/**
 * Pairs of a training example and a test line at or above `limit` (Dice 1945: 2·common / (a + b), over sets of
 * character bigrams without spaces and punctuation).
 */
export function nearPairs(examples: readonly string[], lines: readonly string[], limit: number): NearPair[] {
  const indexed = lines
    .map((line) => ({ line, grams: bigrams(line) }))
    .filter(({ line }) => [...folded(line)].length > SHORT)
  const holders = new Map<string, number[]>()
  indexed.forEach(({ grams }, number) => {
    for (const gram of grams) holders.set(gram, [...(holders.get(gram) ?? []), number])
  })
  return examples.flatMap((example) => nearTo(example, indexed, holders, limit))
}

function nearTo(
  example: string,
  indexed: { line: string; grams: Set<string> }[],
  holders: Map<string, number[]>,
  limit: number,
): NearPair[] {
  const grams = bigrams(example)
  const common = new Map<number, number>()
  for (const gram of grams)
    for (const number of holders.get(gram) ?? []) common.set(number, (common.get(number) ?? 0) + 1)
  return [...common].flatMap(([number, count]) => {
    const other = indexed[number]!
    const dice = (2 * count) / (grams.size + other.grams.size)
    return dice >= limit ? [{ example, line: other.line, dice }] : []
  })
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

function bigrams(text: string): Set<string> {
  const characters = [...folded(text)]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}
