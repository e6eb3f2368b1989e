import type { Mood, ReadTone, Urgency } from '../../bot/types.ts'
import { type Concept, mentions } from '../emergency/concept.ts'
import { foldInPlace, LONGEST_SEARCHED } from '../entities/inPlace.ts'
import { isAbusive } from './abuse.ts'
import { ANGRY, IMPATIENT, SHOUTED } from './anger.ts'
import { isBlockade, isThreat } from './threat.ts'
import { readUrgency } from './urgency.ts'
import { WORRIED } from './worry.ts'

export { maskAbuse } from './abuse.ts'

/** How an owner sounds. Strong dialect and plain dissatisfaction are not abuse. */
export const readTone: ReadTone = (text) => {
  const folded = foldInPlace(text.slice(0, LONGEST_SEARCHED)).toLowerCase()
  const urgency = readUrgency(folded)
  const threat = isThreat(folded)
  return { mood: readMood(folded, text, threat, urgency), urgency, threat, blockade: isBlockade(folded) }
}

/** Who threatens is angry, who tells of an emergency is at least worried, however few the words. */
function readMood(folded: string, original: string, threat: boolean, urgency: Urgency): Mood {
  if (isAbusive(folded)) return 'abusive'
  if (threat || isAngry(folded, original)) return 'angry'
  return urgency === 'emergency' || mentions(folded, WORRIED) ? 'worried' : 'calm'
}

function isAngry(folded: string, original: string): boolean {
  if (mentions(folded, ANGRY) || isCapitals(original)) return true
  const signs = countOf(folded, IMPATIENT) + (SHOUTED.test(folded) ? 1 : 0)
  return signs >= 2
}

function countOf(text: string, words: Concept): number {
  return new Set([...text.matchAll(words)].map((match) => match[0])).size
}

/** A whole English sentence in capitals. */
function isCapitals(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g)?.join('') ?? ''
  return letters.length >= 12 && letters === letters.toUpperCase() && /[A-Z]{2}\s[A-Z]{2,30}\s[A-Z]{2}/.test(text)
}
