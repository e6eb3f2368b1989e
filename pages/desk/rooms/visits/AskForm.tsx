import { useId, useState } from 'preact/hooks'
import { VISIT_RESULTS, type VisitResult } from '../../../../bot/types.ts'
import type { ShownVisit } from '../../afterCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { Chips, TextField } from '../parts.tsx'

/** What came of calling: one tap, and a word if there is one. */
export function AskForm({ id, onAsked }: { id: string; onAsked(): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.after.visits
  const select = useId()
  const [result, setResult] = useState<VisitResult>()
  const [satisfaction, setSatisfaction] = useState('')
  const [note, setNote] = useState('')
  const { busy, problem, send } = useSending((visit: ShownVisit) => {
    const last = visit.calls.at(-1)?.result ?? 'solved'
    say(text.saved[last])
    onAsked()
  })
  const submit = () => {
    if (!result) return
    const score = satisfaction && result !== 'not_reached' ? { satisfaction: Number(satisfaction) } : {}
    send(() => calls.visits.answer(id, { result, ...score, ...(note.trim() && { note: note.trim() }) }))
  }
  return (
    <form
      class="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Chips
        label={text.ask}
        chosen={result ?? ''}
        onChoose={(value) => setResult(value as VisitResult)}
        options={VISIT_RESULTS.map((value) => ({ value, title: text.results[value] }))}
      />
      {result && (
        <>
          {result === 'not_solved' && <p class="soft small">{text.reopens}</p>}
          {result !== 'not_reached' && (
            <div class="field">
              <label for={select}>{text.satisfaction}</label>
              <select id={select} value={satisfaction} onChange={(event) => setSatisfaction(event.currentTarget.value)}>
                <option value="">{text.unsaid}</option>
                {text.scores.map((title, index) => (
                  <option key={title} value={String(index + 1)}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
          )}
          <TextField label={text.note} value={note} onChange={setNote} rows={2} />
          <p role="alert">{problem && (problem.title || words.rooms.notSaved)}</p>
          <button type="submit" class="button main" disabled={busy}>
            {text.submit}
          </button>
        </>
      )}
    </form>
  )
}
