import type { Settings } from '../../learningCalls.ts'
import { useReading } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'
import { type SettingsDraft, wrongHours } from './settingsDraft.ts'

interface HoursProps {
  kept: Settings['hours']
  draft: SettingsDraft
  onChange(part: Partial<SettingsDraft>): void
}

/** When people answer on each day of the week, and when nobody is disturbed. */
export function HoursPart({ kept, draft, onChange }: HoursProps) {
  const { words } = useReading()
  const text = words.learning.settings
  return (
    <>
      <p class="hint">{text.hoursHint}</p>
      <div class="settings-grid">
        {Object.entries(kept).map(([day, of]) => {
          const line = draft.hours[day] ?? of.join(', ')
          return (
            <TextField
              key={day}
              label={text.days[day] ?? day}
              value={line}
              onChange={(value) => onChange({ hours: { ...draft.hours, [day]: value } })}
              bad={wrongHours(line)}
              hint={wrongHours(line) ? text.hoursHint : undefined}
            />
          )
        })}
        <TextField label={text.quiet} value={draft.quietHours} onChange={(quietHours) => onChange({ quietHours })} />
      </div>
    </>
  )
}
