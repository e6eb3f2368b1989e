import { useState } from 'preact/hooks'
import type { Incident } from '../../../bot/types.ts'
import { Dialog } from '../Dialog.tsx'
import { type HeldBack, heldBack } from '../guard/heldBack.ts'
import { PromiseGuard } from '../guard/PromiseGuard.tsx'
import { TextField } from '../rooms/parts.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { useSending } from '../useSending.ts'
import { useIncidentTitle } from './title.ts'

interface AnswerAllProps {
  incident: Incident
  onDone(): void
  onClose(): void
}

/** One answer for everybody who asked. What promises something is held as with any words of a clerk. */
export function AnswerAll({ incident, onDone, onClose }: AnswerAllProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.rooms.incidents
  const [answer, setAnswer] = useState('')
  const done = (said: string) => {
    say(said)
    onDone()
    onClose()
  }
  const answering = useSending(({ told }: { told: number }) => done(text.told(told)))
  const closing = useSending(() => done(text.closed))
  const busy = answering.busy || closing.busy
  const problem = answering.problem ?? closing.problem
  const held: HeldBack | undefined = problem?.code === 'promise' ? heldBack(problem.body) : undefined
  const send = (vouched: { confirm?: string; record?: string } = {}) =>
    answering.send(() => calls.orders.answerIncident(incident.id, { text: answer.trim(), ...vouched }))
  return (
    <Dialog title={`${useIncidentTitle(incident)}${words.colon}${text.asking(incident.askers)}`} onClose={onClose}>
      <form
        class="answer-all"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p class="soft">{text.lead}</p>
        {incident.answer && (
          <p class="record small">
            <span>
              {text.answered(incident.answer.by)}
              {words.colon}
              {incident.answer.text}
            </span>
          </p>
        )}
        <TextField
          label={text.text}
          value={answer}
          onChange={(value) => {
            setAnswer(value)
            answering.clear()
          }}
          rows={4}
        />
        {held && (
          <PromiseGuard
            held={held}
            community={incident.community}
            orders={[]}
            more={words.rooms.guard.sendMoreAll}
            onChange={answering.clear}
            onRecord={(record) => send({ record })}
            onConfirm={() => send({ confirm: held.confirmToken })}
          />
        )}
        <div role="alert">{problem && !held && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
        <div class="buttons end">
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => closing.send(() => calls.orders.closeIncident(incident.id))}
          >
            {text.close}
          </button>
          <button type="submit" class="button main" disabled={busy || !answer.trim() || held !== undefined}>
            {busy ? words.working : text.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
