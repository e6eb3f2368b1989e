import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { View } from './model/view.ts'

/** Pixels from the end within which the reader counts as being there. */
const NEAR = 64
/** Pixels left free above a new message that is higher than the frame. */
const MARGIN = 12

interface Stick {
  /** New messages below what the reader sees. */
  unseen: number
  toEnd(): void
}

/**
 * Keeps the end of the log in view while the reader is there; who has scrolled up is left in peace and told of what
 * is new. Of an answer higher than the frame the beginning is shown, not the end. The owner's own message always shows.
 */
export function useStick(frame: { current: HTMLElement | null }, view: View): Stick {
  const atEnd = useRef(true)
  const seen = useRef(0)
  const [unseen, setUnseen] = useState(0)
  const { messages, outbox, typing } = view
  const last = messages[messages.length - 1]?.seq ?? 0

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => {
      atEnd.current = distance(element) < NEAR
      if (atEnd.current) setUnseen(0)
    }
    element.addEventListener('scroll', look, { passive: true })
    const keepEnd = new ResizeObserver(() => atEnd.current && scrollToEnd(element))
    keepEnd.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      keepEnd.disconnect()
    }
  }, [frame])

  useLayoutEffect(() => {
    const element = frame.current
    if (!element || !outbox.length) return
    atEnd.current = true
    scrollToEnd(element)
  }, [frame, outbox.length])

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const before = seen.current
    seen.current = Math.max(before, last)
    if (atEnd.current) {
      showNew(element, before)
      // Not left to the scroll event: a line that appears meanwhile would push the beginning of a long answer out of sight.
      atEnd.current = distance(element) < NEAR
      return
    }
    const fresh = messages.filter(({ seq, from }) => seq > before && from !== 'owner').length
    if (fresh) setUnseen((count) => count + fresh)
  }, [frame, last, messages, typing])

  return { unseen, toEnd: () => frame.current && scrollToEnd(frame.current) }
}

const distance = (element: HTMLElement) => element.scrollHeight - element.scrollTop - element.clientHeight

function scrollToEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight
}

/**
 * To the end, but not past the beginning of the first message that is new. Where nothing was seen yet, question and
 * answer may come at once: the answer is what is new then.
 */
function showNew(element: HTMLElement, before: number): void {
  const all = [...element.querySelectorAll<HTMLElement>('.message[data-seq]')]
  const asked = all.filter((message) => message.closest('.run-owner') !== null).pop()
  const first = all.find(isAfter(before || Number(asked?.dataset.seq ?? 0)))
  const end = element.scrollHeight - element.clientHeight
  const run = first?.closest<HTMLElement>('.run-bot, .run-staff')
  const top = run ? run.offsetTop - MARGIN : end
  element.scrollTop = Math.min(end, top)
}

const isAfter = (seq: number) => (element: HTMLElement) =>
  Number(element.dataset.seq) > seq && element.closest('.run-owner') === null
