import { useEffect } from 'preact/hooks'
import { useLive } from './live.ts'
import { useSurroundings } from './surroundings.ts'

const BEAT_MS = 20_000

/** Tells that the clerk is at the desk, while its page is in front; true again at once after a reload. */
export function usePresence(): void {
  const { calls } = useSurroundings()
  const beat = () => {
    if (document.visibilityState !== 'visible') return
    // The next beat makes good for one that is lost.
    calls.handing.beat().catch(() => undefined)
  }
  useEffect(() => {
    beat()
    const timer = setInterval(beat, BEAT_MS)
    return () => clearInterval(timer)
  }, [calls])
  useLive('resync', beat)
}
