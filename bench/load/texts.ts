import { loadKnowledge, testsOf } from '../../knowledge/load.ts'
import type { IntentKind } from '../../knowledge/types.ts'

/** What owners ask day by day; emergencies and calls for a person are rare, and every one of them waits for somebody. */
const USUAL: readonly IntentKind[] = ['faq', 'status', 'action', 'smalltalk']

/** The held-out utterances of the knowledge files, of usual matters, mixed the same way each time. */
export function usualTexts(): string[] {
  const entries = [...loadKnowledge('knowledge').entries.values()].filter(({ kind }) => USUAL.includes(kind))
  const texts = testsOf(entries).map(({ text }) => text)
  // A step that shares no factor with their number comes by each once.
  const step = [401, 409, 419].find((prime) => texts.length % prime !== 0) ?? 1
  return texts.map((_, place) => texts[(place * step) % texts.length] ?? '')
}
