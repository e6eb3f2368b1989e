import { useState } from 'preact/hooks'
import { isOpenOrder, urgesOf } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import type { OpenOrder } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { TextField } from '../parts.tsx'

interface UrgedAgainProps {
  order: OpenOrder
  onUrged(order: OpenOrder): void
}

/** How often it was urged, when last and by whom; and a tap for who rings up again. */
export function UrgedAgain({ order, onUrged }: UrgedAgainProps) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.urge
  const { count, last } = urgesOf(order)
  const [word, setWord] = useState<string>()
  const { busy, problem, send } = useSending((urged: OpenOrder) => {
    setWord(undefined)
    onUrged(urged)
  })
  if (!isOpenOrder(order.state) && count === 0) return null
  return (
    <section class="panel-part">
      <h3>{text.title}</h3>
      <p role="status">
        {last ? text.times(count, dayAndTime(new Date(last.at), new Date(), language), last.by ?? '') : text.never}
      </p>
      {isOpenOrder(order.state) &&
        (word === undefined ? (
          <button type="button" class="button" onClick={() => setWord('')}>
            {text.again}
          </button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              send(() => calls.orders.urge(order.number, word.trim()))
            }}
          >
            <TextField label={text.word} value={word} onChange={setWord} hint={text.wordHint} />
            <div class="buttons">
              <button type="submit" class="button main" disabled={busy}>
                {busy ? words.working : text.note(count + 1)}
              </button>
              <button type="button" class="button quiet" onClick={() => setWord(undefined)}>
                {words.cancel}
              </button>
            </div>
          </form>
        ))}
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </section>
  )
}
