import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { FoldIcon } from './Icons.tsx'

/** A button with further buttons below it; it closes by Escape, by a choice and by a click elsewhere. */
export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false)
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('keydown', press)
    }
  }, [open])
  return (
    <div ref={box} class="menu">
      <button ref={button} type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label} <FoldIcon />
      </button>
      {open && (
        <div
          class="menu-items"
          onClickCapture={() => {
            // A window that opens now gives the focus back to where it was.
            button.current?.focus()
            setTimeout(() => setOpen(false))
          }}
        >
          {children}
        </div>
      )}
    </div>
  )
}
