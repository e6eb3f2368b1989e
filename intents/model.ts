import type { Logistic } from './logistic.ts'
import type { Planes } from './planes.ts'
import type { FamilyWeights } from './vectoriser.ts'
import type { Vocabulary } from './vocabulary.ts'

/** From what probability on the model answers, offers, or rejects. Computed when it is trained. */
export interface Thresholds {
  /** Confidence from which it answers at once. */
  answer: number
  /** Confidence from which it offers the candidates; below, it did not understand. */
  clarify: number
  /** Probability of being out of scope from which an utterance is rejected; above 1: never. */
  outOfScope: number
}

export interface Model {
  version: string
  /** The classes by number. `out_of_scope` is among them when there were such examples. */
  intents: string[]
  vocabulary: Vocabulary
  familyWeights: FamilyWeights
  planes: Planes
  /** Of the softmax over the scores. */
  temperature: number
  /** Probability that the best intent is the right one. */
  correctness: Logistic
  /** Probability that the utterance belongs to none of the intents; absent when no example showed what that is. */
  outOfScope?: Logistic
  thresholds: Thresholds
}
