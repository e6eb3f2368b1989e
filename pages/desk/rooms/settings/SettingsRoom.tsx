import { useState } from 'preact/hooks'
import type { Address } from '../../address.ts'
import type { Settings } from '../../learningCalls.ts'
import { go } from '../../navigation.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere, OldStrip, TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { ClerksCard } from './ClerksCard.tsx'
import { LaunchPart } from './LaunchPart.tsx'
import { TeamsPart } from './TeamsPart.tsx'

/** Going live, and what a compound's owners are told of hours, phones and fees. */
export function SettingsRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const compounds = useRecord('communities', calls.homes.compounds)
  const community = address.community || compounds.value?.communities[0]?.id
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.settings}</h1>
        <CompoundPicker chosen={community ?? ''} onChoose={(id) => go({ community: id })} />
      </div>
      <p class="soft lead">{words.learning.settings.lead}</p>
      {community ? <OfCompound key={community} community={community} /> : <NotThere of={compounds} />}
      <ClerksCard />
    </main>
  )
}

function OfCompound({ community }: { community: string }) {
  const { calls } = useSurroundings()
  const read = useRecord(community, () => calls.compounds.settings(community))
  return (
    <>
      <LaunchPart community={community} facts={read.value?.facts ?? []} />
      <TeamsPart community={community} />
      <OldStrip of={read} />
      {read.value ? (
        <Form key={read.value.revisions[0]?.id ?? ''} community={community} settings={read.value} onSaved={read.take} />
      ) : (
        <NotThere of={read} />
      )}
    </>
  )
}

interface FormProps {
  community: string
  settings: Settings
  onSaved(settings: Settings): void
}

function Form({ community, settings, onSaved }: FormProps) {
  const { words } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const pick = usePick()
  const text = words.learning.settings
  const [facts, setFacts] = useState<Record<string, { zh: string; en: string }>>({})
  const [hours, setHours] = useState<Record<string, string>>({})
  const [quietHours, setQuiet] = useState(settings.quietHours)
  const [precision, setPrecision] = useState(String(settings.precision))
  const done = (saved: Settings) => {
    say(words.rooms.saved)
    onSaved(saved)
  }
  const { busy, problem, send } = useSending(done)
  const reader = clerk.role === 'staff'
  const spans = (line: string) =>
    line
      .split(/[,，、]/)
      .map((span) => span.trim())
      .filter(Boolean)
  const change = {
    ...(Object.keys(facts).length ? { facts } : {}),
    ...(Object.keys(hours).length
      ? { hours: Object.fromEntries(Object.entries(hours).map(([day, line]) => [day, spans(line)])) }
      : {}),
    ...(quietHours === settings.quietHours ? {} : { quietHours }),
    ...(Number(precision) === settings.precision ? {} : { precision: Number(precision) }),
  }
  return (
    <form
      class="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(change).length) send(() => calls.compounds.change(community, change))
      }}
    >
      <fieldset disabled={reader || busy}>
        <legend>{text.hours}</legend>
        <p class="hint">{text.hoursHint}</p>
        <div class="settings-grid">
          {Object.entries(settings.hours).map(([day, of]) => (
            <TextField
              key={day}
              label={text.days[day] ?? day}
              value={hours[day] ?? of.join(', ')}
              onChange={(value) => setHours({ ...hours, [day]: value })}
            />
          ))}
          <TextField label={text.quiet} value={quietHours} onChange={setQuiet} />
          <TextField label={text.precision} value={precision} onChange={setPrecision} />
        </div>
      </fieldset>
      <fieldset disabled={reader || busy}>
        <legend>{text.facts}</legend>
        <div class="settings-grid">
          {settings.facts.map(({ key, name, value }) => {
            const now = facts[key] ?? value ?? { zh: '', en: '' }
            const set = (part: object) => setFacts({ ...facts, [key]: { ...now, ...part } })
            const phone = key.startsWith('phone.')
            return (
              <div key={key} class="fact">
                <TextField
                  label={pick(name)}
                  value={now.zh}
                  onChange={(zh) => set(phone ? { zh, en: zh } : { zh })}
                  hint={now.zh ? undefined : text.missing}
                />
                {!phone && (
                  <TextField label={`${pick(name)} · English`} value={now.en} onChange={(en) => set({ en })} />
                )}
              </div>
            )
          })}
        </div>
      </fieldset>
      <p role="alert" class={problem ? 'bad' : undefined}>
        {problem?.title}
      </p>
      {reader ? (
        <p class="soft">{text.readOnly}</p>
      ) : (
        <button type="submit" class="button main" disabled={busy}>
          {words.rooms.save}
        </button>
      )}
      <Changes community={community} settings={settings} onBack={done} />
    </form>
  )
}

function Changes({
  community,
  settings,
  onBack,
}: {
  community: string
  settings: Settings
  onBack(back: Settings): void
}) {
  const { words, language } = useReading()
  const { calls, clerk } = useSurroundings()
  const { busy, problem, send } = useSending(onBack)
  const text = words.learning.settings
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const made = settings.revisions.filter(({ publishedAt }) => publishedAt)
  if (!made.length) return null
  return (
    <section class="learning-part">
      <h2>{text.revisions}</h2>
      <ol class="revision-list">
        {made.map(({ id, state, author, publishedAt }) => (
          <li key={id}>
            {time.format(new Date(publishedAt ?? ''))} · {author}
            {state === 'published' && clerk.role !== 'staff' && (
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => send(() => calls.compounds.back(community, id))}
              >
                {text.rollBack}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p role="alert">{problem?.title}</p>
    </section>
  )
}
