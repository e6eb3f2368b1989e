/** A judged line: `score` orders, `positive` is the truth. */
export interface Ranked {
  score: number
  positive: boolean
}

/** Probability that a positive scores above a negative; ties count half. NaN when one side is empty. */
export function auroc(lines: readonly Ranked[]): number {
  const sorted = [...lines].sort((a, b) => a.score - b.score)
  let rankSum = 0
  let positives = 0
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (end < sorted.length && sorted[end]!.score === sorted[i]!.score) end++
    const rank = (i + 1 + end) / 2
    for (; i < end; i++) {
      if (!sorted[i]!.positive) continue
      rankSum += rank
      positives++
    }
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (lines.length - positives))
}

/** Area under precision over recall, as average precision. */
export function aupr(lines: readonly Ranked[]): number {
  const sorted = [...lines].sort((a, b) => b.score - a.score)
  let hits = 0
  let sum = 0
  sorted.forEach(({ positive }, i) => {
    if (positive) sum += ++hits / (i + 1)
  })
  return sum / hits
}

/** Share of negatives above the threshold that keeps 95 % of the positives. */
export function falsePositivesAt95(lines: readonly Ranked[]): number {
  const positives = lines.filter((line) => line.positive).sort((a, b) => b.score - a.score)
  const threshold = positives[Math.ceil(positives.length * 0.95) - 1]?.score ?? Number.NaN
  const negatives = lines.filter((line) => !line.positive)
  return negatives.filter((line) => line.score >= threshold).length / negatives.length
}

/** Expected calibration error: mean distance of confidence and accuracy over equal-width bins, weighted by their size. */
export function calibrationError(lines: readonly { confidence: number; right: boolean }[], bins = 15): number {
  return reliability(lines, bins).reduce(
    (sum, bin) => sum + (Math.abs(bin.confidence - bin.accuracy) * bin.count) / lines.length,
    0,
  )
}

export interface ReliabilityBin {
  count: number
  confidence: number
  accuracy: number
}

export function reliability(lines: readonly { confidence: number; right: boolean }[], bins: number): ReliabilityBin[] {
  const totals = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { confidence, right } of lines) {
    const total = totals[Math.min(bins - 1, Math.floor(confidence * bins))]!
    total.count++
    total.confidence += confidence
    if (right) total.right++
  }
  return totals
    .filter(({ count }) => count > 0)
    .map(({ count, confidence, right }) => ({ count, confidence: confidence / count, accuracy: right / count }))
}

/** Largest share of all lines that can be answered, most confident first, with at least this precision. */
export function coverageAt(lines: readonly { confidence: number; right: boolean }[], precision: number): number {
  const curve = riskCoverage(lines)
  return Math.max(0, ...curve.filter((point) => point.precision >= precision).map((point) => point.coverage))
}

export interface CurvePoint {
  coverage: number
  precision: number
}

/** One point for each confidence at which a threshold can stand. */
export function riskCoverage(lines: readonly { confidence: number; right: boolean }[]): CurvePoint[] {
  const sorted = [...lines].sort((a, b) => b.confidence - a.confidence)
  const points: CurvePoint[] = []
  let right = 0
  sorted.forEach((line, i) => {
    if (line.right) right++
    if (sorted[i + 1]?.confidence === line.confidence) return
    points.push({ coverage: (i + 1) / sorted.length, precision: right / (i + 1) })
  })
  return points
}

/** Mean over the wanted intents of F1; a line counts for the intent it wants. */
export function macroF1(pairs: readonly { want: string; got: string }[]): number {
  const wanted = [...new Set(pairs.map(({ want }) => want))]
  const scores = wanted.map((intent) => {
    const hits = pairs.filter(({ want, got }) => want === intent && got === intent).length
    const all = pairs.filter(({ want }) => want === intent).length + pairs.filter(({ got }) => got === intent).length
    return (2 * hits) / all
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
