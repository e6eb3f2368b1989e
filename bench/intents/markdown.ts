import type { FullReport } from '../../intents/reportText.ts'

interface Named {
  name: string
  figures: FullReport
}

const percent = (share: number | undefined): string => (share === undefined ? '–' : (share * 100).toFixed(1))

const COLUMNS: [title: string, value: (figures: FullReport) => string][] = [
  ['lines', ({ n }) => String(n)],
  ['right %', ({ accuracyInScope }) => percent(accuracyInScope)],
  ['macro-F1', ({ macroF1 }) => percent(macroF1)],
  ['among 3', ({ top3 }) => percent(top3)],
  ['AUROC', ({ outOfScope }) => percent(outOfScope?.auroc)],
  ['FPR95', ({ outOfScope }) => percent(outOfScope?.fprAt95)],
  ['in scope, with rejection', ({ atThreshold }) => percent(atThreshold.inScope)],
  ['found out of scope', ({ atThreshold, outOfScope }) => (outOfScope ? percent(atThreshold.oosRecall) : '–')],
  ['answered at once', ({ atThreshold }) => percent(atThreshold.coverage)],
  ['of them right', ({ atThreshold }) => percent(atThreshold.precision)],
  ['answerable at 98 %', ({ coverage }) => percent(coverage['0.98'])],
  ['ECE', ({ ece }) => percent(ece)],
  ['train s', ({ trainSeconds }) => trainSeconds.toFixed(1)],
  ['µs p50 / p99', ({ microseconds: { p50, p99 } }) => `${p50.toFixed(0)} / ${p99.toFixed(0)}`],
]

/** The figures as a Markdown page. */
export function describeMarkdown(measured: Named[]): string {
  return [
    '# Figures of the last run',
    '',
    'Written by `bench/intents/run.ts`; [evaluation.md](evaluation.md) says what they mean.',
    '',
    ...table(
      ['set', ...COLUMNS.map(([title]) => title)],
      measured.map(({ name, figures }) => [name, ...COLUMNS.map(([, value]) => value(figures))]),
    ),
    '',
    ...peerTable(measured),
    '![Risk and coverage](risk-coverage.svg)',
    '',
    '![Reliability](reliability.svg)',
    '',
    ...measured.flatMap(({ name, figures }) => [
      `## Most confused: ${name}`,
      '',
      ...table(
        ['wanted', 'got', 'times'],
        figures.confusions.slice(0, 15).map(({ want, got, n }) => [want, got, String(n)]),
      ),
      '',
    ]),
  ].join('\n')
}

function peerTable(measured: Named[]): string[] {
  const rows = measured.flatMap(({ name, figures }) =>
    Object.entries(figures.peers ?? {}).map(([peer, { accuracyInScope, coverage, trainSeconds, microseconds }]) => [
      name,
      peer,
      `${percent(accuracyInScope)} (ours ${percent(figures.accuracyInScope)})`,
      `${percent(coverage['0.98'])} (ours ${percent(figures.coverage['0.98'])})`,
      `${(trainSeconds / figures.trainSeconds).toFixed(1)} ×`,
      `${(microseconds.p50 / figures.microseconds.p50).toFixed(0)} ×`,
    ]),
  )
  if (rows.length === 0) return []
  const head = [
    'set',
    'peer',
    'right %',
    'answerable at 98 %',
    'its training time over ours',
    'its time a line over ours',
  ]
  return ['## Beside a peer, in the same run', '', ...table(head, rows), '']
}

function table(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}
