import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Queue } from './useQueue.ts'

/** Pixels, until rows have been measured. */
const USUAL_ROW = 92

/**
 * A list of any length of which only the rows around what is looked at are there: as much room above and below them as
 * the others would take, so that the scroll bar is true.
 */
export function useScroll({ before, page, look }: Queue, count: number) {
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [row, setRow] = useState(USUAL_ROW)
  useLayoutEffect(() => {
    const height = list.current?.offsetHeight ?? 0
    if (count && height) setRow(height / count)
  }, [count, before])
  const onScroll = () => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    look(Math.floor((scrollTop + clientHeight / 2) / row))
  }
  const above = before * row
  const below = Math.max(0, page.total - before - count) * row
  return { box, list, onScroll, above, below }
}
