import { useId, useState } from 'preact/hooks'
import { heldBack } from '../../guard/heldBack.ts'
import { PromiseGuard } from '../../guard/PromiseGuard.tsx'
import type { OpenHotline, ShownHotline } from '../../hotlineCalls.ts'
import type { Vouching } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'

interface AnswerFormProps {
  order: OpenHotline
  onAnswered(): void
}

/** The draft from the record, to be changed, checked and given out. */
export function AnswerForm({ order: { id, community, draft }, onAnswered }: AnswerFormProps) {
  const { words, language } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.after.hotline
  const field = useId()
  // The hotline reads Chinese; whoever reads English at the desk sees that draft first.
  const [answer, setAnswer] = useState(draft?.[language] ?? '')
  const { busy, problem, send, clear } = useSending((_: ShownHotline) => {
    say(text.saved)
    onAnswered()
  })
  const give = (vouching: Vouching = {}) => send(() => calls.hotline.answer(id, answer.trim(), vouching))
  const copy = () => {
    // Not there without https.
    const copied = navigator.clipboard?.writeText(answer) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => say(words.rooms.copied),
      () => say(words.rooms.copyFailed, 'bad'),
    )
  }
  const held = problem?.code === 'promise' ? heldBack(problem.body) : undefined
  return (
    <form
      class="panel-part"
      onSubmit={(event) => {
        event.preventDefault()
        if (answer.trim()) give()
      }}
    >
      <h3>{text.answer}</h3>
      <div class="field">
        <label for={field}>{text.draft}</label>
        <textarea
          id={field}
          rows={14}
          maxLength={4000}
          value={answer}
          aria-describedby={`${field}-hint`}
          onInput={(event) => {
            clear()
            setAnswer(event.currentTarget.value)
          }}
        />
        <p class="hint" id={`${field}-hint`}>
          {text.draftHint}
        </p>
      </div>
      {held ? (
        <PromiseGuard
          held={held}
          community={community}
          orders={[]}
          more=""
          onChange={clear}
          onRecord={(record) => give({ record })}
          onConfirm={() => give({ confirm: held.confirmToken })}
        />
      ) : (
        <p role="alert">{problem && (problem.title || words.rooms.notSaved)}</p>
      )}
      <div class="buttons">
        <button type="submit" class="button main" disabled={busy || !answer.trim()}>
          {text.give}
        </button>
        <button type="button" class="button" onClick={copy}>
          {words.rooms.copy}
        </button>
        {draft && (
          <button type="button" class="button quiet" onClick={() => setAnswer(draft[language])}>
            {text.again}
          </button>
        )}
      </div>
    </form>
  )
}
