import { today } from '../../places.ts'
import { useReading } from '../../surroundings.ts'
import { HolidayRow } from './HolidayRow.tsx'
import { type Holiday, replaced, type Workday, without } from './settingsDraft.ts'
import { WorkdayRow } from './WorkdayRow.tsx'

interface CalendarProps {
  holidays: Holiday[]
  workdays: Workday[]
  /** Hours of a usual working day, for a new worked weekend. */
  usual: string
  onHolidays(holidays: Holiday[]): void
  onWorkdays(workdays: Workday[]): void
}

/** When the office is closed on a weekday, and open on a weekend. What is past is kept and not shown. */
export function CalendarPart({ holidays, workdays, usual, onHolidays, onWorkdays }: CalendarProps) {
  const { words } = useReading()
  const text = words.learning.settings
  const now = today(new Date())
  const past =
    holidays.filter(({ to }) => isPast(to, now)).length + workdays.filter(({ day }) => isPast(day, now)).length
  return (
    <>
      <h3>{text.holidays}</h3>
      <p class="hint">{text.holidaysHint}</p>
      {holidays.map(
        (one, index) =>
          !isPast(one.to, now) && (
            <HolidayRow
              key={index}
              holiday={one}
              onChange={(next) => onHolidays(replaced(holidays, index, next))}
              onRemove={() => onHolidays(without(holidays, index))}
            />
          ),
      )}
      <button
        type="button"
        class="button"
        onClick={() => onHolidays([...holidays, { from: '', to: '', name: { zh: '', en: '' } }])}
      >
        {text.addHoliday}
      </button>
      <h3>{text.workdays}</h3>
      <p class="hint">{text.workdaysHint}</p>
      {workdays.map(
        (one, index) =>
          !isPast(one.day, now) && (
            <WorkdayRow
              key={index}
              workday={one}
              onChange={(next) => onWorkdays(replaced(workdays, index, next))}
              onRemove={() => onWorkdays(without(workdays, index))}
            />
          ),
      )}
      <button type="button" class="button" onClick={() => onWorkdays([...workdays, { day: '', hours: usual }])}>
        {text.addWorkday}
      </button>
      {past > 0 && <p class="soft small">{text.past(past)}</p>}
    </>
  )
}

/** One that has no day yet is being typed. */
const isPast = (day: string, now: string): boolean => day !== '' && day < now
