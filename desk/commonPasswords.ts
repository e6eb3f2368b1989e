import { KEYBOARD_WALKS, PASSWORD_WORDS } from './passwordWords.ts'

/** A password is too plain when it can be put together from so few pieces that everybody tries. */
const FEWEST_PIECES = 4
/** What a single sign that belongs to no piece counts. */
const SIGN = 1.5
/** Signs that are looked at: a longer password is good by its length, unless all of it repeats. */
const LOOKED_AT = 64
const LONGEST_PIECE = 24
const SHORTEST_RUN = 3

const WORDS = new Set(PASSWORD_WORDS)
const WALKS = KEYBOARD_WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')])
/** Signs that stand for letters: p@ssw0rd. */
const LEET: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's' }

/**
 * Whether the password is one of those that are tried first: made of well-known words, names, rows of keys, counting,
 * repetition, dates and phone numbers. The lists that leak hold tens of millions of lines; of twelve signs and more
 * nearly all are put together in these ways, so that a list of pieces and the ways of joining them say the same in a
 * few kilobytes.
 *
 * @param names the member's own name and the like
 */
export function isCommonPassword(password: string, names: readonly string[] = []): boolean {
  const plain = [...password.normalize('NFKC').toLowerCase()].slice(0, LOOKED_AT).join('')
  const own = new Set(names.map((name) => name.normalize('NFKC').toLowerCase()).filter((name) => name.length > 1))
  return pieces(onceOf(plain), own) < FEWEST_PIECES
}

/** `abcabcabc` is as good as `abc`. */
function onceOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length)
    if (text === unit.repeat(Math.ceil(text.length / length)).slice(0, text.length)) return unit
  }
  return text
}

/** The fewest pieces that make up the text. */
function pieces(text: string, own: ReadonlySet<string>): number {
  const best = [0]
  for (let end = 1; end <= text.length; end++) {
    let least = (best[end - 1] ?? 0) + (/[\s\-_.,!?@#+*/]/.test(text[end - 1] ?? '') ? SIGN / 3 : SIGN)
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end - 1; start++) {
      if (isPiece(text.slice(start, end), own)) least = Math.min(least, (best[start] ?? 0) + 1)
    }
    best.push(least)
  }
  return best[text.length] ?? 0
}

function isPiece(piece: string, own: ReadonlySet<string>): boolean {
  const read = [...piece].map((sign) => LEET[sign] ?? sign).join('')
  if (WORDS.has(piece) || WORDS.has(read) || own.has(piece)) return true
  if (/^\d+$/.test(piece)) return true
  if (piece.length < SHORTEST_RUN) return false
  return isRun(piece) || WALKS.some((walk) => walk.includes(piece))
}

/** One sign again and again, or signs that count up or down. */
function isRun(piece: string): boolean {
  const codes = [...piece].map((sign) => sign.codePointAt(0) ?? 0)
  const step = (codes[1] ?? 0) - (codes[0] ?? 0)
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step)
}
