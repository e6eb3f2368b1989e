import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useRecord } from '../useRecord.ts'
import { replaced } from './settingsDraft.ts'

interface StartersProps {
  starters: string[]
  onChange(starters: string[]): void
}

/** The six questions that owners can tap on the first screen, in their order. */
export function StartersPart({ starters, onChange }: StartersProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const text = words.learning.settings
  const intents = useRecord('intents', calls.intents).value?.intents ?? []
  return (
    <>
      <p class="hint">{text.startersHint}</p>
      <div class="settings-grid">
        {starters.map((chosen, index) => {
          const twice = starters.indexOf(chosen) < index
          return (
            <div key={index} class="field">
              <label>
                {text.starter(index + 1)}
                <select
                  value={chosen}
                  aria-invalid={twice}
                  onChange={({ currentTarget }) => onChange(replaced(starters, index, currentTarget.value))}
                >
                  {!intents.some(({ id }) => id === chosen) && <option value={chosen}>{chosen}</option>}
                  {intents.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {pick(title)}
                    </option>
                  ))}
                </select>
              </label>
              {twice && (
                <p class="hint bad" role="alert">
                  {text.twice}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </>
  )
}
