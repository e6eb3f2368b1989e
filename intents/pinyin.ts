import { pinyin } from 'pinyin-pro'

/** Sounds that southern speech and pinyin keyboards confuse, folded into one. */
const CONFUSED: [RegExp, string][] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^l/, 'n'],
  [/([aei])ng$/, '$1n'],
]

const ids = new Map<string, number>()
const byCharacter = new Map<number, number>()

/** A number for the toneless syllable of a Han character, the same for characters that sound alike; 0 for others. */
export function soundOf(character: number): number {
  const known = byCharacter.get(character)
  if (known !== undefined) return known
  const id = syllableId(String.fromCharCode(character))
  byCharacter.set(character, id)
  return id
}

function syllableId(character: string): number {
  const syllable = pinyin(character, { toneType: 'none', type: 'array' })[0] ?? ''
  if (syllable === '' || syllable === character) return 0
  const folded = CONFUSED.reduce((sound, [from, to]) => sound.replace(from, to), syllable)
  const known = ids.get(folded)
  if (known !== undefined) return known
  ids.set(folded, ids.size + 1)
  return ids.size
}
