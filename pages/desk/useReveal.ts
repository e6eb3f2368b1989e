import { useState } from 'preact/hooks'
import type { ProblemError } from '../shared/api/problem.ts'
import type { Masked, Revealed } from './calls.ts'
import { useReading, useSurroundings } from './surroundings.ts'

/** Shows what is masked once the clerk asks; whoever looks stands in the audit and in the ticket. */
export function useReveal(ticketId: string, what: Masked): { shown: Revealed | undefined; look(): void } {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [seen, setSeen] = useState<{ ticketId: string; shown: Revealed }>()
  const look = () =>
    void calls.reveal(ticketId, what).then(
      (shown) => setSeen({ ticketId, shown }),
      ({ title }: ProblemError) => say(title || words.reconnecting, 'bad'),
    )
  return { shown: seen?.ticketId === ticketId ? seen.shown : undefined, look }
}
