/** Whether the clerk has this tab before them; one that lies visible behind another window is not. */
export const inFront = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

/** Told whenever the tab comes to the front or leaves it; returns the way to stop. */
export function onFront(listener: (front: boolean) => void): () => void {
  let last = inFront()
  const look = () => {
    const now = inFront()
    if (now === last) return
    last = now
    listener(now)
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  window.addEventListener('blur', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
    window.removeEventListener('blur', look)
  }
}
