import { useState } from 'preact/hooks'
import type { HotlineDeadline } from '../../hotlineCalls.ts'
import { useReading } from '../../surroundings.ts'
import { Chips, TextField } from '../parts.tsx'

const MOST_DAYS = 60

/** The paper gives a date or a number of working days; undefined as long as it is not filled in. */
export function DeadlineFields({ onChange }: { onChange(deadline: HotlineDeadline | undefined): void }) {
  const { words } = useReading()
  const text = words.after.hotline
  const [kind, setKind] = useState<'date' | 'days'>('days')
  const [date, setDate] = useState('')
  const [days, setDays] = useState('')
  const tell = (of: 'date' | 'days', value: string) => {
    const count = Number(value)
    if (of === 'date') onChange(value ? { deadline: value } : undefined)
    else onChange(Number.isInteger(count) && count > 0 && count <= MOST_DAYS ? { workingDays: count } : undefined)
  }
  return (
    <>
      <Chips
        label={text.deadline}
        chosen={kind}
        onChoose={(value) => {
          const chosen = value === 'date' ? 'date' : 'days'
          setKind(chosen)
          tell(chosen, chosen === 'date' ? date : days)
        }}
        options={[
          { value: 'days', title: text.byDays },
          { value: 'date', title: text.byDate },
        ]}
      />
      {kind === 'date' ? (
        <TextField
          label={text.deadlineDate}
          value={date}
          type="date"
          required
          onChange={(value) => {
            setDate(value)
            tell('date', value)
          }}
        />
      ) : (
        <TextField
          label={text.deadlineDays}
          value={days}
          type="number"
          hint={text.daysHint}
          required
          onChange={(value) => {
            setDays(value)
            tell('days', value)
          }}
        />
      )}
    </>
  )
}
