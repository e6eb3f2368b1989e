import type { Classification, Classifier } from '../../bot/types.ts'

/** A classifier that says what the test wants, for tests of what is done with it. */
export function scripted(answers: Record<string, Partial<Classification> & { intent: string }>): Classifier {
  return {
    version: 'scripted',
    classify: (text) => {
      const given = answers[text] ?? { intent: 'out_of_scope', certainty: 'lost' as const }
      return {
        confidence: 0.99,
        alternatives: [{ intent: given.intent, confidence: 0.99 }],
        outOfScope: false,
        certainty: 'sure',
        ...given,
      }
    },
  }
}

export const broken: Classifier = {
  version: 'broken',
  classify: () => {
    throw new Error('the model is broken')
  },
}
