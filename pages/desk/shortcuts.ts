import { useEffect, useRef } from 'preact/hooks'

export type Shortcut = 'c' | 'j' | 'e' | 'n' | 'r' | 't' | '/' | '?'

/** The key as it was meant: an input method may hide the letter or give a full-width sign. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '?' || key === '？' || (code === 'Slash' && shiftKey)) return '?'
  if (key === '/' || key === '、' || code === 'Slash') return '/'
  return /^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(key) ? code.slice(3).toLowerCase() : key.toLowerCase()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Listens to single keys, but not while something is typed or a window is open. */
export function useShortcuts(shortcuts: Partial<Record<Shortcut, () => void>>): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const act = latest.current[keyOf(event) as Shortcut]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
