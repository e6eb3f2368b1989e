import { QiaoError } from '../bot/errors.ts'
import { calibrate } from './calibration.ts'
import { hashExamples } from './hash.ts'
import type { Model } from './model.ts'
import { addNaiveBayes } from './naiveBayes.ts'
import { DEFAULTS, type TrainOptions } from './options.ts'
import { quantise } from './planes.ts'
import { type LabelledMessage, recalibrate } from './recalibration.ts'
import { namesAsExamples, suitToSize } from './scarcity.ts'
import { Solver } from './svm.ts'
import {
  buildVocabulary,
  extractAll,
  foldsToJudge,
  numberLabels,
  type TrainingSet,
  vectoriseAll,
} from './trainingSet.ts'
import { type Example, OUT_OF_SCOPE } from './types.ts'

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
  const taught = [...examples, ...namesAsExamples(intents, examples.length)]
  const lists = extractAll(taught)
  const vocabulary = buildVocabulary(lists, settings.leastUtterances)
  const labels = numberLabels(taught, intents)
  const judgedFolds = foldsToJudge(labels, intents.indexOf(OUT_OF_SCOPE), settings.folds)
  const set = { ...vectoriseAll(lists, labels, vocabulary, settings), judgedFolds }
  // A name teaches and is no message, so it belongs to no fold that is judged.
  set.folds.fill(settings.folds, examples.length)
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

/** The planes with naive Bayes beside them, and the scores of the judged folds' examples by what the other folds gave. */
function solve(set: TrainingSet, classCount: number, settings: TrainOptions) {
  const solver = new Solver(set.rows, set.labels, classCount, settings.svm)
  const table = solver.solve()
  const weights = table.weights.slice()
  const bayes = addNaiveBayes({ ...table, weights }, set, settings.bayes)
  const planes = quantise({ ...table, weights }, bayes.baseline)
  const heldOut = solver.scoreHeldOut(set.folds, set.judgedFolds)
  for (let i = 0; i < heldOut.length; i++) heldOut[i]! += bayes.heldOut[i]!
  return { planes, heldOut }
}
