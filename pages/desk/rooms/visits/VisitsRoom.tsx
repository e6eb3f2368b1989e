import type { Address } from '../../address.ts'
import type { ShownVisit, VisitList } from '../../afterCalls.ts'
import { useCoalesced, useLive } from '../../live.ts'
import { go } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { Chips, More, NotThere, OldStrip } from '../parts.tsx'
import { usePages } from '../usePages.ts'
import { useRecord } from '../useRecord.ts'
import { VisitCard } from './VisitCard.tsx'
import { VisitHours } from './VisitHours.tsx'

const LISTS = ['due', 'coming', 'done'] as const satisfies VisitList[]
/** Changes come in bursts; so often at most is the list read again. */
const RELOAD_MS = 500

/** What was ended, to be asked about by somebody else. */
export function VisitsRoom({ address: { community, only } }: { address: Address }) {
  const { words } = useReading()
  const text = words.after.visits
  const list = LISTS.find((name) => name === only) ?? 'due'
  const { calls, clerk } = useSurroundings()
  const { visits, figures, reload } = useVisits(list, community)
  const compounds = useRecord('communities', calls.homes.compounds).value?.communities ?? []
  // The hours are one compound's.
  const one = community || (compounds.length === 1 ? compounds[0]?.id : undefined)
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.visits}</h1>
        <CompoundPicker chosen={community} all={words.rooms.all} onChoose={(id) => go({ community: id })} />
      </div>
      <p class="soft lead">{text.lead}</p>
      <Chips
        label={text.show}
        chosen={list}
        onChoose={(value) => go({ only: value === 'due' ? '' : value }, 'replace')}
        options={LISTS.map((value) => ({ value, title: text.lists[value] }))}
      />
      {figures && <Figures figures={figures} />}
      {one && clerk.role !== 'staff' && <VisitHours key={one} community={one} onSaved={reload} />}
      <OldStrip of={visits} />
      {(visits.state === 'loading' || visits.state === 'failed') && <NotThere of={visits} />}
      {(visits.state === 'ready' || visits.state === 'old') && !visits.things.length && (
        <p class="empty soft">{text.none[list]}</p>
      )}
      <ul class="after-list">
        {visits.things.map((visit) => (
          <VisitCard key={visit.id} visit={visit} onAsked={reload} />
        ))}
      </ul>
      <More shown={visits.things.length} total={visits.total} onMore={visits.more} />
    </main>
  )
}

function useVisits(list: VisitList, community: string) {
  const { calls } = useSurroundings()
  const visits = usePages<ShownVisit>(`${list} ${community}`, (page) =>
    calls.visits.list(list, community, page).then(({ visits: things, total }) => ({ things, total })),
  )
  const figures = useRecord(`figures ${community}`, () => calls.visits.figures(community))
  const reload = () => {
    visits.reload()
    figures.reload()
  }
  const soon = useCoalesced(reload, RELOAD_MS)
  useLive('work_orders', soon)
  useLive('tickets', soon)
  useLive('resync', soon)
  return { visits, figures: figures.value, reload }
}

type Counted = NonNullable<ReturnType<typeof useVisits>['figures']>

function Figures({ figures: { n, solved, satisfaction } }: { figures: Counted }) {
  const { words } = useReading()
  const text = words.after.visits
  if (!n) return <p class="soft small">{text.noFigures}</p>
  const share = `${Math.round((solved / n) * 100)}%`
  const { average } = satisfaction
  return (
    <p class="small">
      {text.figures(n, share)}
      {average !== undefined && ` · ${text.satisfied(average.toFixed(1), satisfaction.n)}`}
    </p>
  )
}
