import { dayAndTime } from '../../../shared/time.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Every browser in which the clerk is signed in; each but this one can be ended from here. */
export function OwnSessions() {
  const { words, language } = useReading()
  const { calls, say } = useSurroundings()
  const read = useRecord('own sessions', () => calls.staff.ownSessions())
  const text = words.account
  const { busy, problem, send } = useSending(() => {
    say(text.ended)
    read.reload()
  })
  return (
    <section class="card">
      <h2>{text.sessions}</h2>
      <p class="soft small">{text.sessionsLead}</p>
      <OldStrip of={read} />
      <ul class="test-lines">
        {read.value?.sessions.map(({ id, openedAt, from = '', agent = '', own }) => (
          <li key={id}>
            {openedAt && text.since(dayAndTime(new Date(openedAt), new Date(), language))}{' '}
            <span class="soft small">{words.people.from(from, agent)}</span>{' '}
            {own ? (
              <b>{text.here}</b>
            ) : (
              <button type="button" class="link" disabled={busy} onClick={() => send(() => calls.staff.end(id))}>
                {text.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="alert">{problem?.title}</p>
    </section>
  )
}
