import { dayAndTime } from '../../shared/time.ts'
import { Icon } from '../Icon.tsx'
import type { ConversationState, View } from '../model/view.ts'
import { useWords } from '../words.ts'
import { type SignWords, useSignWords } from './words.ts'

/** Where the owner stands in line, or who has taken over. Changes by itself. */
export function HandoffLine({ view: { state } }: { view: View }) {
  const { language } = useWords()
  const words = useSignWords()
  const opens = state?.opensAt ? dayAndTime(new Date(state.opensAt), new Date(), language) : undefined
  const text = state && handoffWords(state, words, opens)
  return (
    <div role="status" aria-live="polite">
      {text?.length ? (
        <p class={`handoff handoff-${state?.stage}`}>
          <Icon name={state?.stage === 'staff' ? 'person' : 'clock'} />
          {text.join(words.comma)}
        </p>
      ) : null}
    </div>
  )
}

function handoffWords(state: ConversationState, words: SignWords, opens: string | undefined): string[] {
  const { stage, staff, open, queuePosition, expectedWaitMinutes } = state
  if (stage === 'staff') return [staff ? words.heldBy(staff) : words.heldBySomeone]
  if (stage !== 'waiting') return []
  if (!open) return [words.passedOn, ...(opens ? [words.opensAt(opens)] : [])]
  return [
    words.passedOn,
    ...(queuePosition === undefined ? [] : [queuePosition > 1 ? words.ahead(queuePosition - 1) : words.firstInLine]),
    ...(expectedWaitMinutes === undefined ? [] : [words.expected(expectedWaitMinutes)]),
  ]
}
