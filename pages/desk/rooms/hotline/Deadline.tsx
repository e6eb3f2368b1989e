import { dayAndTime } from '../../../shared/time.ts'
import type { ShownHotline } from '../../hotlineCalls.ts'
import { useReading } from '../../surroundings.ts'

/** Until when it is to be answered, or by whom it was; late is said to be late. */
export function Deadline({ order: { deadline, workingDays, answer, overdue, sure } }: { order: ShownHotline }) {
  const { words, language } = useReading()
  const text = words.after.hotline
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  return (
    <>
      {answer ? text.answered(answer.by, time(answer.at)) : time(deadline)}{' '}
      {workingDays !== undefined && <span class="soft small">{text.days(workingDays)} </span>}
      {overdue && <span class="overdue">{answer ? text.late : text.overdue}</span>}
      {!sure && !answer && <span class="hint bad"> {text.unsure}</span>}
    </>
  )
}
