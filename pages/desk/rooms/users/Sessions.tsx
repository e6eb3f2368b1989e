import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { useRecord } from '../useRecord.ts'

/** Every browser in which somebody is logged in; each can be ended. */
export function Sessions() {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord('sessions', () => calls.staff.sessions())
  const text = words.people
  const { busy, problem, send } = useSending(read.reload)
  return (
    <section class="card">
      <h2>{text.sessions}</h2>
      <ul class="test-lines">
        {read.value?.sessions.map(({ id, name, from = '', agent = '', own }) => (
          <li key={id}>
            <b>{name}</b> <span class="soft small">{text.from(from, agent)}</span>{' '}
            {own ? (
              <span class="soft">{text.own}</span>
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
