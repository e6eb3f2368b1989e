import { useEffect } from 'preact/hooks'
import type { Ticket } from '../../../bot/types.ts'
import { useLive } from '../live.ts'
import { useSurroundings } from '../surroundings.ts'

/** Notes that call the clerk are seen once the ticket is in front of them, not in a tab behind others. */
export function useSeen(ticket: Ticket | undefined): void {
  const { calls, clerk } = useSurroundings()
  const calling = ticket?.notes.filter(({ mentions }) => mentions?.includes(clerk.name)).length ?? 0
  const look = () => {
    if (!ticket || !calling || document.visibilityState !== 'visible') return
    // The mark stays in the queue, and goes with the next look.
    calls.seen(ticket.id).catch(() => undefined)
  }
  useEffect(look, [ticket?.id, calling])
  useLive('resync', look)
}
