import { useEffect, useState } from 'preact/hooks'
import type { BoardEntry } from '../../../../bot/types.ts'
import type { Vouching } from '../../roomCalls.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { EntryFacts } from './EntryCard.tsx'
import { EntryFields } from './EntryFields.tsx'
import { changesOf, draftOf, faultsOf } from './entryDraft.ts'
import { HeldWords, heldOf } from './HeldWords.tsx'
import type { OpenBoard } from './useBoard.ts'

/** Changes an entry; what a colleague changed meanwhile is shown before it is written over. */
export function EntryEditor({ entry, board }: { entry: BoardEntry; board: OpenBoard }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.rooms.board
  const [seen, setSeen] = useState(entry)
  const [draft, setDraft] = useState(() => draftOf(entry))
  const before = draftOf(seen)
  const changes = changesOf(before, draft)
  const touched = Object.keys(changes).length > 0
  const faults = faultsOf(draft)
  const restart = (from: BoardEntry) => {
    setSeen(from)
    setDraft(draftOf(from))
  }
  const { busy, problem, send, clear } = useSending((changed: BoardEntry) => {
    board.takeEntry(changed)
    restart(changed)
    say(text.changed)
  })
  // A step or a colleague's change came in while nothing was written here.
  if (entry.revision !== seen.revision && !touched && !busy) restart(entry)
  const save = (revision: number, vouching?: Vouching) =>
    send(() => calls.board.edit(entry.id, revision, changes, vouching))
  const overtaken = touched && entry.revision !== seen.revision
  const lost = problem?.code === 'conflict'
  const held = heldOf(problem)
  useEffect(() => {
    // What the colleague wrote is to be shown, should the stream be slower.
    if (lost) board.reload()
  }, [lost])
  const by = lost && typeof problem.body.author === 'string' ? problem.body.author : undefined
  return (
    <form
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault()
        save(seen.revision)
      }}
    >
      <EntryFields before={before} draft={draft} faults={faults} onChange={setDraft} />
      {lost && (
        <Overtaken
          who={by}
          entry={entry}
          busy={busy || !overtaken}
          onTake={() => {
            clear()
            restart(entry)
          }}
          onKeep={() => save(entry.revision)}
        />
      )}
      {held && (
        <HeldWords
          problem={held}
          community={entry.community}
          onChange={clear}
          onVouch={(vouching) => save(seen.revision, vouching)}
        />
      )}
      <div role="alert">
        {problem && !lost && !held && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}
      </div>
      {!lost && (
        <button
          type="submit"
          class={touched ? 'button main in-reach' : 'button main'}
          disabled={busy || held !== undefined || !touched || faults.length > 0}
        >
          {busy ? words.working : words.rooms.save}
        </button>
      )}
    </form>
  )
}

interface OvertakenProps {
  who: string | undefined
  /** As the board has it now. */
  entry: BoardEntry
  busy: boolean
  onTake(): void
  onKeep(): void
}

function Overtaken({ who, entry, busy, onTake, onKeep }: OvertakenProps) {
  const { words } = useReading()
  const pick = usePick()
  const text = words.rooms.board
  return (
    <div class="guard" role="alert">
      <p>
        <strong>{text.conflict(who ?? text.somebody)}</strong> {text.theirs}
      </p>
      <div class="record theirs">
        <p class="wanted">{pick(entry.state)}</p>
        <EntryFacts entry={entry} />
        <p class="soft small">{text.revision(entry.revision)}</p>
      </div>
      <div class="buttons">
        <button type="button" class="button" disabled={busy} onClick={onTake}>
          {text.takeTheirs}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onKeep}>
          {text.keepMine}
        </button>
      </div>
    </div>
  )
}
