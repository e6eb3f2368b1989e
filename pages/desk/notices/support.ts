/** Whether this browser can give notice at all, and more than one tab can agree on who does. */
export const canNotify = (): boolean => 'Notification' in window && 'BroadcastChannel' in window && 'locks' in navigator

/** What stands between the clerk and notices; undefined: nothing. */
export type Hindrance = 'insecure' | 'unable' | 'denied'

export function hindrance(): Hindrance | undefined {
  if (!window.isSecureContext) return 'insecure'
  if (!canNotify()) return 'unable'
  return Notification.permission === 'denied' ? 'denied' : undefined
}
