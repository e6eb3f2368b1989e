/** A stretch between two stops, in which a negation or a question holds. */
export interface Clause {
  text: string
  start: number
}

const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const STOPS = /[，。！？；!?;…\n]|(?<!\d)[.,]|[.,](?!\d)|但是?(?!凡)|不过|可是|然后/g

/** The text as the rules read it, each character in its old place: ASCII digits, lower case, simplified. */
export function fold(text: string, toSimplified: (text: string) => string): string {
  const narrow = text
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[’‘]/g, "'")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const simplified = toSimplified(narrow)
  return simplified.length === narrow.length ? simplified : narrow
}

/** Cut at stops; a comma or point inside a number is none. The stop stays with its clause, so that a question shows. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (const stop of text.matchAll(STOPS)) {
    const end = stop.index + (/^[\u4e00-\u9fff]/.test(stop[0]) ? 0 : stop[0].length)
    if (end > start) clauses.push({ text: text.slice(start, end), start })
    start = Math.max(start, end)
  }
  if (start < text.length) clauses.push({ text: text.slice(start), start })
  return clauses
}
