import { setImmediate } from 'node:timers/promises'
import type { Classifier, Comparison, TestLine } from '../bot/types.ts'
import { testsOf } from './load.ts'
import type { Knowledge } from './types.ts'

/** Tests and a model: one side of a comparison. */
export interface Side {
  knowledge: Knowledge
  classifier: Classifier
}

interface Asked {
  text: string
  want: string
  before: string
  after: string
}

/** Lines that are classified before others get their turn on the event loop. */
const AT_ONCE = 25
const MOST_SHOWN = 20

/**
 * Asks both models the held-out tests: those of the knowledge as it is count, whatever the draft takes out of its
 * file; those that the draft adds are counted apart.
 * @param intent whose file the draft is
 */
export async function compare(now: Side, then: Side, intent: string): Promise<Comparison> {
  const old = new Map(testsOf(now.knowledge.entries.values()).map(({ text, intent }) => [text, intent]))
  const drafted = new Map(testsOf(then.knowledge.entries.values()).map(({ text, intent }) => [text, intent]))
  const kept = [...old].map(([text, want]) => ({ text, want }))
  const fresh = [...drafted].filter(([text]) => !old.has(text)).map(([text, want]) => ({ text, want }))
  const asked = await askBoth(now.classifier, then.classifier, kept)
  const added = await askBoth(now.classifier, then.classifier, fresh)
  const own = asked.filter(({ want }) => want === intent)
  const lost = asked.filter(({ want, before, after }) => before === want && after !== want)
  const won = asked.filter(({ want, before, after }) => before !== want && after === want)
  const emergencyLost = lost.some(({ want }) => now.knowledge.entries.get(want)?.kind === 'emergency')
  return {
    ...counts(asked),
    added: counts(added),
    own: counts(own),
    lost: lost.slice(0, MOST_SHOWN).map(({ text, want, after }) => ({ text, want, got: after })),
    won: won.slice(0, MOST_SHOWN).map(({ text, want, before }): TestLine => ({ text, want, got: before })),
    fell: lost.length > won.length || emergencyLost,
  }
}

const counts = (asked: Asked[]) => ({
  tests: asked.length,
  before: asked.filter(({ want, before }) => want === before).length,
  after: asked.filter(({ want, after }) => want === after).length,
})

/** The argmax of each, whether rejected or not. */
async function askBoth(now: Classifier, then: Classifier, lines: { text: string; want: string }[]): Promise<Asked[]> {
  const best = (classifier: Classifier, text: string): string => classifier.classify(text).alternatives[0]?.intent ?? ''
  const asked: Asked[] = []
  for (const [index, { text, want }] of lines.entries()) {
    asked.push({ text, want, before: best(now, text), after: best(then, text) })
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
  }
  return asked
}
