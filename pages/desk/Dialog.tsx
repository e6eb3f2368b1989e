import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { CloseIcon } from './Icons.tsx'
import { useReading } from './surroundings.ts'

interface DialogProps {
  title: string
  onClose(): void
  children: ComponentChildren
}

/** A window over the page; Escape closes it and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { words } = useReading()
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Open before anything in it asks for the focus, else the close button keeps it and what is typed goes nowhere.
  useLayoutEffect(() => box.current?.showModal(), [])
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={() => box.current?.close()}>
          <CloseIcon />
        </button>
      </div>
      {children}
    </dialog>
  )
}

interface ConfirmProps {
  title: string
  more: string
  yes: string
  onYes(): void
  onClose(): void
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, more, yes, onYes, onClose }: ConfirmProps) {
  const { words } = useReading()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{more}</p>
      <div class="buttons end">
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          ref={button}
          type="button"
          class="button main"
          onClick={() => {
            onClose()
            onYes()
          }}
        >
          {yes}
        </button>
      </div>
    </Dialog>
  )
}

export function Help({ onClose }: { onClose(): void }) {
  const { words } = useReading()
  const { shortcuts } = words
  const keys = [
    ['C', shortcuts.c],
    ['J', shortcuts.j],
    ['E', shortcuts.e],
    ['T', words.handing.pass],
    ['R', shortcuts.r],
    ['N', shortcuts.n],
    ['/', shortcuts.slash],
    ['/…', words.handing.slash],
    ['Ctrl K', words.talk.palette],
    ['Esc', shortcuts.escape],
    ['?', shortcuts.question],
  ]
  return (
    <Dialog title={words.help} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{words.shortcutsLead}</p>
    </Dialog>
  )
}
