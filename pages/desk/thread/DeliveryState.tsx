import type { Message, MessageDelivery } from '../../../bot/types.ts'
import { shortTime } from '../../shared/time.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { useSending } from '../useSending.ts'

interface DeliveryStateProps {
  message: Message
  delivery: MessageDelivery | undefined
}

/** How far a message is: of what staff wrote always, of what the bot wrote where it is not plainly sent. */
export function DeliveryState({ message, delivery }: DeliveryStateProps) {
  const { words, language } = useReading()
  const { from, delivery: state } = message
  if (!state || from === 'owner' || (from !== 'staff' && state === 'sent')) return null
  const { talk } = words
  const { reason, attempts = 0, dueAt } = delivery ?? {}
  const next = dueAt ? shortTime(new Date(dueAt), new Date(), language) : ''
  return (
    <div class={`delivery ${state}`}>
      {words[state]}
      {reason && ` · ${talk.reasons[reason](next, attempts)}`}
      {delivery && delivery.state !== 'pending' && <SendAgain delivery={delivery} />}
    </div>
  )
}

/** What may have arrived is then perhaps there twice; the button says so. */
function SendAgain({ delivery: { id, state } }: { delivery: MessageDelivery }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const { busy, problem, send } = useSending<void>(() => say(words.talk.againNow))
  return (
    <>
      {' '}
      <button type="button" class="link" disabled={busy} onClick={() => send(() => calls.deliveries.retry(id))}>
        {state === 'unknown' ? words.talk.againPerhapsTwice : words.talk.again}
      </button>
      {problem && (
        <span role="alert">
          {' '}
          {problem.code === 'conflict' ? words.talk.againAlready : problem.title || words.reconnecting}
        </span>
      )}
    </>
  )
}
