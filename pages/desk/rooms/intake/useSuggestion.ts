import { useEffect, useState } from 'preact/hooks'
import type { IntakeSuggestion } from '../../../../bot/types.ts'
import { useSurroundings } from '../../surroundings.ts'

/** Milliseconds without a key after which the words are looked at. */
const PAUSE_MS = 250

/** What the words are about, while they are typed; nothing until something is known, and where the server is away. */
export function useSuggestion(community: string, text: string): IntakeSuggestion | undefined {
  const { calls } = useSurroundings()
  const [known, setKnown] = useState<IntakeSuggestion>()
  const words = text.trim()
  useEffect(() => {
    if (!words || !community) return setKnown(undefined)
    let late = false
    const timer = setTimeout(() => {
      calls.intake.suggest(community, words).then(
        (found) => late || setKnown(found),
        // The clerk fills in the fields without it.
        () => late || setKnown(undefined),
      )
    }, PAUSE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [community, words, calls])
  return known
}
