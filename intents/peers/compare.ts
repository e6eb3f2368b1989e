import type { TestLine } from '../evaluate.ts'
import { coverageAt, percentile } from '../metrics.ts'
import { OUT_OF_SCOPE } from '../types.ts'
import type { Peer } from './bayes.ts'

export interface PeerReport {
  accuracyInScope: number
  coverage: Record<string, number>
  trainSeconds: number
  microseconds: { p50: number; p99: number }
}

/** `now` in milliseconds, monotonic. */
export function reportPeer(train: () => Peer, lines: readonly TestLine[], now: () => number): PeerReport {
  const start = now()
  const peer = train()
  const trainSeconds = (now() - start) / 1000
  const times: number[] = []
  const judged = lines.map((line) => {
    const from = now()
    const { intent, score } = peer.guess(line.text)
    times.push((now() - from) * 1000)
    const right = intent === line.intent || (line.also ?? []).includes(intent)
    return { confidence: score, right: right && line.intent !== OUT_OF_SCOPE, inScope: line.intent !== OUT_OF_SCOPE }
  })
  const inScope = judged.filter((line) => line.inScope)
  return {
    accuracyInScope: inScope.filter(({ right }) => right).length / inScope.length,
    coverage: Object.fromEntries(['0.95', '0.98'].map((wanted) => [wanted, coverageAt(judged, Number(wanted))])),
    trainSeconds,
    microseconds: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  }
}
