import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js'
import type { Example } from '../types.ts'
import type { Peer } from './peer.ts'
import { stemsOf } from './stems.ts'

/**
 * natural's naive Bayes on the same words and stems. It gets token arrays, since its own tokenizers drop all Chinese.
 * `out_of_scope` is a class like the others.
 */
export function trainBayes(examples: readonly Example[]): Peer {
  const classifier = new BayesClassifier()
  for (const { text, intent } of examples) classifier.addDocument(stemsOf(text), intent)
  classifier.train()
  return {
    guess: (text) => {
      const [best, second] = classifier.getClassifications(stemsOf(text)) as { label: string; value: number }[]
      return { intent: best!.label, score: Math.log((best!.value + 1e-300) / ((second?.value ?? 0) + 1e-300)) }
    },
  }
}
