import { useState } from 'preact/hooks'
import type { Address } from '../../address.ts'
import type { Gap } from '../../learningCalls.ts'
import { go } from '../../navigation.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { IntentPicker } from '../IntentPicker.tsx'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** What the bot did not know, alike together, with the way into a draft. */
export function GapsRoom({ address: { community } }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`gaps ${community}`, () => calls.reports.gaps(community))
  const text = words.learning.gaps
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.gaps}</h1>
        <CompoundPicker chosen={community} all={words.rooms.all} onChoose={(id) => go({ community: id })} />
      </div>
      <p class="soft lead">{text.lead}</p>
      <OldStrip of={read} />
      {!read.value && <NotThere of={read} />}
      {read.value && !read.value.gaps.length && <p class="empty soft">{text.none}</p>}
      <ul class="gap-list">
        {read.value?.gaps.map((gap) => (
          <GapCard key={gap.title} gap={gap} weeks={read.value?.weeks ?? []} />
        ))}
      </ul>
    </main>
  )
}

function GapCard({ gap, weeks }: { gap: Gap; weeks: string[] }) {
  const { words } = useReading()
  const { calls, intentTitle, say } = useSurroundings()
  const [intent, setIntent] = useState(gap.nearest.find(({ intent: id }) => id !== 'out_of_scope')?.intent ?? '')
  const text = words.learning.gaps
  const { busy, problem, send } = useSending(() => say(text.proposed))
  const most = Math.max(1, ...gap.weeks.map(({ n }) => n))
  return (
    <li class="card gap-card">
      <div class="gap-head">
        <h2>
          <Said text={gap.title} />
        </h2>
        <b>{text.times(gap.n)}</b>
        <svg
          class="weeks"
          viewBox={`0 0 ${weeks.length * 12} 24`}
          role="img"
          aria-label={gap.weeks.map(({ week, n }) => text.week(week, n)).join('、')}
        >
          {weeks.map((week, index) => {
            const n = gap.weeks.find((one) => one.week === week)?.n ?? 0
            const height = Math.max(n ? 3 : 1, (n / most) * 24)
            return <rect key={week} x={index * 12} y={24 - height} width="8" height={height} />
          })}
        </svg>
      </div>
      <ul class="test-lines">
        {gap.samples.slice(1).map((sample) => (
          <li key={sample}>
            <Said text={sample} />
          </li>
        ))}
      </ul>
      <p class="soft small">{text.nearest(gap.nearest.map(({ intent: id }) => intentTitle(id)).join('、'))}</p>
      <div class="buttons">
        <IntentPicker label={text.take} chosen={intent} onChoose={setIntent} />
        <button
          type="button"
          class="button"
          disabled={busy || !intent}
          onClick={() => send(() => calls.knowledge.suggest(intent, gap.samples))}
        >
          {text.propose}
        </button>
      </div>
      <p role="alert">{problem?.title}</p>
    </li>
  )
}
