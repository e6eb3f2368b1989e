import { useReading } from '../surroundings.ts'
import { CANNED_LIST, cannedOption } from './CannedList.tsx'
import type { Mention } from './useMention.ts'

/** Colleagues that a note may call; the focus stays in the box. */
export function MentionList({ mention: { found, index, pick } }: { mention: Mention }) {
  const { words } = useReading()
  if (!found.length) return null
  return (
    <div id={CANNED_LIST} class="canned" role="listbox" aria-label={words.talk.callWhom}>
      {found.map((colleague, at) => (
        // Chosen by keys from the box, which keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
        <div
          key={colleague.id}
          id={cannedOption(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(colleague)}
        >
          <b>@{colleague.name}</b>
          <span>{colleague.here ? words.handing.here : words.handing.away}</span>
        </div>
      ))}
    </div>
  )
}
