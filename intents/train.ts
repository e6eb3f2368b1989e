import { QiaoError } from '../bot/errors.ts'
import { calibrate } from './calibration.ts'
import { hashExamples } from './hash.ts'
import type { Model } from './model.ts'
import { DEFAULTS, type TrainOptions } from './options.ts'
import { PlaneCollector } from './planes.ts'
import { type LabelledMessage, recalibrate } from './recalibration.ts'
import { OneClassSolver } from './svm.ts'
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
  const settings = { ...DEFAULTS, ...options }
  const intents = [...new Set(examples.map((example) => example.intent))].sort()
  if (intents.length < 2) throw new QiaoError('bad_input', 'Training needs examples of at least two intents')
  const vocabulary = buildVocabulary(examples, settings.leastUtterances)
  const set = vectoriseAll(examples, intents, vocabulary, settings)
  const { planes, heldOut } = solveAll(set, intents.length, settings)
  const model: Model = {
    version: hashExamples([...examples, ...messages], settings),
    intents,
    vocabulary,
    familyWeights: settings.familyWeights,
    planes: planes.quantise(),
    ...calibrate(set, intents, heldOut, settings),
  }
  return recalibrate(model, messages, settings)
}

function solveAll(set: TrainingSet, classCount: number, settings: TrainOptions) {
  const solver = new OneClassSolver(set.rows, settings.svm)
  const planes = new PlaneCollector(set.rows.columns + set.rows.width, classCount)
  const heldOut = new Float32Array(set.rows.count * classCount)
  for (let c = 0; c < classCount; c++) {
    const positive = Uint8Array.from(set.labels, (label) => (label === c ? 1 : 0))
    solver.solve(positive)
    planes.set(c, solver.plane)
    solver.scoreHeldOut(positive, set.folds, settings.folds, heldOut, classCount, c)
  }
  return { planes, heldOut }
}
