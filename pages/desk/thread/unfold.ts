import { useEffect } from 'preact/hooks'

const UNFOLD = 'desk:unfold'

/** Shows an earlier ticket in the thread, in its place above what is said now. */
export function unfoldEarlier(ticketId: string): void {
  window.dispatchEvent(new CustomEvent(UNFOLD, { detail: ticketId }))
}

export function useUnfold(ticketId: string, unfold: () => void): void {
  useEffect(() => {
    const hear = (event: Event) => (event as CustomEvent<string>).detail === ticketId && unfold()
    window.addEventListener(UNFOLD, hear)
    return () => window.removeEventListener(UNFOLD, hear)
  }, [ticketId])
}
