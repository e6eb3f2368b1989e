import { weighStrangers } from './calibration.ts'
import { fitLogistic, type Logistic, logit, predict } from './logistic.ts'
import type { Model } from './model.ts'
import type { TrainOptions } from './options.ts'
import { Scorer } from './scorer.ts'
import { chooseThresholds, type Verdict } from './thresholds.ts'
import { OUT_OF_SCOPE } from './types.ts'

/** A message as owners send it, never trained on. */
export interface LabelledMessage {
  text: string
  intent: string
  /** Other intents that are right too. */
  also?: string[]
  /** How much it counts; 1 without. */
  weight?: number
}

/** Under so many messages the cross-validation knows better. */
const FEWEST = 100

/**
 * Fits the two heads' probabilities, and with them the thresholds, to messages as owners send them. Examples in the
 * knowledge files are chosen to differ from each other, so the cross-validation over them finds the model less sure
 * than it is with ordinary messages. The heads' order stays; Platt's two numbers a head move (Platt 1999). Confidence is
 * fitted to messages that have an intent: whether one has none is the other head's to say, and the thresholds allow for it.
 */
export function recalibrate(model: Model, messages: readonly LabelledMessage[], settings: TrainOptions): Model {
  if (messages.length < FEWEST) return model
  const scorer = new Scorer(model)
  const judged = messages.map(({ text }) => scorer.judge(text))
  const right = judged.map(({ best }, i) => (isRight(model.intents[best[0]!]!, messages[i]!) ? 1 : 0))
  const strange = messages.map(({ intent }) => (intent === OUT_OF_SCOPE ? 1 : 0))
  const weigh = (share: number) => weighStrangers(strange, share).map((each, i) => each * (messages[i]!.weight ?? 1))
  const ordinary = weigh(0)
  const importance = weigh(settings.outOfScopeShareOfFit)
  const sure = judged.map(({ signals }) => [logit(predict(model.correctness, signals))])
  const correctnessFit = fitLogistic(sure, right, ordinary)
  const stranger = model.outOfScope
  const strangeness = stranger ? judged.map(({ signals }) => [logit(predict(stranger, signals))]) : []
  const outOfScopeFit = stranger ? fitLogistic(strangeness, strange, importance) : undefined
  const expected = weigh(settings.outOfScopeShare)
  const verdicts = judged.map(
    ({ best }, i): Verdict => ({
      confidence: predict(correctnessFit, sure[i]!),
      outOfScope: outOfScopeFit ? predict(outOfScopeFit, strangeness[i]!) : 0,
      correct: right[i] === 1,
      inTopThree: best.slice(0, 3).some((number) => isRight(model.intents[number]!, messages[i]!)),
      belongsToNone: strange[i] === 1,
      importance: expected[i]!,
    }),
  )
  return {
    ...model,
    correctness: followedBy(model.correctness, correctnessFit),
    ...(stranger && outOfScopeFit ? { outOfScope: followedBy(stranger, outOfScopeFit) } : {}),
    thresholds: chooseThresholds(verdicts, settings),
  }
}

const isRight = (intent: string, message: LabelledMessage): boolean =>
  intent === message.intent || (message.also ?? []).includes(intent)

/** One regression after the other is again one regression, since the second takes the first's logit alone. */
function followedBy(head: Logistic, fit: Logistic): Logistic {
  const slope = fit.weights[0]! / fit.deviations[0]!
  const shift = fit.bias - slope * fit.means[0]!
  return { ...head, weights: head.weights.map((weight) => weight * slope), bias: head.bias * slope + shift }
}
