import { recall, remember } from '../shared/keep.ts'

const KEY = 'qiao.textSize'
/** Normal, large, largest: 17, 20 and 24 px, set in the style sheet. */
const SIZES = 3

/** The size that the reader chose, 0 to 2. */
export function textSize(): number {
  const kept = Number(recall(KEY))
  return Number.isInteger(kept) && kept > 0 && kept < SIZES ? kept : 0
}

export function startTextSize(): void {
  document.documentElement.dataset.textSize = String(textSize())
}

/** Goes on to the next size, after the largest to the first; gives it. */
export function nextTextSize(): number {
  const next = (textSize() + 1) % SIZES
  remember(KEY, String(next))
  document.documentElement.dataset.textSize = String(next)
  return next
}
