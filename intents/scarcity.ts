import type { TrainOptions } from './options.ts'

/** From so many examples an intent on, the examples say themselves which words mean the same. */
const ENOUGH = 40
const MOST = 1.6
/** Under so many examples the planes need more passes to settle, and passes cost little. */
const SMALL = 5000
const PASSES = 12
const SETTLING_PASSES = 3

/**
 * Settings for so many examples: the fewer an intent has, the more the dictionaries' knowledge of words counts, and the
 * less naive Bayes, since a few examples don't show what is usual. Chosen on CLINC150 valid and on BANKING77 training
 * lines that are left out, both with ten examples an intent.
 */
export function suitToSize(settings: TrainOptions, exampleCount: number, intentCount: number): TrainOptions {
  const scarcity = Math.min(MOST, Math.max(1, Math.cbrt((ENOUGH * intentCount) / exampleCount)))
  const { familyWeights, svm, bayes } = settings
  const small = exampleCount < SMALL
  const epochs = small ? Math.max(svm.epochs, PASSES) : svm.epochs
  const foldEpochs = small ? Math.max(svm.foldEpochs, SETTLING_PASSES) : svm.foldEpochs
  return {
    ...settings,
    familyWeights: { ...familyWeights, meaning: familyWeights.meaning * scarcity },
    svm: { ...svm, epochs, foldEpochs },
    bayes: { ...bayes, weight: (bayes.weight * (MOST - scarcity)) / (MOST - 1) },
  }
}
