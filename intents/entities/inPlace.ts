import converter from 'switch-chinese'

const { simplized } = converter()

/** Longest text that is searched for entities, in UTF-16 units. */
export const LONGEST_SEARCHED = 4000

/**
 * Full-width and traditional characters folded so that every character keeps its place: what is found at an index
 * of the folded text stands at the same index of the owner's own.
 */
export function foldInPlace(text: string): string {
  const narrow = Array.from({ length: text.length }, (_, at) =>
    sameLength(text[at]!, text[at]!.normalize('NFKC')),
  ).join('')
  const simple = simplized(narrow)
  if (simple.length === narrow.length) return simple
  return Array.from({ length: narrow.length }, (_, at) => sameLength(narrow[at]!, simplized(narrow[at]!))).join('')
}

function sameLength(before: string, after: string): string {
  return after.length === before.length ? after : before
}
