import { useState } from 'preact/hooks'
import { type BoardEntry, URGE_WAYS, type UrgeWay } from '../../../../bot/types.ts'
import type { NewUrging, Vouching } from '../../roomCalls.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { Chips, TextField } from '../parts.tsx'
import { HeldWords, heldOf } from './HeldWords.tsx'

interface UrgeThemProps {
  entry: BoardEntry
  onChanged(entry: BoardEntry): void
}

/** Who was urged, how, what they said, with a photo: a line that owners read, and the receipt for it. */
export function UrgeThem({ entry, onChanged }: UrgeThemProps) {
  const { words } = useReading()
  const text = words.day.urgeThem
  const [open, setOpen] = useState(false)
  const done = (changed: BoardEntry) => {
    setOpen(false)
    onChanged(changed)
  }
  return (
    <section class="panel-part">
      <h3>{text.title}</h3>
      {open ? (
        <UrgeThemForm entry={entry} onDone={done} onCancel={() => setOpen(false)} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {text.open}
        </button>
      )}
    </section>
  )
}

interface FormProps {
  entry: BoardEntry
  onDone(entry: BoardEntry): void
  onCancel(): void
}

function UrgeThemForm({ entry, onDone, onCancel }: FormProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const text = words.day.urgeThem
  const last = entry.log.findLast(({ urged }) => urged)?.urged
  const [party, setParty] = useState(last?.party ?? (entry.nextActor ? pick(entry.nextActor) : ''))
  const [how, setHow] = useState<UrgeWay>('phone')
  const [answer, setAnswer] = useState('')
  const [photo, setPhoto] = useState<File>()
  const { busy, problem, send, clear } = useSending(onDone)
  const held = heldOf(problem)
  const urge = (vouching: Vouching = {}) => {
    const urging: NewUrging = { party: party.trim(), how, answer: answer.trim() }
    if (urging.party) send(() => calls.board.urge(entry.id, urging, photo, vouching))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        urge()
      }}
    >
      <TextField label={text.party} value={party} onChange={setParty} required />
      <Chips
        label={text.how}
        options={URGE_WAYS.map((value) => ({ value, title: text.ways[value] }))}
        chosen={how}
        onChoose={(value) => setHow(value as UrgeWay)}
      />
      <TextField
        label={text.answer}
        value={answer}
        onChange={(value) => {
          setAnswer(value)
          clear()
        }}
        hint={text.answerHint}
      />
      <label class="button photo-pick">
        {photo ? text.photoChosen(photo.name) : text.photo}
        <input
          type="file"
          accept="image/*"
          class="unseen"
          onChange={(event) => setPhoto(event.currentTarget.files?.[0])}
        />
      </label>
      <div class="buttons">
        <button type="submit" class="button main" disabled={busy || !party.trim() || held !== undefined}>
          {busy ? words.working : text.save}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      {held && <HeldWords problem={held} community={entry.community} onChange={clear} onVouch={urge} />}
      <div role="alert">{problem && !held && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </form>
  )
}
