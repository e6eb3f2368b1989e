import type { Address } from '../../address.ts'
import { useNow } from '../../clock.ts'
import { type Report, reportFile } from '../../learningCalls.ts'
import { go } from '../../navigation.ts'
import { today } from '../../places.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { Chips, NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { Bars } from './Bars.tsx'
import { Five } from './Five.tsx'
import { Samples } from './Samples.tsx'
import { TopGaps } from './TopGaps.tsx'

const DAYS = ['7', '30', '90'] as const
const DAY_MS = 24 * 3_600_000
const USUAL = '30'

/** How the work goes, on one page that can be printed. */
export function ReportsRoom({ address: { community, only } }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.learning.reports
  const days = DAYS.find((one) => one === only) ?? USUAL
  const now = useNow()
  const from = today(new Date(now - (Number(days) - 1) * DAY_MS))
  const query = `?from=${from}${community ? `&community=${encodeURIComponent(community)}` : ''}`
  const read = useRecord(query, () => calls.reports.read(query))
  return (
    <main class="room report">
      <div class="room-head">
        <h1>{words.rooms.rooms.reports}</h1>
        <Chips
          label={words.rooms.rooms.reports}
          chosen={days}
          onChoose={(value) => go({ only: value }, 'replace')}
          options={DAYS.map((value) => ({ value, title: text.days[value] }))}
        />
        <CompoundPicker chosen={community} all={words.rooms.all} onChoose={(id) => go({ community: id })} />
        <span class="buttons">
          <button type="button" class="button" onClick={() => window.print()}>
            {text.print}
          </button>
          <a class="button" href={reportFile(query)} download>
            {text.export}
          </a>
        </span>
      </div>
      <p class="soft lead">
        {text.period(from, today(new Date(now)))} · {text.lead}
      </p>
      <OldStrip of={read} />
      {read.value ? <Page report={read.value} community={community} /> : <NotThere of={read} />}
      <Samples community={community} />
    </main>
  )
}

function Page({ report, community }: { report: Report; community: string }) {
  const { words } = useReading()
  const { intentTitle } = useSurroundings()
  const text = words.learning.reports
  const { messages, atOnce, clarified, handedOff, tickets, overdue, wrong } = report
  const reasons = handedOff.map(({ reason, n }) => ({ name: text.reasons[reason] ?? reason, n }))
  const facts: [string, string | number][] = [
    [text.messages, messages],
    [text.atOnce, share(atOnce, messages)],
    [text.clarified, share(clarified, messages)],
    [text.tickets, tickets],
    [text.overdue, overdue],
    [text.wrongFound, `${wrong.judgedWrong + wrong.labelledOtherwise}`],
    [text.should, wrong.shouldHaveAnswered],
    [
      text.resolve,
      report.resolve.median === undefined ? text.nothing : text.median(text.minutes(report.resolve.median)),
    ],
  ]
  return (
    <>
      <Five report={report} />
      <dl class="counts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{text.wrongWhy(wrong.judgedWrong + wrong.judgedRight, wrong.labelledOtherwise)}</p>
      <div class="charts">
        <TopGaps community={community} />
        <Bars title={text.byReason} rows={reasons} />
        <Bars title={text.byHour} rows={report.byHour.map(({ key, messages: n }) => ({ name: key, n }))} upright />
        <Bars
          title={text.byIntent}
          rows={report.byIntent
            .slice(0, 15)
            .map(({ key, messages: n }) => ({ name: key ? intentTitle(key) : text.unknown, n }))}
        />
        {report.byCommunity.length > 1 && (
          <Bars title={text.byCommunity} rows={report.byCommunity.map(({ key, messages: n }) => ({ name: key, n }))} />
        )}
      </div>
    </>
  )
}

const share = (n: number, all: number): string => (all ? `${n}（${Math.round((100 * n) / all)}%）` : String(n))
