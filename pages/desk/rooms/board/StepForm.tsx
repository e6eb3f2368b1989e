import { useState } from 'preact/hooks'
import type { BoardEntry } from '../../../../bot/types.ts'
import { today } from '../../places.ts'
import type { Vouching } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { TextField } from '../parts.tsx'
import { HeldWords, heldOf } from './HeldWords.tsx'

/** A dated line of the log, told to those who follow the matter only when the clerk wants it. */
export function StepForm({ entry, onChanged }: { entry: BoardEntry; onChanged(entry: BoardEntry): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.rooms.board
  const now = today(new Date())
  const [what, setWhat] = useState('')
  const [day, setDay] = useState(now)
  const [tell, setTell] = useState(false)
  const [urging, setUrging] = useState(false)
  const { busy, problem, send, clear } = useSending((changed: BoardEntry) => {
    onChanged(changed)
    say(tell ? text.stepTold : text.stepSave)
    setWhat('')
    setDay(now)
    setTell(false)
    setUrging(false)
  })
  const line = what.trim()
  // Left out, it is today in the compound, wherever the clerk sits.
  const step = { text: { zh: line, en: line }, urging, ...(day && day !== now ? { day } : {}) }
  const write = (vouching?: Vouching) => send(() => calls.board.addStep(entry.id, step, tell, vouching))
  const held = heldOf(problem)
  return (
    <form
      class="panel-part step-form"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <h3>{text.step}</h3>
      <div class="step-line">
        <TextField label={text.stepText} value={what} onChange={setWhat} />
        <TextField label={text.stepDay} value={day} onChange={setDay} type="date" max={now} />
      </div>
      <label class="tick">
        <input type="checkbox" checked={urging} onChange={(event) => setUrging(event.currentTarget.checked)} />
        {text.stepUrging}
      </label>
      <label class="tick">
        <input type="checkbox" checked={tell} onChange={(event) => setTell(event.currentTarget.checked)} />
        {text.stepTell}
      </label>
      {held && <HeldWords problem={held} community={entry.community} onChange={clear} onVouch={write} />}
      <div role="alert">{problem && !held && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
      <button type="submit" class="button" disabled={busy || held !== undefined || !line}>
        {text.stepSave}
      </button>
    </form>
  )
}
