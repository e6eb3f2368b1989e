import { useReading } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'
import { type Workday, wrongHours, wrongWorkday } from './settingsDraft.ts'

interface WorkdayRowProps {
  workday: Workday
  onChange(workday: Workday): void
  onRemove(): void
}

/** One weekend day that is worked, and when. */
export function WorkdayRow({ workday, onChange, onRemove }: WorkdayRowProps) {
  const { words } = useReading()
  const text = words.learning.settings
  const { day, hours } = workday
  const bad = wrongHours(hours)
  return (
    <fieldset class="calendar-row" aria-invalid={wrongWorkday(workday)}>
      <legend class="unseen">{day || text.addWorkday}</legend>
      <TextField label={text.day} type="date" value={day} onChange={(next) => onChange({ ...workday, day: next })} />
      <TextField
        label={text.hours}
        value={hours}
        onChange={(next) => onChange({ ...workday, hours: next })}
        bad={bad}
        hint={bad ? text.hoursHint : undefined}
      />
      <button type="button" class="button" aria-label={text.removeNamed(day)} onClick={onRemove}>
        {text.remove}
      </button>
    </fieldset>
  )
}
