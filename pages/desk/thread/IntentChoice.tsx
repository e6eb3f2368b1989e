import type { TicketContext } from '../../../bot/types.ts'
import { useRecord } from '../rooms/useRecord.ts'
import { usePick, useReading, useSurroundings } from '../surroundings.ts'

interface IntentChoiceProps {
  context: TicketContext
  /** Id of the intent; empty: none. */
  chosen: string
  onChoose(id: string): void
}

/** What a ticket was about: what the bot thought of first, then all intents by their title. */
export function IntentChoice({ context, chosen, onChoose }: IntentChoiceProps) {
  const { words } = useReading()
  const { calls, intentTitle } = useSurroundings()
  const pick = usePick()
  const all = useRecord('intents', calls.intents).value?.intents ?? []
  const thought = [...new Set([context.intent, ...context.alternatives.map(({ intent }) => intent)])].filter(
    (id): id is string => id !== null && all.some((known) => known.id === id),
  )
  return (
    <div class="field">
      <label for="lesson-intent">{words.talk.about}</label>
      <select id="lesson-intent" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words.talk.noLabel}</option>
        {thought.length > 0 && (
          <optgroup label={words.talk.botThought}>
            {thought.map((id) => (
              <option key={id} value={id}>
                {intentTitle(id)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={words.talk.allIntents}>
          {all
            .filter(({ id }) => !thought.includes(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {pick(title)}
              </option>
            ))}
        </optgroup>
      </select>
    </div>
  )
}
