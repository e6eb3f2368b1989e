import { useEffect, useRef, useState } from 'preact/hooks'
import type { Ticket } from '../../../bot/types.ts'
import type { Lesson } from '../calls.ts'
import { Dialog } from '../Dialog.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { IntentChoice } from './IntentChoice.tsx'
import type { Moves } from './useMoves.ts'

/** As the server has it. */
const LONGEST_EXAMPLE = 500
const LONGEST_ANSWER = 4000

interface Told {
  label: string
  shouldAnswer: boolean
  example: string
  answer: string
  answerEn: string
}

const NOTHING: Told = { label: '', shouldAnswer: false, example: '', answer: '', answerEn: '' }

/** Asks before a ticket ends; what it was about, and what could be learnt from it, may be said along. */
export function ResolveDialog({ ticket, moves }: { ticket: Ticket; moves: Moves }) {
  const { words } = useReading()
  const [told, setTold] = useState(NOTHING)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const missing = !told.label && [told.example, told.answer, told.answerEn].some((field) => field.trim() !== '')
  const close = () => moves.ask(undefined)
  return (
    <Dialog title={words.confirmResolve} onClose={close}>
      <form
        class="asking"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing) return
          close()
          moves.end('resolve', lessonOf(told))
        }}
      >
        <p>{words.confirmResolveMore}</p>
        <LessonFields ticket={ticket} told={told} onTold={setTold} />
        <p class="soft small" role="status">
          {missing && words.talk.lessonNeedsIntent}
        </p>
        <div class="buttons end">
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
          <button ref={button} type="submit" class="button main" disabled={missing}>
            {words.resolve}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface LessonProps {
  ticket: Ticket
  told: Told
  onTold(told: Told): void
}

function LessonFields({ ticket, told, onTold }: LessonProps) {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  const { talk } = words
  const said = ownWords(ticket)
  return (
    <details class="lesson">
      <summary>{talk.lesson}</summary>
      <IntentChoice context={ticket.context} chosen={told.label} onChoose={(label) => onTold({ ...told, label })} />
      <label class="tick">
        <input
          type="checkbox"
          checked={told.shouldAnswer}
          onChange={() => onTold({ ...told, shouldAnswer: !told.shouldAnswer })}
        />{' '}
        {talk.shouldAnswer}
      </label>
      <div class="field">
        <label for="lesson-example">{talk.example}</label>
        <textarea
          id="lesson-example"
          rows={2}
          maxLength={LONGEST_EXAMPLE}
          value={told.example}
          onInput={(event) => onTold({ ...told, example: event.currentTarget.value })}
        />
        {said && !told.example && (
          <button type="button" class="link small" onClick={() => onTold({ ...told, example: said })}>
            {talk.useOwnWords(said)}
          </button>
        )}
      </div>
      <div class="field">
        <label for="lesson-answer">{talk.answer}</label>
        <textarea
          id="lesson-answer"
          rows={3}
          maxLength={LONGEST_ANSWER}
          value={told.answer}
          onInput={(event) => onTold({ ...told, answer: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="lesson-answer-en">{talk.answerEn}</label>
        <textarea
          id="lesson-answer-en"
          rows={2}
          maxLength={LONGEST_ANSWER}
          value={told.answerEn}
          onInput={(event) => onTold({ ...told, answerEn: event.currentTarget.value })}
        />
      </div>
      <p class="soft small">{clerk.role === 'staff' ? talk.lessonLead : talk.lessonLeadManager}</p>
    </details>
  )
}

/** What the owner said first that is more than a call for a person; personal numbers in it are hidden already. */
function ownWords({ context }: Ticket): string {
  const said = context.transcript.filter(({ from, text }) => from === 'owner' && text.trim().length > 4)
  return (said[0]?.text ?? '').slice(0, LONGEST_EXAMPLE)
}

/** Left out where nothing was said. */
function lessonOf({ label, shouldAnswer, example, answer, answerEn }: Told): Lesson {
  const [zh, en] = [answer.trim(), answerEn.trim()]
  const learn = {
    ...(shouldAnswer && { shouldAnswer }),
    ...(example.trim() && { example: example.trim() }),
    ...((zh || en) && { answer: { ...(zh && { zh }), ...(en && { en }) } }),
  }
  return { ...(label && { label }), ...(Object.keys(learn).length > 0 && { learn }) }
}
