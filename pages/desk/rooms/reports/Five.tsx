import type { Report } from '../../learningCalls.ts'
import { useReading } from '../../surroundings.ts'

/** The manager's five: what people answer for, before what the bot did. */
export function Five({ report }: { report: Report }) {
  const { words } = useReading()
  const text = words.learning.reports
  const { firstResponse, closed, rating, askedAgain, neglected } = report
  const { median, p90 } = firstResponse
  return (
    <ol class="five">
      <li>
        <h2>{text.firstResponse}</h2>
        <b>{median === undefined ? text.nothing : text.median(text.minutes(median))}</b>
        {p90 !== undefined && <p>{text.p90(text.minutes(p90))}</p>}
      </li>
      <li>
        <h2>{text.closed}</h2>
        <b>{closed.n ? text.of(closed.inTime, closed.n) : text.nothing}</b>
        <p>{text.reopened(closed.ordersReopened, closed.ordersDone)}</p>
      </li>
      <li>
        <h2>{text.rating}</h2>
        <b>{rating.average === undefined ? text.nothing : text.score(rating.average.toFixed(1))}</b>
        <p>{text.votes(rating.n)}</p>
      </li>
      <li>
        <h2>{text.again}</h2>
        <b>{askedAgain.of ? text.of(askedAgain.n, askedAgain.of) : text.nothing}</b>
      </li>
      <li>
        <h2>{text.neglected}</h2>
        <b>{text.stale(neglected.staleEntries)}</b>
        <p>{text.visits(neglected.visitsOverdue)}</p>
      </li>
    </ol>
  )
}
