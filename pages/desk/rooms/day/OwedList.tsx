import { useState } from 'preact/hooks'
import type { Callback, OwedCallback } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import { useNow } from '../../clock.ts'
import { useLive } from '../../live.ts'
import { addressAfter, follow, go } from '../../navigation.ts'
import { wantedOf } from '../../queue/list.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { Chips, NotThere, OldStrip, TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Calls that owners were promised: overdue ones first, each done by a click and a word. */
export function OwedList({ community, all }: { community: string; all: boolean }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.owed
  const read = useRecord(`${community} ${all}`, () => calls.callbacks.owed(community, all))
  useLive('callbacks', read.reload)
  useLive('resync', read.reload)
  const owed = read.value?.callbacks
  return (
    <section class="day-part" aria-labelledby="owed-title">
      <h2 id="owed-title">{text.title}</h2>
      <Chips
        label={text.show}
        options={[
          { value: '', title: text.today },
          { value: 'all', title: text.all },
        ]}
        chosen={all ? 'all' : ''}
        onChoose={(only) => go({ only }, 'replace')}
      />
      <OldStrip of={read} />
      {!owed && <NotThere of={read} />}
      {owed && !owed.length && <p class="empty soft">{text.none}</p>}
      <ul class="owed">
        {owed?.map((callback) => (
          <Owed key={callback.id} callback={callback} onDone={read.reload} />
        ))}
      </ul>
    </section>
  )
}

function Owed({ callback, onDone }: { callback: OwedCallback; onDone(): void }) {
  const { words, language } = useReading()
  const text = words.day.owed
  const { dueAt, by, matter, home, summary, ticketId } = callback
  const now = useNow()
  const overdue = Date.parse(dueAt) <= now
  const place = { ticketId, about: false }
  return (
    <li class="card owed-card">
      <p>
        <time class={overdue ? 'overdue' : undefined} dateTime={dueAt}>
          {dayAndTime(new Date(dueAt), new Date(now), language)}
        </time>{' '}
        {overdue && <strong class="overdue">{text.overdue}</strong>} <span class="soft">{text.promisedBy(by)}</span>
      </p>
      <p>
        <a href={addressAfter(place)} onClick={follow(place)}>
          <Said text={`${home ?? words.noHome} · ${matter || wantedOf(summary).topic || wantedOf(summary).words}`} />
        </a>
      </p>
      <DoneForm id={callback.id} onDone={onDone} />
    </li>
  )
}

/** What came of it; a click is enough. */
function DoneForm({ id, onDone }: { id: string; onDone(): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.day.owed
  const [word, setWord] = useState('')
  const { busy, problem, send } = useSending((_done: Callback) => {
    say(text.saidDone)
    onDone()
  })
  return (
    <form
      class="owed-done"
      onSubmit={(event) => {
        event.preventDefault()
        send(() => calls.callbacks.done(id, word.trim()))
      }}
    >
      <TextField label={text.word} value={word} onChange={setWord} />
      <button type="submit" class="button" disabled={busy}>
        {busy ? words.working : text.done}
      </button>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </form>
  )
}
