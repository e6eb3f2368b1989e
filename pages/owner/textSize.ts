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

/** The next size, after the largest the first. */
export const nextTextSize = (size: number): number => (size + 1) % SIZES

export function chooseTextSize(size: number): void {
  remember(KEY, String(size))
  document.documentElement.dataset.textSize = String(size)
}
