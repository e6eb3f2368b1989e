import { FAMILIES } from './features.ts'
import { fitLogistic, type Logistic, predict } from './logistic.ts'
import type { Model } from './model.ts'
import type { TrainOptions } from './options.ts'
import { type Judged, judge } from './signals.ts'
import { chooseThresholds, type Verdict } from './thresholds.ts'
import type { TrainingSet } from './trainingSet.ts'
import { OUT_OF_SCOPE } from './types.ts'

/** Fits temperature, heads and thresholds on scores that no example had a hand in itself. */
export function calibrate(
  set: TrainingSet,
  intents: string[],
  heldOut: Float32Array,
  settings: TrainOptions,
): Pick<Model, 'temperature' | 'correctness' | 'outOfScope' | 'thresholds'> {
  const none = intents.indexOf(OUT_OF_SCOPE)
  const scored = judgedRows(set, heldOut, intents.length)
  const labels = scored.map(({ label }) => label)
  const temperature = fitTemperature(scored, none)
  const judged = scored.map(({ row, scores }) => judge(scores, none, temperature, noveltyOf(set, row), set.words[row]!))
  const strange = labels.map((label) => (label === none ? 1 : 0))
  const importance = weighStrangers(strange, settings.outOfScopeShareOfFit)
  const right = judged.map(({ best }, row) => (best[0] === labels[row] ? 1 : 0))
  const signals = judged.map((verdict) => verdict.signals)
  const correctness = fitLogistic(signals, right, importance)
  const outOfScope = none < 0 ? undefined : fitLogistic(signals, strange, importance)
  const expected = weighStrangers(strange, settings.outOfScopeShare)
  const verdicts = judged.map((verdict, row) =>
    verdictOf(verdict, labels[row]!, none, expected[row]!, correctness, outOfScope),
  )
  const thresholds = chooseThresholds(verdicts, settings)
  return { temperature, correctness, ...(outOfScope && { outOfScope }), thresholds }
}

const noveltyOf = ({ novelty }: TrainingSet, row: number) =>
  novelty.subarray(row * FAMILIES.length, (row + 1) * FAMILIES.length)

function verdictOf(
  judged: Judged,
  label: number,
  none: number,
  importance: number,
  correctness: Logistic,
  outOfScope: Logistic | undefined,
): Verdict {
  return {
    confidence: predict(correctness, judged.signals),
    outOfScope: outOfScope === undefined ? 0 : predict(outOfScope, judged.signals),
    correct: judged.best[0] === label,
    inTopThree: judged.best.slice(0, 3).includes(label),
    belongsToNone: label === none,
    importance,
  }
}

/** Lets the out-of-scope lines (1, the others 0) count together as this share of all. */
export function weighStrangers(strange: readonly number[], share: number): number[] {
  const strangers = strange.reduce((sum, value) => sum + value, 0)
  if (strangers === 0) return strange.map(() => 1)
  const each = ((strange.length - strangers) * share) / (1 - share) / strangers
  return strange.map((value) => (value === 1 ? each : 1))
}

const COARSE = [0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1]

interface ScoredRow {
  row: number
  label: number
  scores: Float32Array
}

/** The rows of the judged folds. */
function judgedRows(set: TrainingSet, heldOut: Float32Array, classCount: number): ScoredRow[] {
  return Array.from(set.labels, (label, row) => ({
    row,
    label,
    scores: heldOut.subarray(row * classCount, (row + 1) * classCount),
  })).filter(({ row }) => set.folds[row]! < set.judgedFolds)
}

/** One number is settled by so many rows. */
const ROWS_FOR_TEMPERATURE = 2000

/** The temperature at which the softmax gives the held-out intents the highest likelihood. */
function fitTemperature(scored: ScoredRow[], none: number): number {
  const every = Math.ceil(scored.length / ROWS_FOR_TEMPERATURE)
  const sample = scored.filter(({ label }, i) => i % every === 0 && label !== none)
  const lossAt = (temperature: number) => sample.reduce((sum, row) => sum + surprise(row, none, temperature), 0)
  const losses = COARSE.map(lossAt)
  return COARSE[losses.indexOf(Math.min(...losses))]!
}

function surprise({ scores, label }: ScoredRow, none: number, temperature: number): number {
  const own = scores[label]!
  let sum = 0
  for (let c = 0; c < scores.length; c++) if (c !== none) sum += Math.exp((scores[c]! - own) / temperature)
  return Math.log(sum)
}
