import { CallButton } from './CallButton.tsx'
import { Icon } from './Icon.tsx'
import type { View } from './model/view.ts'
import { useWords } from './words.ts'

interface WelcomeProps {
  view: View
  onOpen(): void
  onSend(text: string, choice: string): void
}

/** The top of the conversation: who is here, and what is asked most while nothing has been said. */
export function Welcome({ view, onOpen, onSend }: WelcomeProps) {
  const { words } = useWords()
  if (view.phase === 'failed') return <CannotOpen view={view} onOpen={onOpen} />
  if (view.phase === 'opening' && !view.messages.length) return <p class="log-system">{words.opening}</p>
  const first = !view.messages.length && !view.outbox.length
  return (
    <section class="welcome">
      <p class="bubble">{view.renewed ? words.renewed : words.greeting}</p>
      {first && <p class="log-system">{words.consent}</p>}
      {first && view.community && (
        <>
          <h2>{words.askedToday}</h2>
          <div class="starters">
            {view.community.starters.map(({ title, value }) => (
              <button key={value} type="button" class="choice" onClick={() => onSend(title, value)}>
                {title}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

function CannotOpen({ view, onOpen }: Omit<WelcomeProps, 'onSend'>) {
  const { words } = useWords()
  const urgent = view.community?.phones[0]
  return (
    <section class="cannot-open" role="alert">
      <Icon name="warning" />
      <p>{words.failed}</p>
      <button type="button" class="button-solid" onClick={onOpen}>
        {words.retry}
      </button>
      {urgent && <CallButton phone={urgent} />}
    </section>
  )
}
