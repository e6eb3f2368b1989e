import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Ticket } from '../../../bot/types.ts'
import type { SeenColleague } from '../handingCalls.ts'
import { nextIndex } from '../pickKeys.ts'
import { useSurroundings } from '../surroundings.ts'
import { byReadiness } from './useReceivers.ts'

/** Shown at once at most. */
const MOST = 8

export interface Mention {
  /** What was typed after the sign; undefined: nobody is being called. */
  query: string | undefined
  found: SeenColleague[]
  /** Which of those found Enter would take. */
  index: number
  pick(colleague: SeenColleague): void
  /** True when the key was meant for the search. */
  press(event: KeyboardEvent): boolean
}

/** What stands between the last @ and the caret, when it may be the beginning of a name. A Chinese keyboard gives ＠. */
export function mentionQuery(text: string, caret: number): string | undefined {
  return /[@＠]([^\s@＠]{0,20})$/.exec(text.slice(0, caret))?.[1]
}

/** The text with the name in the place of what was typed of it, and where the caret is then. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const start = text.slice(0, caret).replace(/[@＠][^\s@＠]{0,20}$/, '')
  const called = `${start}@${name} `
  return { text: called + text.slice(caret), caret: called.length }
}

/** The search for a colleague in a note, after @. */
export function useMention(
  ticket: Ticket,
  box: { current: HTMLTextAreaElement | null },
  on: boolean,
  text: string,
  setText: (text: string) => void,
): Mention {
  const { calls, clerk } = useSurroundings()
  const [all, setAll] = useState<SeenColleague[]>([])
  const [index, setIndex] = useState(0)
  const [closed, setClosed] = useState<string>()
  const after = useRef<number | undefined>(undefined)
  const caret = box.current?.selectionStart ?? text.length
  const query = on && closed !== text ? mentionQuery(text, caret) : undefined
  const searching = query !== undefined
  useEffect(() => {
    if (!searching) return
    calls.handing.colleagues(ticket.community).then(
      ({ colleagues }) => setAll(colleagues.filter(({ id }) => id !== clerk.id).sort(byReadiness)),
      // A name may be typed out all the same.
      () => undefined,
    )
  }, [searching, calls, ticket.community])
  useEffect(() => setIndex(0), [query])
  useLayoutEffect(() => {
    if (after.current !== undefined) box.current?.setSelectionRange(after.current, after.current)
    after.current = undefined
  }, [text])
  const wanted = (query ?? '').toLowerCase()
  const found = searching ? all.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, MOST) : []
  const pick = ({ name }: SeenColleague) => {
    const next = withMention(text, caret, name)
    after.current = next.caret
    setText(next.text)
  }
  const press = (event: KeyboardEvent): boolean => {
    const chosen = found[index]
    if (!chosen || event.isComposing || event.keyCode === 229) return false
    if (event.key === 'Escape') setClosed(text)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen)
    else {
      const next = nextIndex(event.key, index, found.length)
      if (next === undefined) return false
      setIndex(next)
    }
    return true
  }
  return { query, found, index, pick, press }
}
