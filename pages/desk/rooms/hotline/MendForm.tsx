import { useState } from 'preact/hooks'
import type { HotlineDeadline, OpenHotline } from '../../hotlineCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { TextField } from '../parts.tsx'
import { DeadlineFields } from './DeadlineFields.tsx'
import { wrong } from './wrong.ts'

interface MendFormProps {
  order: OpenHotline
  onMended(order: OpenHotline): void
}

/** A slip in what was taken down; the deadline stays unless another is given. */
export function MendForm({ order, onMended }: MendFormProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.after.hotline
  const [number, setNumber] = useState(order.number)
  const [wanted, setWanted] = useState(order.wanted)
  const [workOrder, setWorkOrder] = useState(order.workOrder ?? '')
  const [until, setUntil] = useState<HotlineDeadline>()
  const { busy, problem, send } = useSending((mended: OpenHotline) => {
    say(words.rooms.saved)
    onMended(mended)
  })
  const submit = () => {
    if (!number.trim() || !wanted.trim()) return
    const fields = { number: number.trim(), wanted: wanted.trim(), workOrder: workOrder.trim() || null }
    send(() => calls.hotline.mend(order.id, { ...fields, ...until }))
  }
  return (
    <details class="panel-part">
      <summary>{text.mend}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField label={text.number} value={number} onChange={setNumber} required />
        <TextField label={text.wanted} value={wanted} onChange={setWanted} rows={3} required />
        <TextField label={text.workOrder} value={workOrder} onChange={setWorkOrder} />
        <p class="soft small">{text.mendDeadline}</p>
        <DeadlineFields onChange={setUntil} />
        <p role="alert">{problem && wrong(problem, text, words.rooms.notSaved)}</p>
        <button type="submit" class="button" disabled={busy}>
          {words.rooms.save}
        </button>
      </form>
    </details>
  )
}
