import type { DetailedClassifier } from './classify.ts'
import {
  aupr,
  auroc,
  calibrationError,
  coverageAt,
  falsePositivesAt95,
  macroF1,
  percentile,
  type Ranked,
} from './metrics.ts'
import { type Example, OUT_OF_SCOPE } from './types.ts'

export interface TestLine extends Example {
  /** Other intents that count as right. */
  also?: string[]
}

/** One test line and what became of it. */
export interface Judgement {
  want: string
  /** The argmax among the intents, nothing rejected. */
  best: string
  /** The argmax is right; never for an out-of-scope line. */
  right: boolean
  inTopThree: boolean
  /** Of the argmax. */
  confidence: number
  strangeness: number
  rejected: boolean
  answered: boolean
  microseconds: number
}

export interface Report {
  n: number
  accuracyInScope: number
  macroF1: number
  top3: number
  /** Null when the test holds no out-of-scope line, or nothing else. */
  outOfScope: { auroc: number; aupr: number; fprAt95: number } | null
  /** With the thresholds that the training data's cross-validation gave. */
  atThreshold: { inScope: number; oosRecall: number; oosPrecision: number; coverage: number; precision: number }
  coverage: Record<string, number>
  ece: number
  microseconds: { p50: number; p99: number }
  confusions: { want: string; got: string; n: number }[]
}

/** Lines that are classified once before the clock runs, so that it measures the product and not its start. */
const WARM_UP = 500

/** `now` in milliseconds, monotonic. */
export function judgeAll(classifier: DetailedClassifier, lines: readonly TestLine[], now: () => number): Judgement[] {
  for (const { text } of lines.slice(0, WARM_UP)) classifier.classify(text)
  return lines.map((line) => {
    const start = now()
    const result = classifier.classify(line.text)
    const microseconds = (now() - start) * 1000
    const accepted = new Set([line.intent, ...(line.also ?? [])])
    const ranked = result.alternatives.map(({ intent }) => intent)
    return {
      want: line.intent,
      best: ranked[0]!,
      right: accepted.has(ranked[0]!),
      inTopThree: ranked.slice(0, 3).some((intent) => accepted.has(intent)),
      confidence: result.alternatives[0]!.confidence,
      strangeness: result.outOfScopeProbability,
      rejected: result.outOfScope,
      answered: result.certainty === 'sure',
      microseconds,
    }
  })
}

const PRECISIONS = ['0.95', '0.97', '0.98', '0.99']

export function report(judgements: readonly Judgement[]): Report {
  const inScope = judgements.filter(({ want }) => want !== OUT_OF_SCOPE)
  const strangers = judgements.length - inScope.length
  const ranked: Ranked[] = judgements.map(({ want, strangeness }) => ({
    score: strangeness,
    positive: want === OUT_OF_SCOPE,
  }))
  const bothKinds = strangers > 0 && inScope.length > 0
  return {
    n: judgements.length,
    accuracyInScope: shareOf(inScope, ({ right }) => right),
    macroF1: macroF1(inScope.map(({ want, best, right }) => ({ want, got: right ? want : best }))),
    top3: shareOf(inScope, ({ inTopThree }) => inTopThree),
    outOfScope: bothKinds ? { auroc: auroc(ranked), aupr: aupr(ranked), fprAt95: falsePositivesAt95(ranked) } : null,
    atThreshold: atThreshold(judgements),
    coverage: Object.fromEntries(PRECISIONS.map((wanted) => [wanted, coverageAt(judgements, Number(wanted))])),
    ece: calibrationError(inScope),
    microseconds: { p50: percentile(times(judgements), 0.5), p99: percentile(times(judgements), 0.99) },
    confusions: confusions(judgements),
  }
}

function times(judgements: readonly Judgement[]): number[] {
  return judgements.map(({ microseconds }) => microseconds)
}

function atThreshold(judgements: readonly Judgement[]): Report['atThreshold'] {
  const inScope = judgements.filter(({ want }) => want !== OUT_OF_SCOPE)
  const strangers = judgements.filter(({ want }) => want === OUT_OF_SCOPE)
  const rejected = judgements.filter((judgement) => judgement.rejected)
  const answered = judgements.filter((judgement) => judgement.answered)
  return {
    inScope: shareOf(inScope, (judgement) => judgement.right && !judgement.rejected),
    oosRecall: shareOf(strangers, (judgement) => judgement.rejected),
    oosPrecision: shareOf(rejected, ({ want }) => want === OUT_OF_SCOPE),
    coverage: answered.length / judgements.length,
    precision: shareOf(answered, ({ right }) => right),
  }
}

/** 0 of nothing. */
function shareOf<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(is).length / items.length
}

function confusions(judgements: readonly Judgement[]): Report['confusions'] {
  const counts = new Map<string, { want: string; got: string; n: number }>()
  for (const { want, best, right, rejected } of judgements) {
    const got = rejected ? OUT_OF_SCOPE : best
    if (got === want || (right && !rejected)) continue
    const key = `${want} ${got}`
    const pair = counts.get(key) ?? { want, got, n: 0 }
    pair.n++
    counts.set(key, pair)
  }
  return [...counts.values()].sort((a, b) => b.n - a.n).slice(0, 30)
}
