import { QiaoError } from '../bot/errors.ts'
import { calibrate } from './calibration.ts'
import { hashExamples } from './hash.ts'
import type { Model } from './model.ts'
import { addNaiveBayes } from './naiveBayes.ts'
import { DEFAULTS, type TrainOptions } from './options.ts'
import { quantise } from './planes.ts'
import { type LabelledMessage, recalibrate } from './recalibration.ts'
import { suitToSize } from './scarcity.ts'
import { Solver } from './svm.ts'
import { buildVocabulary, type TrainingSet, vectoriseAll } from './trainingSet.ts'
import type { Example } from './types.ts'

/**
 * Trains a model. Deterministic: the same examples in the same order and the same options give the same model.
 * Lines labelled `out_of_scope` teach it what belongs to none of the intents. `messages`, which it never trains on, say
 * how sure it may be with what owners really send.
 */
export function trainModel(
  examples: readonly Example[],
  options: Partial<TrainOptions> = {},
  messages: readonly LabelledMessage[] = [],
): Model {
  const intents = [...new Set(examples.map((example) => example.intent))].sort()
  if (intents.length < 2) throw new QiaoError('bad_input', 'Training needs examples of at least two intents')
  const settings = suitToSize({ ...DEFAULTS, ...options }, examples.length, intents.length)
  const vocabulary = buildVocabulary(examples, settings.leastUtterances)
  const set = vectoriseAll(examples, intents, vocabulary, settings)
  const { planes, heldOut } = solve(set, intents.length, settings)
  const model: Model = {
    version: hashExamples([...examples, ...messages], settings),
    intents,
    vocabulary,
    familyWeights: settings.familyWeights,
    planes,
    ...calibrate(set, intents, heldOut, settings),
  }
  return recalibrate(model, messages, settings)
}

/** The planes with naive Bayes beside them, and each example's scores by what the other folds gave. */
function solve(set: TrainingSet, classCount: number, settings: TrainOptions) {
  const solver = new Solver(set.rows, set.labels, classCount, settings.svm)
  const table = solver.solve()
  const weights = table.weights.slice()
  const data = { rows: set.rows, labels: set.labels, folds: set.folds, foldCount: settings.folds }
  const bayes = addNaiveBayes({ ...table, weights }, data, settings.bayes)
  const planes = quantise({ ...table, weights }, bayes.baseline)
  const heldOut = solver.scoreHeldOut(set.folds, settings.folds)
  for (let i = 0; i < heldOut.length; i++) heldOut[i]! += bayes.heldOut[i]!
  return { planes, heldOut }
}
