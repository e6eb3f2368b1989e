/*
 * A list of words as long as ours takes microseconds to look for, and most messages hold none of the signs without
 * which not one of its words can be. So these are looked for first.
 */

/** So many in every text that they tell nothing; another sign of the word is taken where there is one. */
const COMMON = new Set('的了我不是一人在有这个们来去到说要就你他她它上下里好也都还没能会吗呢啊 aeinorst')
const COMMON_WEIGHT = 20
/** More of them would let every text pass. */
const MOST = 120

interface Parsed {
  /** One of these stands wherever the piece matches; undefined where nothing has to. */
  signs: Set<string> | undefined
  /** Where the piece ends in the source. */
  end: number
}

/**
 * Signs of which any match of the pattern holds at least one; undefined where there are none. It reads what our patterns
 * are written in: signs, classes, groups, look-arounds, `?`, `*`, `+` and `{n,m}`, no flags.
 *
 * @example signsOf('[着起]火|冒烟') // 火, 烟 or 冒
 */
export function signsOf(source: string): ReadonlySet<string> | undefined {
  return alternation(source, 0).signs
}

/** Of alternatives, up to the end of their group: one of each. */
function alternation(source: string, from: number): Parsed {
  let end = from
  let signs: Set<string> | undefined = new Set()
  for (;;) {
    const one = sequence(source, end)
    end = one.end
    signs = signs && one.signs && new Set([...signs, ...one.signs])
    if (source[end] !== '|') return { signs: signs && signs.size <= MOST ? signs : undefined, end }
    end += 1
  }
}

/** Of what follows one on another: the piece that tells most. */
function sequence(source: string, from: number): Parsed {
  let end = from
  let best: Set<string> | undefined
  while (end < source.length && source[end] !== '|' && source[end] !== ')') {
    const piece = atom(source, end)
    const quantifier = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(piece.end, piece.end + 12))
    end = piece.end + (quantifier?.[0].length ?? 0)
    const optional = quantifier && (/^[?*]/.test(quantifier[0]) || quantifier[1] === '0')
    if (piece.signs && !optional && (!best || weight(piece.signs) < weight(best))) best = piece.signs
  }
  return { signs: best, end }
}

const weight = (signs: ReadonlySet<string>): number => {
  let sum = 0
  for (const sign of signs) sum += COMMON.has(sign) ? COMMON_WEIGHT : 1
  return sum
}

const GROUP = /^\((?:\?(?:[:=!]|<[=!]))?/

function atom(source: string, at: number): Parsed {
  const sign = source[at] ?? ''
  if (sign === '(') {
    const [open = ''] = GROUP.exec(source.slice(at, at + 4)) ?? []
    const inner = alternation(source, at + open.length)
    // What is looked at around the match need not be in it, but for nothing that has to be there.
    return { signs: open === '(?:' || open === '(' ? inner.signs : undefined, end: inner.end + 1 }
  }
  if (sign === '[') return charClass(source, at)
  if (sign === '\\') return escaped(source, at)
  return { signs: /[.^$]/.test(sign) ? undefined : signSet(sign), end: at + 1 }
}

/** `\.` is a sign itself; `\d`, `\b`, `\1` and the like are none. */
function escaped(source: string, at: number): Parsed {
  const [, code] = /^\\u([0-9a-f]{4})/i.exec(source.slice(at, at + 6)) ?? []
  if (code) return { signs: signSet(String.fromCharCode(Number.parseInt(code, 16))), end: at + 6 }
  const sign = source[at + 1] ?? ''
  return { signs: /[a-z0-9]/i.test(sign) ? undefined : signSet(sign), end: at + 2 }
}

const signSet = (sign = ''): Set<string> => new Set([sign])

function charClass(source: string, at: number): Parsed {
  let end = at + 1
  while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1
  const inside = source.slice(at + 1, end)
  // Ranges, kinds and what is left out name too many.
  const plain = !/^\^|\\[a-zA-Z]|[^\\]-./.test(inside)
  return { signs: plain ? new Set(inside.replace(/\\(?=.)/g, '')) : undefined, end: end + 1 }
}

/** Whether the text holds one of the signs. */
export function signFinder(signs: ReadonlySet<string>): (text: string) => boolean {
  const marks = new Uint32Array(0x10000 / 32)
  for (const sign of signs) {
    for (let unit = 0; unit < sign.length; unit++) {
      const code = sign.charCodeAt(unit)
      marks[code >> 5]! |= 1 << (code & 31)
    }
  }
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (marks[code >> 5]! & (1 << (code & 31))) return true
    }
    return false
  }
}
