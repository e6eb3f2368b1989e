import type { TrainOptions } from './options.ts'
import { type Example, OUT_OF_SCOPE } from './types.ts'

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

/**
 * One more example of each intent where there are few: its name, `card_arrival` as “card arrival”. Chinese examples meet
 * it through the English words that explain theirs.
 */
export function namesAsExamples(intents: readonly string[], exampleCount: number): Example[] {
  if (exampleCount >= ENOUGH * intents.length) return []
  return intents
    .filter((intent) => intent !== OUT_OF_SCOPE)
    .map((intent) => ({ text: intent.replace(/[^\p{L}\p{N}]+/gu, ' '), intent }))
}
