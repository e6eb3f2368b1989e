import { useState } from 'preact/hooks'
import type { Settings } from '../../learningCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { CalendarPart } from './CalendarPart.tsx'
import { Changes } from './Changes.tsx'
import { FactsPart } from './FactsPart.tsx'
import { HoursPart } from './HoursPart.tsx'
import { StartersPart } from './StartersPart.tsx'
import { changeOf, draftOf, isWrong, type SettingsDraft } from './settingsDraft.ts'
import { WaitPart } from './WaitPart.tsx'

interface FormProps {
  community: string
  settings: Settings
  onSaved(settings: Settings): void
}

/** What a compound's owners are told of hours, phones and fees, and how long they wait at most. */
export function SettingsForm({ community, settings, onSaved }: FormProps) {
  const { words } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const text = words.learning.settings
  const [draft, setDraft] = useState(() => draftOf(settings))
  const set = (part: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { busy, problem, send } = useSending((saved: Settings) => {
    say(words.rooms.saved)
    onSaved(saved)
  })
  const reader = clerk.role === 'staff'
  const change = changeOf(draft, settings)
  const wrong = isWrong(draft)
  const off = reader || busy
  return (
    <form
      class="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(change).length && !wrong) send(() => calls.compounds.change(community, change))
      }}
    >
      <fieldset disabled={off}>
        <legend>{text.hours}</legend>
        <HoursPart kept={settings.hours} draft={draft} onChange={set} />
        <CalendarPart
          holidays={draft.holidays}
          workdays={draft.workdays}
          usual={(settings.hours.mon ?? []).join(', ')}
          onHolidays={(holidays) => set({ holidays })}
          onWorkdays={(workdays) => set({ workdays })}
        />
      </fieldset>
      <fieldset disabled={off}>
        <legend>{text.waits}</legend>
        <WaitPart draft={draft} onChange={set} />
      </fieldset>
      <fieldset disabled={off}>
        <legend>{text.starters}</legend>
        <StartersPart starters={draft.starters} onChange={(starters) => set({ starters })} />
      </fieldset>
      <fieldset disabled={off}>
        <legend>{text.facts}</legend>
        <FactsPart kept={settings.facts} facts={draft.facts} onChange={(facts) => set({ facts })} />
      </fieldset>
      <p role="alert" class="bad">
        {wrong ? text.wrong : problem?.title}
      </p>
      {reader ? (
        <p class="soft">{text.readOnly}</p>
      ) : (
        <button type="submit" class="button main" disabled={busy || wrong}>
          {words.rooms.save}
        </button>
      )}
      <Changes community={community} settings={settings} onBack={onSaved} />
    </form>
  )
}
