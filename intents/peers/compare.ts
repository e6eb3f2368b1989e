import type { TestLine } from '../evaluate.ts'
import { coverageAt, percentile } from '../metrics.ts'
import { type Example, OUT_OF_SCOPE } from '../types.ts'
import { trainBayes } from './bayes.ts'
import { fasttext } from './fasttext.ts'
import { nlpjs } from './nlpjs.ts'
import type { Peer, PeerKind } from './peer.ts'
import { scikit } from './scikit.ts'

export interface PeerReport {
  accuracyInScope: number
  coverage: Record<string, number>
  trainSeconds: number
  microseconds: { p50: number; p99: number }
}

export const PEERS: readonly PeerKind[] = [{ name: 'natural Bayes', find: () => trainBayes }, nlpjs, fasttext, scikit]

/**
 * Trains and tests each peer that is on this machine, one after the other.
 * @param now in milliseconds, monotonic
 * @param say is told what is left out
 */
export async function reportPeers(
  examples: readonly Example[],
  lines: readonly TestLine[],
  now: () => number,
  say: (words: string) => void,
  peers: readonly PeerKind[] = PEERS,
): Promise<Record<string, PeerReport>> {
  const reports: Record<string, PeerReport> = {}
  for (const { name, find } of peers) {
    const train = find()
    if (train) reports[name] = await reportPeer(async () => train(examples), lines, now)
    else say(`${name} is not installed here and left out`)
  }
  return reports
}

async function reportPeer(
  train: () => Promise<Peer>,
  lines: readonly TestLine[],
  now: () => number,
): Promise<PeerReport> {
  const start = now()
  const peer = await train()
  const trainSeconds = (now() - start) / 1000
  const times: number[] = []
  const judged: ReturnType<typeof judge>[] = []
  for (const line of lines) {
    const from = now()
    const guess = await peer.guess(line.text)
    times.push((now() - from) * 1000)
    judged.push(judge(line, guess.intent, guess.score))
  }
  peer.close?.()
  const inScope = judged.filter((line) => line.inScope)
  return {
    accuracyInScope: inScope.filter(({ right }) => right).length / inScope.length,
    coverage: Object.fromEntries(['0.95', '0.98'].map((wanted) => [wanted, coverageAt(judged, Number(wanted))])),
    trainSeconds,
    microseconds: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  }
}

function judge(line: TestLine, intent: string, score: number) {
  const right = intent === line.intent || (line.also ?? []).includes(intent)
  return { confidence: score, right: right && line.intent !== OUT_OF_SCOPE, inScope: line.intent !== OUT_OF_SCOPE }
}
