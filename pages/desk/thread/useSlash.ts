import { useEffect, useState } from 'preact/hooks'
import type { CannedReply, Ticket } from '../../../bot/types.ts'
import { nextIndex } from '../pickKeys.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { fillCanned, findCanned, slashQuery } from './canned.ts'

export interface Slash {
  /** What was typed after the slash; undefined: no search. */
  query: string | undefined
  found: CannedReply[]
  state: 'loading' | 'ready' | 'failed'
  /** Which of those found Enter would take. */
  index: number
  pick(canned: CannedReply): void
  /** True when the key was meant for the search. */
  press(event: KeyboardEvent): boolean
}

/** The search for a canned reply in the box itself. */
export function useSlash(ticket: Ticket, on: boolean, text: string, setText: (text: string) => void): Slash {
  const { calls, clerk } = useSurroundings()
  const { words } = useReading()
  const [all, setAll] = useState<{ replies: CannedReply[]; state: Slash['state'] }>({ replies: [], state: 'loading' })
  const [index, setIndex] = useState(0)
  const query = on ? slashQuery(text) : undefined
  const searching = query !== undefined
  useEffect(() => {
    if (!searching) return
    calls.canned.list(ticket.community).then(
      ({ canned }) => setAll({ replies: canned, state: 'ready' }),
      () => setAll((before) => ({ ...before, state: 'failed' })),
    )
  }, [searching, calls, ticket.community])
  useEffect(() => setIndex(0), [query])
  const found = searching ? findCanned(all.replies, query) : []
  const pick = (canned: CannedReply) => setText(fillCanned(canned.text, ticket, clerk.name, words.handing.unknownFacts))
  const press = ({ key, isComposing, keyCode }: KeyboardEvent): boolean => {
    if (!searching || isComposing || keyCode === 229) return false
    const next = nextIndex(key, index, found.length)
    if (next !== undefined) {
      setIndex(next)
      return true
    }
    if (key === 'Escape') {
      setText('')
      return true
    }
    const chosen = found[index]
    if (key !== 'Enter' || (!chosen && all.state === 'ready' && query)) return false
    if (chosen) pick(chosen)
    return true
  }
  return { query, found, state: all.state, index, pick, press }
}
