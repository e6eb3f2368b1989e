import { useState } from 'preact/hooks'
import type { Callback } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import { useLive } from '../../live.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Calls promised with this ticket, and a promise to write down. */
export function TicketCallbacks({ ticketId }: { ticketId: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.owed
  const [open, setOpen] = useState(false)
  const read = useRecord(ticketId, () => calls.callbacks.ofTicket(ticketId))
  useLive('callbacks', read.reload)
  // Another ticket that is merged into this one brings its calls along.
  useLive('tickets', (event) => event.ticketId === ticketId && read.reload())
  const promised = read.value?.callbacks ?? []
  return (
    <>
      <ul class="reports">
        {promised.map((callback) => (
          <Promised key={callback.id} callback={callback} />
        ))}
      </ul>
      {open ? (
        <PromiseForm
          ticketId={ticketId}
          onDone={() => {
            setOpen(false)
            read.reload()
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {text.promise}
        </button>
      )}
    </>
  )
}

function Promised({ callback: { dueAt, by, matter, doneAt, doneBy, doneWord } }: { callback: Callback }) {
  const { words, language } = useReading()
  const text = words.day.owed
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  const overdue = !doneAt && Date.parse(dueAt) <= Date.now()
  return (
    <li>
      <p>
        <span class={overdue ? 'overdue' : undefined}>{time(dueAt)}</span> <Said text={matter} />{' '}
        <span class="soft">{text.promisedBy(by)}</span>
      </p>
      {doneAt ? (
        <p class="small">
          ✓ {text.doneBy(time(doneAt), doneBy ?? '')} <Said text={doneWord ?? ''} />
        </p>
      ) : (
        overdue && <p class="small overdue">{text.overdue}</p>
      )}
    </li>
  )
}

interface PromiseFormProps {
  ticketId: string
  onDone(): void
  onCancel(): void
}

function PromiseForm({ ticketId, onDone, onCancel }: PromiseFormProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.owed
  const [when, setWhen] = useState('')
  const [matter, setMatter] = useState('')
  const { busy, problem, send } = useSending((_made: Callback) => onDone())
  // The clerk's own wall clock: the desk is in the compound's time zone.
  const time = when ? new Date(when) : undefined
  const past = time !== undefined && time.getTime() <= Date.now()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (time && !past) send(() => calls.callbacks.promise(ticketId, time.toISOString(), matter.trim()))
      }}
    >
      <TextField
        label={text.when}
        value={when}
        onChange={setWhen}
        type="datetime-local"
        hint={past ? text.past : text.whenHint}
        bad={past}
        required
      />
      <TextField label={text.matter} value={matter} onChange={setMatter} />
      <div class="buttons">
        <button type="submit" class="button main" disabled={busy || !time || past}>
          {busy ? words.working : text.save}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </form>
  )
}
