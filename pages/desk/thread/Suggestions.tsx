import { useState } from 'preact/hooks'
import type { Message, Suggestion, Ticket } from '../../../bot/types.ts'
import { FoldIcon } from '../Icons.tsx'
import { Said } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'

interface SuggestionsProps {
  ticket: Ticket
  messages: readonly Message[]
  onPick(suggestion: Suggestion): void
}

/** On a phone the thread needs the room. */
const isNarrow = () => window.matchMedia('(max-width: 759px)').matches

/** Words to start from: of the knowledge, the status board, and how colleagues answered before. Once the clerk has answered they fold. */
export function Suggestions({ ticket, messages, onPick }: SuggestionsProps) {
  const { words } = useReading()
  const answered = messages.some((message) => message.from === 'staff' && message.createdAt > ticket.createdAt)
  const [chosen, setChosen] = useState<boolean>()
  const { suggestions } = ticket.context
  const shown = chosen ?? !(answered || isNarrow())
  if (!suggestions.length) return null
  return (
    <div class="suggestions">
      <button type="button" class="fold small" aria-expanded={shown} onClick={() => setChosen(!shown)}>
        <FoldIcon /> {words.suggestions}
      </button>
      {shown && (
        <ul>
          {suggestions.map((suggestion) => (
            <li key={`${suggestion.source} ${suggestion.text}`}>
              <button type="button" onClick={() => onPick(suggestion)}>
                <span class="suggestion-text">
                  <Said text={suggestion.text} />
                </span>
                <span class="soft small">{words.suggestionFrom(suggestion.source)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
