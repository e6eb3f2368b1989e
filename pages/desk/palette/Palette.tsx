import { useEffect, useRef, useState } from 'preact/hooks'
import { Dialog } from '../Dialog.tsx'
import { nextIndex } from '../pickKeys.ts'
import { Said } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'
import type { Entry } from './find.ts'
import { useFound } from './useFound.ts'

const LIST = 'palette-list'
const option = (index: number): string => `${LIST}-${index}`

/** Ctrl K: everything that can be gone to or done, found by typing. */
export function Palette({ onClose }: { onClose(): void }) {
  const { words } = useReading()
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const { entries, searching } = useFound(text)
  useEffect(() => box.current?.focus(), [])
  useEffect(() => setIndex(0), [text])
  useEffect(() => document.getElementById(option(index))?.scrollIntoView({ block: 'nearest' }), [index])
  const pick = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    // The window has given the focus back by then.
    setTimeout(entry.run)
  }
  return (
    <Dialog title={words.talk.palette} onClose={onClose}>
      <input
        ref={box}
        class="palette-box"
        role="combobox"
        aria-expanded="true"
        aria-controls={LIST}
        aria-activedescendant={entries.length ? option(index) : undefined}
        aria-label={words.talk.paletteHint}
        placeholder={words.talk.paletteHint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || event.keyCode === 229) return
          const next = nextIndex(event.key, index, entries.length)
          if (next !== undefined) setIndex(next)
          else if (event.key === 'Enter') pick(entries[index])
          else return
          event.preventDefault()
        }}
      />
      <div id={LIST} class="palette" role="listbox" aria-label={words.talk.palette}>
        {entries.map((entry, at) => (
          // Chosen by keys from the box, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
          <div
            key={entry.id}
            id={option(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            onClick={() => pick(entry)}
          >
            <span class="soft small">{words.talk.paletteKinds[entry.kind]}</span>
            <span>
              <Said text={entry.title} />
            </span>
            {entry.more && (
              <span class="soft small">
                <Said text={entry.more} />
              </span>
            )}
          </div>
        ))}
      </div>
      <p class="soft small" role="status">
        {searching ? words.loading : !entries.length && words.talk.paletteNone}
      </p>
    </Dialog>
  )
}
