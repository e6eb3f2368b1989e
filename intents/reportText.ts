import type { Report } from './evaluate.ts'
import type { PeerReport } from './peers/compare.ts'

export type FullReport = Report & { trainSeconds: number; peers?: Record<string, PeerReport> }

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The figures as a person reads them in a terminal. */
export function describeReport(report: FullReport): string {
  const { outOfScope, atThreshold, microseconds } = report
  const lines = [
    `${report.n} lines, trained in ${report.trainSeconds.toFixed(1)} s, ${microseconds.p50.toFixed(0)} µs a line (p99 ${microseconds.p99.toFixed(0)})`,
    `right, nothing rejected      ${percent(report.accuracyInScope)}   macro-F1 ${percent(report.macroF1)}   among three ${percent(report.top3)}`,
    `with rejection               ${percent(atThreshold.inScope)}`,
    `answered at once             ${percent(atThreshold.coverage)} of all, ${percent(atThreshold.precision)} of them right`,
    `could be answered            ${Object.entries(report.coverage)
      .map(([precision, share]) => `${percent(share)} at ${percent(Number(precision))}`)
      .join(' · ')}`,
    `calibration error            ${percent(report.ece)}`,
  ]
  if (outOfScope) {
    lines.push(
      `out of scope                 AUROC ${percent(outOfScope.auroc)}   AUPR ${percent(outOfScope.aupr)}   FPR at 95 % ${percent(outOfScope.fprAt95)}`,
      `                             found ${percent(atThreshold.oosRecall)}, of the rejected ${percent(atThreshold.oosPrecision)} rightly`,
    )
  }
  for (const [name, peer] of Object.entries(report.peers ?? {})) {
    lines.push(
      `${name.padEnd(28)} ${percent(peer.accuracyInScope)} right, trained in ${peer.trainSeconds.toFixed(1)} s, ${peer.microseconds.p50.toFixed(0)} µs a line`,
    )
  }
  lines.push('most confused:', ...report.confusions.slice(0, 15).map(({ want, got, n }) => `  ${n} × ${want} → ${got}`))
  return `${lines.join('\n')}\n`
}
