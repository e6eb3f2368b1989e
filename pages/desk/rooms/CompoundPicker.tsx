import { usePick, useReading, useSurroundings } from '../surroundings.ts'
import { NotThere } from './parts.tsx'
import { useRecord } from './useRecord.ts'

interface CompoundPickerProps {
  /** Id of the compound; empty: all of them, or the first. */
  chosen: string
  /** What the empty choice means here; left out: one has to be chosen. */
  all?: string
  onChoose(id: string): void
}

/** The compounds by their names; nothing where there is only one. */
export function CompoundPicker({ chosen, all, onChoose }: CompoundPickerProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const read = useRecord('communities', calls.homes.compounds)
  if (read.state === 'failed') return <NotThere of={read} />
  const compounds = read.value?.communities ?? []
  if (compounds.length < 2) return null
  return (
    <label class="field compound-picker">
      <b>{words.rooms.homes.compound}</b>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {(all !== undefined || !chosen) && <option value="">{all ?? ''}</option>}
        {compounds.map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
