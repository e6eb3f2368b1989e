import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js'
import { normalise } from '../normalise.ts'
import { tokenise } from '../tokens.ts'
import type { Example } from '../types.ts'

/** A classifier to compare with: the argmax and how sure it is, on a scale of its own. */
export interface Peer {
  name: string
  guess(text: string): { intent: string; score: number }
}

/**
 * natural's naive Bayes on the same words and stems. It gets token arrays, since its own tokenizers drop all Chinese.
 * `out_of_scope` is a class like the others.
 */
export function trainBayes(examples: readonly Example[]): Peer {
  const classifier = new BayesClassifier()
  for (const { text, intent } of examples) classifier.addDocument(stemsOf(text), intent)
  classifier.train()
  return {
    name: 'natural Bayes',
    guess: (text) => {
      const [best, second] = classifier.getClassifications(stemsOf(text)) as { label: string; value: number }[]
      return { intent: best!.label, score: Math.log((best!.value + 1e-300) / ((second?.value ?? 0) + 1e-300)) }
    },
  }
}

function stemsOf(text: string): string[] {
  return tokenise(normalise(text)).map(({ stem }) => stem)
}
