import { useEffect, useRef, useState } from 'preact/hooks'
import { recall, remember } from '../../shared/keep.ts'
import { useSurroundings } from '../surroundings.ts'

/** To the owner, or to colleagues alone. */
export type Mode = 'reply' | 'note'

const keyOf = (ticketId: string, mode: Mode) => `qiao.desk.draft.${mode}.${ticketId}`

const CHANGED = 'desk:draft'

/** Puts words into a ticket's box from elsewhere, before what stands there. */
export function putDraft(ticketId: string, mode: Mode, text: string): void {
  const key = keyOf(ticketId, mode)
  const before = recall(key)
  remember(key, before ? `${text}\n${before}` : text)
  window.dispatchEvent(new Event(CHANGED))
}

/** What is being written, kept over reloads and looks at other tickets. */
export function useDraft(ticketId: string, mode: Mode): [string, (text: string) => void] {
  const key = keyOf(ticketId, mode)
  const [draft, setDraft] = useState({ key, text: recall(key) ?? '' })
  const text = draft.key === key ? draft.text : (recall(key) ?? '')
  useEffect(() => {
    const read = () => setDraft({ key, text: recall(key) ?? '' })
    window.addEventListener(CHANGED, read)
    return () => window.removeEventListener(CHANGED, read)
  }, [key])
  return [
    text,
    (next) => {
      remember(key, next || undefined)
      setDraft({ key, text: next })
    },
  ]
}

const SIGN_MS = 3000

/** Tells the owner that somebody is writing, so often at most. */
export function useTypingSign(ticketId: string): () => void {
  const { calls } = useSurroundings()
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < SIGN_MS) return
    last.current = Date.now()
    // A sign that gets lost is nothing that the clerk could mend.
    calls.typing(ticketId).catch(() => undefined)
  }
}
