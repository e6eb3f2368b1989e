import { pinyin } from 'pinyin-pro'
import { hashWord } from './hashing.ts'

/** Sounds that southern speech and pinyin keyboards confuse, folded into one. */
const CONFUSED: [RegExp, string][] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^l/, 'n'],
  [/([aei])ng$/, '$1n'],
]

const byCharacter = new Map<number, number>()

/**
 * A number for the toneless syllable of a Han character, the same for characters that sound alike and in every process,
 * since a model is used in another than it is trained in; 0 for others.
 */
export function soundOf(character: number): number {
  const known = byCharacter.get(character)
  if (known !== undefined) return known
  const sound = syllableOf(String.fromCharCode(character))
  byCharacter.set(character, sound)
  return sound
}

function syllableOf(character: string): number {
  const syllable = pinyin(character, { toneType: 'none', type: 'array' })[0] ?? ''
  if (syllable === '' || syllable === character) return 0
  return hashWord(CONFUSED.reduce((sound, [from, to]) => sound.replace(from, to), syllable))
}
