import { useReading } from '../surroundings.ts'
import type { Slash } from './useSlash.ts'

/** Id of the list, to which the box points. */
export const CANNED_LIST = 'canned-list'
export const cannedOption = (index: number): string => `${CANNED_LIST}-${index}`

/** What the search after a slash has found; the focus stays in the box. */
export function CannedList({ slash: { query, found, state, index, pick } }: { slash: Slash }) {
  const { words } = useReading()
  const { handing } = words
  if (query === undefined) return null
  if (!found.length)
    return (
      <p class="canned-none soft small" role="status">
        {state === 'loading' ? words.loading : state === 'failed' ? handing.cannedFailed : handing.cannedNone(query)}
      </p>
    )
  return (
    <div id={CANNED_LIST} class="canned" role="listbox" aria-label={handing.canned}>
      {found.map((canned, at) => (
        // Chosen by keys from the box, which keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
        <div
          key={canned.id}
          id={cannedOption(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(canned)}
        >
          <b>/{canned.shortcut}</b>
          <span>{canned.text}</span>
        </div>
      ))}
    </div>
  )
}
