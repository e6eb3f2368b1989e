import { useState } from 'preact/hooks'
import type { WorkOrderState } from '../../../../bot/types.ts'
import type { ProblemError } from '../../../shared/api/problem.ts'
import { heldBack } from '../../guard/heldBack.ts'
import type { Move, OpenOrder } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'

interface MoveFormProps {
  order: OpenOrder
  onMoved(order: OpenOrder): void
  /** It is not where the form took it to be. */
  onStale(): void
}

/** Where the work order can go from here; a visit needs its time, a cancellation its reason. */
export function MoveForm({ order, onMoved, onStale }: MoveFormProps) {
  const { words } = useReading()
  const text = words.rooms.orders
  const [to, setTo] = useState<WorkOrderState>()
  const { busy, problem, move } = useMove(order, onMoved, onStale)
  if (!order.moves.length)
    return (
      <section class="panel-part">
        <p class="soft">{text.end}</p>
      </section>
    )
  const name = (state: WorkOrderState) =>
    state === 'scheduled' && order.state === 'scheduled' ? text.reschedule : text.moveTo[state]
  // Telling an owner that it is cancelled, or when somebody comes, takes more than a tap.
  const asks = (state: WorkOrderState) => state === 'scheduled' || state === 'cancelled'
  return (
    <section class="panel-part">
      <h3>{text.move}</h3>
      <div class="buttons">
        {order.moves.map((state, index) => (
          <button
            key={state}
            type="button"
            class={index === 0 && !to ? 'button main' : 'button'}
            aria-pressed={to === state}
            disabled={busy}
            onClick={() => (asks(state) ? setTo(to === state ? undefined : state) : move({ state }))}
          >
            {name(state)}
          </button>
        ))}
      </div>
      {to === 'scheduled' && <ScheduleForm order={order} busy={busy} onMove={move} />}
      {to === 'cancelled' && <CancelForm busy={busy} onMove={move} />}
      <div role="alert">{problem && <p class="strip danger">{problem}</p>}</div>
      <p class="soft small">{text.moveTells}</p>
    </section>
  )
}

interface PartProps {
  busy: boolean
  onMove(move: Move): void
}

function ScheduleForm({ order, busy, onMove }: PartProps & { order: OpenOrder }) {
  const { words } = useReading()
  const text = words.rooms.orders
  const [when, setWhen] = useState('')
  const [worker, setWorker] = useState(order.worker ?? '')
  const [note, setNote] = useState('')
  // The clerk's own wall clock: the desk is in the compound's time zone.
  const time = when ? new Date(when) : undefined
  const past = time !== undefined && time.getTime() < Date.now()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!time || past) return
        const said = {
          ...(worker.trim() ? { worker: worker.trim() } : {}),
          ...(note.trim() ? { note: note.trim() } : {}),
        }
        onMove({ state: 'scheduled', scheduledFor: time.toISOString(), ...said })
      }}
    >
      <TextField
        label={text.when}
        value={when}
        onChange={setWhen}
        type="datetime-local"
        hint={past ? text.whenPast : text.whenHint}
        bad={past}
        required
      />
      <TextField label={text.worker} value={worker} onChange={setWorker} />
      <TextField label={text.note} value={note} onChange={setNote} hint={text.noteHint} />
      <button type="submit" class="button main" disabled={busy || !time || past}>
        {text.moveTo.scheduled}
      </button>
    </form>
  )
}

function CancelForm({ busy, onMove }: PartProps) {
  const { words } = useReading()
  const text = words.rooms.orders
  const [why, setWhy] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onMove({ state: 'cancelled', note: why.trim() })
      }}
    >
      <TextField label={text.cancelNote} value={why} onChange={setWhy} rows={2} required />
      <button type="submit" class="button" disabled={busy || !why.trim()}>
        {text.moveTo.cancelled}
      </button>
    </form>
  )
}

function useMove(order: OpenOrder, onMoved: (order: OpenOrder) => void, onStale: () => void) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.rooms.orders
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const refused = ({ code, title, body }: ProblemError) => {
    if (code === 'promise') return setProblem(`${text.notePromise}${heldBack(body).phrases.join(words.comma)}`)
    if (code !== 'conflict') return setProblem(title || words.rooms.notSaved)
    const from = typeof body.from === 'string' ? (body.from as WorkOrderState) : order.state
    const late = from === 'done' && order.state === 'done'
    // Said in passing: the form itself is drawn anew from how it stands.
    say(late ? text.late : text.illegal(words.workOrderStates[from]), 'bad')
    onStale()
  }
  const move = (to: Move) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    calls.orders
      .move(order.number, to)
      .then((moved) => {
        say(text.moved(words.workOrderStates[moved.state]))
        onMoved(moved)
      }, refused)
      .finally(() => setBusy(false))
  }
  return { busy, problem, move }
}
