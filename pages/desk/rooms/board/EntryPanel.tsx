import { useState } from 'preact/hooks'
import type { BoardChanges, BoardEntry } from '../../../../bot/types.ts'
import type { ProblemError } from '../../../shared/api/problem.ts'
import { placeOf } from '../../places.ts'
import type { Vouching } from '../../roomCalls.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere, Panel, TextField } from '../parts.tsx'
import { Steps } from './EntryCard.tsx'
import { EntryEditor } from './EntryEditor.tsx'
import { GroupNotice } from './GroupNotice.tsx'
import { HeldWords, heldOf } from './HeldWords.tsx'
import { Revisions } from './Revisions.tsx'
import { StepForm } from './StepForm.tsx'
import { UrgeThem } from './UrgeThem.tsx'
import type { OpenBoard } from './useBoard.ts'

/** One entry: its steps, what can be changed, and how it has been. */
export function EntryPanel({ id, board }: { id: string; board: OpenBoard }) {
  const { words, language } = useReading()
  const pick = usePick()
  const entry = board.value?.entries.find((one) => one.id === id)
  const text = words.rooms.board
  if (!entry)
    return (
      <Panel title={words.rooms.rooms.board} label={words.rooms.rooms.board}>
        <NotThere of={{ state: board.value ? 'gone' : board.state, reload: board.reload }} />
      </Panel>
    )
  const topic = board.value?.topics.find((one) => one.id === entry.topic)?.title
  const title = `${topic ? pick(topic) : entry.topic} · ${placeOf(entry.scope, words.everywhere, language)}`
  return (
    <Panel title={title} label={title}>
      {!entry.closedAt && (
        <section class="panel-part">
          <h3>{text.edit}</h3>
          <EntryEditor key={id} entry={entry} board={board} />
        </section>
      )}
      {!entry.closedAt && <StepForm entry={entry} onChanged={board.takeEntry} />}
      {!entry.closedAt && <UrgeThem key={`urge ${id}`} entry={entry} onChanged={board.takeEntry} />}
      <section class="panel-part">
        <Steps steps={entry.log} />
      </section>
      {entry.closedAt ? (
        <Reopening entry={entry} onChanged={board.takeEntry} />
      ) : (
        <Ending entry={entry} onChanged={board.takeEntry} />
      )}
      <GroupNotice entry={entry} />
      <Revisions entry={entry} />
    </Panel>
  )
}

interface PartProps {
  entry: BoardEntry
  onChanged(entry: BoardEntry): void
}

/** A change that is made by one button. */
function useChange({ entry, onChanged }: PartProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [busy, setBusy] = useState(false)
  const [held, setHeld] = useState<ProblemError>()
  const change = (changes: BoardChanges, done: string, vouching?: Vouching) => {
    setBusy(true)
    setHeld(undefined)
    calls.board
      .edit(entry.id, entry.revision, changes, vouching)
      .then(
        (changed) => {
          onChanged(changed)
          say(done)
        },
        (problem: ProblemError) => {
          const { code, title, body } = problem
          if (heldOf(problem)) return setHeld(problem)
          const who = typeof body.author === 'string' ? body.author : words.rooms.board.somebody
          say(code === 'conflict' ? words.rooms.board.conflict(who) : title || words.rooms.notSaved, 'bad')
        },
      )
      .finally(() => setBusy(false))
  }
  return { busy, change, held, clear: () => setHeld(undefined) }
}

/** Folded away, since it is told to everybody who follows the matter. */
function Ending(props: PartProps) {
  const { words } = useReading()
  const text = words.rooms.board
  const [how, setHow] = useState('')
  const { busy, change, held, clear } = useChange(props)
  const ended = how.trim()
  const end = (vouching?: Vouching) => change({ closed: true, state: { zh: ended, en: ended } }, text.ended, vouching)
  return (
    <details class="panel-part ending">
      <summary>{text.end}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          end()
        }}
      >
        <TextField label={text.endHow} value={how} onChange={setHow} rows={2} required />
        {held && <HeldWords problem={held} community={props.entry.community} onChange={clear} onVouch={end} />}
        <button type="submit" class="button" disabled={busy || held !== undefined || !ended}>
          {text.end}
        </button>
      </form>
    </details>
  )
}

function Reopening(props: PartProps) {
  const { words } = useReading()
  const { busy, change } = useChange(props)
  return (
    <section class="panel-part">
      <button
        type="button"
        class="button"
        disabled={busy}
        onClick={() => change({ closed: false }, words.rooms.board.reopened)}
      >
        {words.rooms.board.reopen}
      </button>
    </section>
  )
}
