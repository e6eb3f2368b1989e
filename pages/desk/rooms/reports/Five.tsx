import type { Report } from '../../learningCalls.ts'
import { useReading } from '../../surroundings.ts'

/** The manager's five: what people answer for, before what the bot did. Nothing yet is said to be nothing yet. */
export function Five({ report }: { report: Report }) {
  const { words } = useReading()
  const text = words.learning.reports
  const { firstResponse, closed, askedAgain, neglected, tickets } = report
  const { n, median, p90 } = firstResponse
  return (
    <ol class="five">
      <li>
        <h2>{text.firstResponse}</h2>
        <b>{median === undefined ? text.nothing : text.median(text.minutes(median))}</b>
        {p90 !== undefined && <p>{text.p90(text.minutes(p90))}</p>}
        {tickets > 0 && <p>{text.answeredOf(n, tickets)}</p>}
      </li>
      <li>
        <h2>{text.closed}</h2>
        <b>{closed.n ? text.of(closed.inTime, closed.n) : text.nothing}</b>
        {closed.n > 0 && <p>{text.openedAgain(closed.reopened, closed.n)}</p>}
        <p>{text.reopened(closed.ordersReopened, closed.ordersDone)}</p>
      </li>
      <Satisfaction report={report} />
      <li>
        <h2>{text.again}</h2>
        <b>{askedAgain.of ? text.of(askedAgain.n, askedAgain.of) : text.nothing}</b>
      </li>
      <li>
        <h2>{text.neglected}</h2>
        <b>{text.stale(neglected.staleEntries)}</b>
        <p>{text.callbacks(neglected.callbacksOverdue)}</p>
        <p>{text.visits(neglected.visitsOverdue)}</p>
      </li>
    </ol>
  )
}

/** What owners said: asked by somebody else, and of their own accord. */
function Satisfaction({ report: { visits, rating } }: { report: Report }) {
  const { words } = useReading()
  const text = words.learning.reports
  const { n, solved, notReached, satisfaction } = visits
  return (
    <li>
      <h2>{text.satisfaction}</h2>
      <b>{n ? text.visited(solved, n) : text.noVisits}</b>
      {notReached > 0 && <p>{text.notReached(notReached)}</p>}
      {satisfaction.average !== undefined && <p>{text.happy(satisfaction.average.toFixed(1), satisfaction.n)}</p>}
      <p>{rating.average === undefined ? text.notRated : text.rated(rating.average.toFixed(1), rating.n)}</p>
    </li>
  )
}
