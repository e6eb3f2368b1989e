import { fitLogistic, logit, predict } from './logistic.ts'
import type { Thresholds } from './model.ts'

/** One utterance of the cross-validation, judged by a model that had not seen it. */
export interface Verdict {
  confidence: number
  outOfScope: number
  /** The best intent is the right one. */
  correct: boolean
  /** The right one is among the first three. */
  inTopThree: boolean
  belongsToNone: boolean
  /** How much the utterance counts. */
  importance: number
}

export interface ThresholdOptions {
  /** Wanted share of right answers among those given at once. */
  precision: number
  /** Share of the rightly understood that may be rejected as out of scope. */
  falseRejections: number
  /** Offering three candidates is worth while when the right one is among them this often. */
  worthOffering: number
}

/** Reads the thresholds off the cross-validation's curve of risk and coverage. */
export function chooseThresholds(verdicts: Verdict[], options: ThresholdOptions): Thresholds {
  const outOfScope = rejectionThreshold(verdicts, options.falseRejections)
  const kept = verdicts.filter((verdict) => verdict.outOfScope < outOfScope)
  const answer = answerThreshold(kept, options.precision)
  return { answer, clarify: Math.min(clarifyThreshold(kept, options.worthOffering), answer), outOfScope }
}

/** At the threshold an utterance is rejected, so it stands a hair above the last that is to be kept. */
const HAIR = 1e-9

function rejectionThreshold(verdicts: Verdict[], falseRejections: number): number {
  if (!verdicts.some((verdict) => verdict.belongsToNone)) return 2
  const understood = verdicts.filter((verdict) => verdict.correct).map((verdict) => verdict.outOfScope)
  understood.sort((a, b) => b - a)
  const highestKept = understood[Math.floor(understood.length * falseRejections)]
  return highestKept === undefined ? 2 : highestKept + HAIR
}

/**
 * The lowest confidence from which on the answers given are expected to be right often enough; 1 when there is none.
 * What is expected of a confidence is read off a logistic curve through all verdicts that are not rejected, and not
 * counted: single mistakes among the most confident would move a count by tens of answers.
 */
function answerThreshold(kept: Verdict[], precision: number): number {
  const curve = fitLogistic(
    kept.map(({ confidence }) => [logit(confidence)]),
    kept.map(({ correct }) => (correct ? 1 : 0)),
    kept.map(({ importance }) => importance),
  )
  let right = 0
  let all = 0
  let lowest = 1
  for (const { confidence, importance } of [...kept].sort((a, b) => b.confidence - a.confidence)) {
    all += importance
    right += importance * predict(curve, [logit(confidence)])
    if (right / all >= precision) lowest = confidence
  }
  return lowest
}

/** The highest confidence up to which offering the candidates would fail too often. */
function clarifyThreshold(verdicts: Verdict[], worthOffering: number): number {
  const ranked = [...verdicts].sort((a, b) => a.confidence - b.confidence)
  let hits = 0
  let all = 0
  let highest = 0
  for (const { confidence, inTopThree, importance } of ranked) {
    all += importance
    if (inTopThree) hits += importance
    if (hits / all < worthOffering) highest = confidence
  }
  return highest
}
