import { useEffect, useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import type { View } from './model/view.ts'
import { useWords } from './words.ts'

/** A line that breaks and is back within this time is not worth a word. */
const PATIENCE_MS = 2500

/** Says that the line is down and what becomes of what is written. */
export function NetworkStrip({ view: { online, phase } }: { view: View }) {
  const { words } = useWords()
  const [shown, setShown] = useState(false)
  const down = phase === 'ready' && !online
  useEffect(() => {
    if (!down) return setShown(false)
    const timer = setTimeout(() => setShown(true), navigator.onLine ? PATIENCE_MS : 0)
    return () => clearTimeout(timer)
  }, [down])
  return (
    <div role="status">
      {shown && (
        <p class="network">
          <Icon name="warning" />
          {words.offline}
        </p>
      )}
    </div>
  )
}
