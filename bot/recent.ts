/**
 * The same reading, remembered for the last texts that were read; only for one that gives the same for the same texts.
 * What it gives is shared, so nobody may change it.
 *
 * @param most so many are kept, the oldest go first
 */
export function recent<Texts extends string[], T>(most: number, read: (...texts: Texts) => T): (...texts: Texts) => T {
  const kept = new Map<string, T>()
  return (...texts) => {
    const key = keyOf(texts)
    const known = kept.get(key)
    if (known !== undefined) return known
    const found = read(...texts)
    const [oldest] = kept.size >= most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, found)
    return found
  }
}

const keyOf = ([text = '', ...more]: string[]): string =>
  more.length === 0 ? text : [text, ...more].map((part) => `${part.length}:${part}`).join('')
