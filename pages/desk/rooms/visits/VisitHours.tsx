import { useState } from 'preact/hooks'
import type { Settings } from '../../learningCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

interface VisitHoursProps {
  community: string
  onSaved(): void
}

/** For managers: after how many hours a compound asks. */
export function VisitHours({ community, onSaved }: VisitHoursProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`hours ${community}`, () => calls.compounds.settings(community))
  const settings = read.value
  if (!settings) return null
  return (
    <details class="soft small">
      <summary>{words.after.visits.hoursAre(settings.returnVisitHours)}</summary>
      <HoursForm
        key={settings.returnVisitHours}
        community={community}
        hours={settings.returnVisitHours}
        onSaved={(saved) => {
          read.take(saved)
          onSaved()
        }}
      />
    </details>
  )
}

interface HoursFormProps {
  community: string
  hours: number
  onSaved(settings: Settings): void
}

function HoursForm({ community, hours, onSaved }: HoursFormProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [wanted, setWanted] = useState(String(hours))
  const { busy, problem, send } = useSending((settings: Settings) => {
    say(words.rooms.saved)
    onSaved(settings)
  })
  const ready = Number(wanted) > 0
  return (
    <form
      class="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send(() => calls.compounds.change(community, { returnVisitHours: Number(wanted) }))
      }}
    >
      <TextField label={words.after.visits.hours} value={wanted} onChange={setWanted} type="number" required />
      <p role="alert">{problem && (problem.title || words.rooms.notSaved)}</p>
      <button type="submit" class="button" disabled={busy || !ready}>
        {words.rooms.save}
      </button>
    </form>
  )
}
