import { useState } from 'preact/hooks'
import type { HotlineDeadline, ShownHotline } from '../../hotlineCalls.ts'
import { go } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { HomeField } from '../intake/HomeField.tsx'
import { Panel, TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { DeadlineFields } from './DeadlineFields.tsx'
import { wrong } from './wrong.ts'

interface NewHotlineProps {
  /** Empty: the installation's first. */
  community: string
  /** Of the ticket that it is taken down with; empty: by itself. */
  ticketId: string
  onTaken(): void
}

/** Everything as the paper has it; nothing is reckoned that is not on it. */
export function NewHotlinePanel({ community: chosen, ticketId, onTaken }: NewHotlineProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.after.hotline
  const compounds = useRecord('communities', calls.homes.compounds)
  const [picked, setPicked] = useState(chosen)
  const community = picked || (compounds.value?.communities[0]?.id ?? '')
  const [number, setNumber] = useState('')
  const [received, setReceived] = useState(localNow)
  const [until, setUntil] = useState<HotlineDeadline>()
  const [wanted, setWanted] = useState('')
  const [home, setHome] = useState('')
  const [workOrder, setWorkOrder] = useState('')
  const { busy, problem, send } = useSending(({ id }: ShownHotline) => {
    say(text.taken)
    onTaken()
    go({ item: id, view: '' }, 'replace')
  })
  const ready = number.trim() && received && until && wanted.trim()
  const submit = () => {
    if (!ready) return
    const more = {
      ...(home.trim() && { home: home.trim() }),
      ...(workOrder.trim() && { workOrder: workOrder.trim() }),
      ...(ticketId && { ticketId }),
    }
    const receivedAt = new Date(received).toISOString()
    send(() =>
      calls.hotline.take({ community, number: number.trim(), receivedAt, wanted: wanted.trim(), ...until, ...more }),
    )
  }
  return (
    <Panel title={text.add} label={text.add}>
      <form
        class="panel-part"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {ticketId && <p class="soft">{text.withTicket}</p>}
        <CompoundPicker chosen={community} onChoose={setPicked} />
        <TextField label={text.number} value={number} onChange={setNumber} required />
        <TextField label={text.received} value={received} onChange={setReceived} type="datetime-local" required />
        <DeadlineFields onChange={setUntil} />
        <TextField label={text.wanted} value={wanted} onChange={setWanted} rows={4} hint={text.wantedHint} required />
        <HomeField community={community} value={home} guessed={false} onChange={setHome} />
        <TextField label={text.workOrder} value={workOrder} onChange={setWorkOrder} />
        <p role="alert">{problem && wrong(problem, text, words.rooms.notSaved)}</p>
        <button type="submit" class="button main" disabled={busy || !ready}>
          {text.save}
        </button>
      </form>
    </Panel>
  )
}

/** In the clerk's own wall clock, as the field wants it. */
function localNow(): string {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
