import { useState } from 'preact/hooks'
import type { BoardEntry } from '../../../../bot/types.ts'
import type { Address } from '../../address.ts'
import { go } from '../../navigation.ts'
import type { Board, Vouching } from '../../roomCalls.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { Panel, TextField } from '../parts.tsx'
import { EntryFields } from './EntryFields.tsx'
import { emptyDraft, faultsOf, newEntryOf } from './entryDraft.ts'
import { HeldWords, heldOf } from './HeldWords.tsx'
import type { OpenBoard } from './useBoard.ts'

interface NewEntryProps {
  board: OpenBoard
  topics: Board['topics']
  address: Address
}

/** A matter that the board does not have yet. */
export function NewEntryPanel({ board, topics, address: { only, community } }: NewEntryProps) {
  const { words } = useReading()
  const pick = usePick()
  const { calls, say } = useSurroundings()
  const text = words.rooms.board
  const first = topics.find(({ id }) => id === only) ?? topics[0]
  const [start] = useState(() => emptyDraft(first?.id ?? ''))
  const [draft, setDraft] = useState(start)
  const faults = faultsOf(draft)
  const { busy, problem, send, clear } = useSending((entry: BoardEntry) => {
    board.takeEntry(entry)
    say(text.created)
    go({ item: entry.id }, 'replace')
  })
  const create = (vouching?: Vouching) => send(() => calls.board.create(newEntryOf(draft, community), vouching))
  const held = heldOf(problem)
  return (
    <Panel title={text.add} label={text.add}>
      <form
        class="panel-part entry-form"
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <label class="field">
          <b>{text.topic}</b>
          <select value={draft.topic} onChange={(event) => setDraft({ ...draft, topic: event.currentTarget.value })}>
            {topics.map(({ id, title }) => (
              <option key={id} value={id}>
                {pick(title)}
              </option>
            ))}
          </select>
        </label>
        <div class="two-fields">
          <TextField
            label={text.building}
            value={draft.building}
            onChange={(building) => setDraft({ ...draft, building })}
            bad={faults.includes('building')}
            hint={text.scopeHint}
          />
          <TextField label={text.unit} value={draft.unit} onChange={(unit) => setDraft({ ...draft, unit })} />
        </div>
        <EntryFields before={start} draft={draft} faults={faults} onChange={setDraft} />
        {held && <HeldWords problem={held} community={community} onChange={clear} onVouch={create} />}
        <div role="alert">
          {problem && !held && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}
        </div>
        <button type="submit" class="button main" disabled={busy || held !== undefined || faults.length > 0}>
          {busy ? words.working : text.add}
        </button>
      </form>
    </Panel>
  )
}
