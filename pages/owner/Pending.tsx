import type { Phone } from '../../bot/types.ts'
import { EmergencyCard } from './cards/EmergencyCard.tsx'
import { FilesOf } from './FilesOf.tsx'
import { Icon } from './Icon.tsx'
import type { Outgoing } from './model/view.ts'
import { useWords } from './words.ts'

interface PendingProps {
  entry: Outgoing
  phones: Phone[]
  online: boolean
  onRetry(): void
  onDiscard(): void
}

/** A message on its way: a clock, that it waits for the network or for its turn, or that it did not go out and how to try again. */
export function Pending({ entry, phones, online, onRetry, onDiscard }: PendingProps) {
  const { words } = useWords()
  const { text, attachments, sending, failure, passing, goesAgain, emergency } = entry
  const waits = !online && passing !== false
  return (
    <section class="run run-owner" aria-label={words.me}>
      <div class="message">
        {text && (
          <div class="bubble bubble-pending">
            <p class="words">{text}</p>
          </div>
        )}
        <FilesOf files={attachments} />
        {sending || waits || failure === undefined ? (
          <p class="mark">
            <Icon name="clock" />
            {waits ? words.waits : words.sending}
          </p>
        ) : (
          <div class="failed" role={goesAgain ? 'status' : 'alert'}>
            {goesAgain ? (
              <p class="mark">
                <Icon name="clock" />
                {words.goesAgain}
              </p>
            ) : (
              <>
                {failure && <p>{failure}</p>}
                <button type="button" class="button-plain danger" onClick={onRetry}>
                  <Icon name="again" />
                  {words.notSent}
                </button>
              </>
            )}
            <button type="button" class="button-plain" onClick={onDiscard}>
              {words.takeBack}
            </button>
          </div>
        )}
      </div>
      {emergency && <EmergencyCard steps={linesOf(emergency)} phones={phones.slice(0, 1)} />}
    </section>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
