/** A line of the palette: where it leads, or what it does. */
export interface Entry {
  id: string
  kind: 'action' | 'room' | 'list' | 'ticket'
  title: string
  /** In small letters behind it: a key, a home. */
  more?: string
  run(): void
}

/** Of these kinds at most so many are shown. */
const MOST = 12

/** Those whose title begins with it first, then those that hold it anywhere; without words all, in their order. */
export function findEntries(all: readonly Entry[], words: string): Entry[] {
  const query = words.trim().toLowerCase()
  if (!query) return all.slice(0, MOST)
  const rank = ({ title }: Entry): number => {
    const at = title.toLowerCase().indexOf(query)
    return at < 0 ? 2 : at === 0 ? 0 : 1
  }
  return all
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((found) => found.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}
