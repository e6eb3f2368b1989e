import type { BayesOptions } from './naiveBayes.ts'
import type { SvmOptions } from './svm.ts'
import type { ThresholdOptions } from './thresholds.ts'
import type { FamilyWeights } from './vectoriser.ts'

export interface TrainOptions extends ThresholdOptions {
  familyWeights: FamilyWeights
  /** A feature counts when it stands in this many utterances. */
  leastUtterances: number
  svm: SvmOptions
  bayes: BayesOptions
  /** Parts of the cross-validation. */
  folds: number
  /** Share of messages that are expected to belong to none of the intents; the answer threshold allows for so many. */
  outOfScopeShare: number
  /** The share at which the heads are fitted. Fewer, lest confidence in ordinary messages come out too low. */
  outOfScopeShareOfFit: number
}

export const DEFAULTS: TrainOptions = {
  familyWeights: {
    word: 0.8,
    wordPair: 1.3,
    hanPair: 0.7,
    character: 1,
    hanCharacter: 1.4,
    sound: 0.7,
    gloss: 0.8,
    meaning: 1,
  },
  leastUtterances: 2,
  svm: {
    cost: 0.3,
    positiveCost: 5,
    mostPositive: 0.8,
    mostNegative: 0.25,
    ownShare: 0.1,
    epochs: 6,
    foldEpochs: 1,
    seed: 1,
  },
  bayes: { weight: 0.0125, smoothing: 0.05 },
  folds: 4,
  outOfScopeShare: 0.1,
  outOfScopeShareOfFit: 0.05,
  precision: 0.97,
  falseRejections: 0.008,
  worthOffering: 0.5,
}
