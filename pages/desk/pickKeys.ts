/** Where an arrow leads in a list of `count`, around its ends; undefined for every other key. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  return count ? (index + (key === 'ArrowDown' ? 1 : count - 1)) % count : 0
}
