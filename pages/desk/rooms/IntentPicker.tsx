import { usePick, useReading, useSurroundings } from '../surroundings.ts'
import { useRecord } from './useRecord.ts'

interface IntentPickerProps {
  label: string
  /** Id of the intent; empty: none yet. */
  chosen: string
  onChoose(id: string): void
}

/** One of the intents by its title. */
export function IntentPicker({ label, chosen, onChoose }: IntentPickerProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const intents = useRecord('intents', calls.intents).value?.intents ?? []
  return (
    <label class="field intent-picker">
      <b>{label}</b>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words.learning.gaps.choose}</option>
        {intents.map(({ id, title }) => (
          <option key={id} value={id}>
            {pick(title)}
          </option>
        ))}
      </select>
    </label>
  )
}
