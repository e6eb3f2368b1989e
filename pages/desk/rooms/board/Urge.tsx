import { useState } from 'preact/hooks'
import type { BoardEntry } from '../../../../bot/types.ts'
import type { ProblemError } from '../../../shared/api/problem.ts'
import type { Vouching } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { isUndoable, undoStep } from './entryDraft.ts'
import { HeldWords, heldOf } from './HeldWords.tsx'

interface UrgeProps {
  entry: BoardEntry
  onChanged(entry: BoardEntry): void
}

/** One tap adds “urged” to the log, dated today and by this clerk; a word can go with it, and a slip be taken back. */
export function Urge({ entry, onChanged }: UrgeProps) {
  const { words } = useReading()
  const text = words.rooms.board
  const { notSaved } = words.rooms
  const { busy, problem, done, urge, undo, clear } = useUrging(entry, onChanged)
  const [word, setWord] = useState<string>()
  const held = heldOf(problem)
  const send = (vouching?: Vouching) => urge(word?.trim() ?? '', () => setWord(undefined), vouching)
  return (
    <div class="urge">
      {word === undefined ? (
        <div class="buttons">
          <button type="button" class="button accent" disabled={busy} onClick={() => send()}>
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
            onInput={(event) => {
              setWord(event.currentTarget.value)
              clear()
            }}
            onKeyDown={(event) => event.key === 'Escape' && setWord(undefined)}
          />
          <button type="submit" class="button main" disabled={busy || held !== undefined}>
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
      {held && <HeldWords problem={held} community={entry.community} onChange={clear} onVouch={send} />}
      <div role="alert">{problem && !held && <p class="strip danger">{problem.title || notSaved}</p>}</div>
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
  const [problem, setProblem] = useState<ProblemError>()
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
        (error: ProblemError) => setProblem(error),
      )
      .finally(() => setBusy(false))
  }
  const { urgeLine, urgeLineEn, undone } = words.rooms.board
  return {
    busy,
    problem,
    done,
    clear: () => setProblem(undefined),
    urge: (word: string, then: () => void, vouching?: Vouching) => {
      const line = urgeLine(word)
      const step = { text: { zh: line, en: urgeLineEn(word) }, urging: true }
      send(calls.board.addStep(entry.id, step, false, vouching), () => {
        setDone({ before: entry, line })
        then()
      })
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
