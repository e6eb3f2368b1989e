/** Reads what was kept in this browser; nothing where storage is refused, as in some frames and private windows. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a value over reloads; an undefined one is dropped. Where storage is refused it is kept for this visit only. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // The page works without, it only forgets.
  }
}
