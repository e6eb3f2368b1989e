import type { Sample } from '../../learningCalls.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** The week's answers, to be judged right or wrong. */
export function Samples({ community }: { community: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`samples ${community}`, () => calls.reports.samples(community))
  const text = words.learning.reports
  if (!read.value) return <NotThere of={read} />
  const { week, samples } = read.value
  return (
    <section class="learning-part samples" aria-label={text.samples}>
      <h2>{text.samples}</h2>
      <p class="soft">{samples.length ? text.samplesLead(week) : text.samplesNone}</p>
      <ul class="gap-list">
        {samples.map((sample) => (
          <Judged key={sample.id} sample={sample} onJudged={read.reload} />
        ))}
      </ul>
    </section>
  )
}

function Judged({ sample, onJudged }: { sample: Sample; onJudged(): void }) {
  const { words } = useReading()
  const { calls, clerk } = useSurroundings()
  const text = words.learning.reports
  const { busy, problem, send } = useSending(onJudged)
  return (
    <li class="card gap-card">
      <p>
        <b>
          <Said text={sample.question} />
        </b>
      </p>
      <p>
        <Said text={sample.answer} />
      </p>
      <div class="buttons">
        {(['right', 'wrong'] as const).map((verdict) => (
          <button
            key={verdict}
            type="button"
            class="button"
            disabled={busy || clerk.role === 'staff'}
            aria-pressed={sample.verdict === verdict}
            onClick={() => send(() => calls.reports.judge(sample.id, verdict))}
          >
            {text[verdict]}
          </button>
        ))}
      </div>
      <p role="alert">{problem?.title}</p>
    </li>
  )
}
