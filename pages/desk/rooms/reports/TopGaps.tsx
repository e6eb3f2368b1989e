import { addressAfter, follow } from '../../navigation.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

const SHOWN = 5
const WHOLE = { room: 'gaps', only: '' } as const

/** What owners asked most and did not get answered. */
export function TopGaps({ community }: { community: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.learning.reports
  const read = useRecord(`gaps ${community}`, () => calls.reports.gaps(community))
  if (!read.value) return <NotThere of={read} />
  const gaps = read.value.gaps.slice(0, SHOWN)
  return (
    <section class="chart" aria-label={text.gaps}>
      <h2>{text.gaps}</h2>
      {gaps.length === 0 && <p class="soft">{text.gapsNone}</p>}
      <ol class="top-gaps">
        {gaps.map(({ title, n }) => (
          <li key={title}>
            <Said text={title} /> <b class="number">{n}</b>
          </li>
        ))}
      </ol>
      {gaps.length > 0 && (
        <a href={addressAfter(WHOLE)} onClick={follow(WHOLE)}>
          {text.toGaps}
        </a>
      )}
    </section>
  )
}
