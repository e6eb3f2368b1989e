import { useState } from 'preact/hooks'
import type { Launch, Settings } from '../../learningCalls.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { Chips, NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Of what is missing. */
const MOST_NAMED = 8
const MODES = ['shadow', 'topics', 'all'] as const

/** What a compound still needs, and how far the bot speaks by itself. */
export function LaunchPart({ community, facts }: { community: string; facts: Settings['facts'] }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`launch ${community}`, () => calls.compounds.launch(community))
  const text = words.learning.settings
  return (
    <section class="card learning-part" aria-label={text.launch}>
      <h2>{text.launch}</h2>
      <p class="soft">{text.launchLead}</p>
      {read.value ? (
        <Steps key={read.value.mode} community={community} facts={facts} launch={read.value} onLive={read.take} />
      ) : (
        <NotThere of={read} />
      )}
    </section>
  )
}

interface StepsProps {
  community: string
  facts: Settings['facts']
  launch: Launch
  onLive(launch: Launch): void
}

function Steps({ community, facts, launch, onLive }: StepsProps) {
  const pick = usePick()
  const named = (key: string) => {
    const fact = facts.find((one) => one.key === key)
    return fact ? pick(fact.name) : key
  }
  const { words } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const [mode, setMode] = useState<Launch['mode']>(launch.mode)
  const [topics, setTopics] = useState(launch.topics)
  const text = words.learning.settings
  const { busy, problem, send } = useSending((live: Launch) => {
    say(text.gone)
    onLive(live)
  })
  return (
    <>
      <ul class="checklist">
        {launch.items.map(({ id, ok, blocking, missing }) => (
          <li key={id} class={ok ? 'ok' : blocking ? 'blocking' : 'open'}>
            <span aria-hidden="true">{ok ? '✓' : '○'}</span> {text.items[id] ?? id}
            {!ok && (
              <span class="soft small">
                {' '}
                {blocking ? `${text.blocking} · ` : ''}
                {text.todo[id] ?? missing.map(named).slice(0, MOST_NAMED).join('、')}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>
        <b>{text.modeNow(text.modes[launch.mode])}</b>
      </p>
      {clerk.role !== 'staff' && (
        <>
          <Chips
            label={text.launch}
            chosen={mode}
            onChoose={(value) => setMode(value as Launch['mode'])}
            options={MODES.map((value) => ({ value, title: text.modes[value] }))}
          />
          {mode === 'topics' && <Topics chosen={topics} onChoose={setTopics} />}
          <button
            type="button"
            class="button main"
            disabled={busy || (mode === 'topics' && !topics.length)}
            onClick={() => send(() => calls.compounds.goLive(community, mode, mode === 'topics' ? topics : []))}
          >
            {text.go}
          </button>
          <p role="alert" class={problem ? 'bad' : undefined}>
            {problem?.title}
          </p>
        </>
      )}
    </>
  )
}

function Topics({ chosen, onChoose }: { chosen: string[]; onChoose(topics: string[]): void }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const intents = useRecord('intents', calls.intents).value?.intents ?? []
  return (
    <fieldset class="topic-grid">
      <legend>{words.learning.settings.topics}</legend>
      {intents.map(({ id, title }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              onChoose(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          {pick(title)}
        </label>
      ))}
    </fieldset>
  )
}
