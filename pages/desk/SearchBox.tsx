import { useEffect, useRef, useState } from 'preact/hooks'
import { CloseIcon, SearchIcon } from './Icons.tsx'
import { go } from './navigation.ts'
import { useReading } from './surroundings.ts'

/** Typing is over when nothing came for so long. */
const TYPED_MS = 300

/** Searches the room that is open; what is sought stands in the address. `/` leads here. */
export function SearchBox({ q, label }: { q: string; label: string }) {
  const { words } = useReading()
  const [text, setText] = useState(q)
  const searched = useRef(q)
  useEffect(() => {
    // The address was changed by something else, such as the back button.
    if (q !== searched.current) setText(q)
    searched.current = q
  }, [q])
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === q) return
    const timer = setTimeout(() => {
      searched.current = wanted
      go({ q: wanted }, 'replace')
    }, TYPED_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <search class="search">
      <SearchIcon />
      <input
        id="desk-search"
        type="search"
        value={text}
        placeholder={label}
        aria-label={label}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text && (
        <button type="button" class="icon-button" aria-label={words.clearSearch} onClick={() => setText('')}>
          <CloseIcon />
        </button>
      )}
    </search>
  )
}
