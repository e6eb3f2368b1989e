import { useEffect, useState } from 'preact/hooks'
import type { Incident } from '../../../bot/types.ts'
import { useCoalesced, useLive } from '../live.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { AnswerAll } from './AnswerAll.tsx'
import { useIncidentTitle } from './title.ts'

/** Askers come in bursts; so often at most is the list read again. */
const RELOAD_MS = 600

/** Troubles that many households ask about at once, over the queue; each is answered once for all. */
export function Incidents() {
  const { words } = useReading()
  const [incidents, reload] = useIncidents()
  const [open, setOpen] = useState<string>()
  const shown = incidents.find(({ id }) => id === open)
  return (
    <>
      {incidents.length > 0 && (
        <ul class="incidents" aria-label={words.rooms.incidents.label}>
          {incidents.map((incident) => (
            <Row key={incident.id} incident={incident} onAnswer={() => setOpen(incident.id)} />
          ))}
        </ul>
      )}
      {shown && <AnswerAll incident={shown} onDone={reload} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Row({ incident, onAnswer }: { incident: Incident; onAnswer(): void }) {
  const { words } = useReading()
  const text = words.rooms.incidents
  const title = useIncidentTitle(incident)
  return (
    <li>
      <p>
        <strong>{title}</strong>
        {words.colon}
        {text.asking(incident.askers)}
        {incident.answer && <span class="soft small incident-answered">{text.answered(incident.answer.by)}</span>}
      </p>
      <button type="button" class={incident.answer ? 'button' : 'button main'} onClick={onAnswer}>
        {incident.answer ? text.answerAgain : text.answerAll}
      </button>
    </li>
  )
}

function useIncidents(): [Incident[], () => void] {
  const { calls } = useSurroundings()
  const [incidents, setIncidents] = useState<Incident[]>([])
  const load = () => {
    calls.orders.incidents().then(
      (read) => setIncidents(read.incidents),
      // The queue itself says when the server is away.
      () => undefined,
    )
  }
  useEffect(load, [calls])
  const reload = useCoalesced(load, RELOAD_MS)
  useLive('incidents', reload)
  useLive('messages', reload)
  useLive('resync', reload)
  return [incidents, load]
}
