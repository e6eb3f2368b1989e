import { useState } from 'preact/hooks'
import type { BoardEntry } from '../../../../bot/types.ts'
import type { ProblemError } from '../../../shared/api/problem.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { isUndoable, undoStep } from './entryDraft.ts'

interface UrgeProps {
  entry: BoardEntry
  onChanged(entry: BoardEntry): void
}

/** One tap adds “urged” to the log, dated today and by this clerk; a word can go with it, and a slip be taken back. */
export function Urge({ entry, onChanged }: UrgeProps) {
  const { words } = useReading()
  const text = words.rooms.board
  const { busy, problem, done, urge, undo } = useUrging(entry, onChanged)
  const [word, setWord] = useState<string>()
  const send = () => {
    urge(word?.trim() ?? '')
    setWord(undefined)
  }
  return (
    <div class="urge">
      {word === undefined ? (
        <div class="buttons">
          <button type="button" class="button accent" disabled={busy} onClick={send}>
            {text.urge}
          </button>
          <button type="button" class="button quiet" onClick={() => setWord('')}>
            {text.urgeWord}
          </button>
        </div>
      ) : (
        <form
          class="urge-word"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <input
            ref={(box) => box?.focus()}
            value={word}
            maxLength={200}
            placeholder={text.urgeWordHint}
            aria-label={text.urgeWordHint}
            onInput={(event) => setWord(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setWord(undefined)}
          />
          <button type="submit" class="button main" disabled={busy}>
            {text.urge}
          </button>
        </form>
      )}
      <div role="status">
        {done && (
          <p class="urge-done">
            {text.urged(done.line)}
            {isUndoable(done.before, entry) && (
              <button type="button" class="link" disabled={busy} onClick={undo}>
                {text.undo}
              </button>
            )}
          </p>
        )}
      </div>
      <div role="alert">{problem && <p class="strip danger">{problem}</p>}</div>
    </div>
  )
}

interface Done {
  before: BoardEntry
  line: string
}

function useUrging(entry: BoardEntry, onChanged: (entry: BoardEntry) => void) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState<Done>()
  const send = (call: Promise<BoardEntry>, then: () => void) => {
    setBusy(true)
    setProblem(undefined)
    call
      .then(
        (changed) => {
          onChanged(changed)
          then()
        },
        ({ title }: ProblemError) => setProblem(title || words.rooms.notSaved),
      )
      .finally(() => setBusy(false))
  }
  const { urgeLine, urgeLineEn, undone } = words.rooms.board
  return {
    busy,
    problem,
    done,
    urge: (word: string) => {
      const line = urgeLine(word)
      const step = { text: { zh: line, en: urgeLineEn(word) } }
      send(calls.board.addStep(entry.id, step, false), () => setDone({ before: entry, line }))
    },
    undo: () => {
      if (!done) return
      send(calls.board.edit(entry.id, entry.revision, undoStep(done.before)), () => {
        setDone(undefined)
        say(undone)
      })
    },
  }
}
