import { useId } from 'preact/hooks'
import { useReading } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'
import { HOLIDAY_NAMES, knownName } from './holidayNames.ts'
import { type Holiday, wrongHoliday } from './settingsDraft.ts'

interface HolidayRowProps {
  holiday: Holiday
  onChange(holiday: Holiday): void
  onRemove(): void
}

/** One holiday: its name, first and last day. The English name is asked for only where it is not known. */
export function HolidayRow({ holiday, onChange, onRemove }: HolidayRowProps) {
  const { words } = useReading()
  const text = words.learning.settings
  const id = useId()
  const { from, to, name } = holiday
  const backwards = from !== '' && to !== '' && from > to
  const named = (zh: string) => {
    const known = knownName(zh)
    const wasKnown = knownName(name.zh) !== undefined
    return { zh, en: known?.en ?? (wasKnown ? '' : name.en) }
  }
  return (
    <fieldset class="calendar-row" aria-invalid={wrongHoliday(holiday)}>
      <legend class="unseen">{name.zh || text.addHoliday}</legend>
      <div class="field">
        <label for={id}>{text.holidayName}</label>
        <input
          id={id}
          list={`${id}-names`}
          value={name.zh}
          maxLength={40}
          onInput={({ currentTarget }) => onChange({ ...holiday, name: named(currentTarget.value) })}
        />
        <datalist id={`${id}-names`}>
          {HOLIDAY_NAMES.map(({ zh }) => (
            <option key={zh} value={zh} />
          ))}
        </datalist>
      </div>
      {name.zh !== '' && !knownName(name.zh) && (
        <TextField
          label={text.holidayEnglish}
          value={name.en}
          onChange={(en) => onChange({ ...holiday, name: { ...name, en } })}
        />
      )}
      <TextField
        label={text.firstDay}
        type="date"
        value={from}
        onChange={(day) => onChange({ ...holiday, from: day, to: to || day })}
      />
      <TextField
        label={text.lastDay}
        type="date"
        value={to}
        onChange={(day) => onChange({ ...holiday, to: day })}
        bad={backwards}
        hint={backwards ? text.backwards : undefined}
      />
      <button type="button" class="button" aria-label={text.removeNamed(name.zh)} onClick={onRemove}>
        {text.remove}
      </button>
    </fieldset>
  )
}
