import { useState } from 'preact/hooks'
import type { Handover } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import { useCoalesced, useLive } from '../../live.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { More, NotThere, OldStrip, TextField } from '../parts.tsx'
import { usePages } from '../usePages.ts'
import { useRecord } from '../useRecord.ts'
import { Summary } from './Summary.tsx'

/** Changes come in bursts; so often at most is the draft read again. */
const RELOAD_MS = 1000

/** The shift as it stands, to be handed over with a note; earlier ones, and the one that waits to be signed. */
export function Handovers({ community }: { community: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.handover
  const list = usePages<Handover>(community, (page) =>
    calls.handovers.list(community, page).then(({ handovers: things, total }) => ({ things, total })),
  )
  useLive('handovers', list.reload)
  useLive('resync', list.reload)
  return (
    <section class="day-part" aria-labelledby="handover-title">
      <h2 id="handover-title">{text.title}</h2>
      <Draft community={community} onWritten={list.reload} />
      <h3>{text.earlier}</h3>
      <OldStrip of={list} />
      {(list.state === 'loading' || list.state === 'failed') && <NotThere of={list} />}
      {(list.state === 'ready' || list.state === 'old') && !list.things.length && <p class="empty soft">{text.none}</p>}
      <ul class="handovers">
        {list.things.map((handover) => (
          <Written key={handover.id} handover={handover} onSigned={list.reload} />
        ))}
      </ul>
      <More shown={list.things.length} total={list.total} onMore={list.more} />
    </section>
  )
}

function Draft({ community, onWritten }: { community: string; onWritten(): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.day.handover
  const read = useRecord(community, () => calls.handovers.draft(community))
  const soon = useCoalesced(read.reload, RELOAD_MS)
  useLive('tickets', soon)
  useLive('callbacks', soon)
  useLive('board', soon)
  useLive('resync', soon)
  const [note, setNote] = useState('')
  const { busy, problem, send } = useSending((_written: Handover) => {
    setNote('')
    say(text.written)
    onWritten()
  })
  return (
    <form
      class="card handover"
      onSubmit={(event) => {
        event.preventDefault()
        send(() => calls.handovers.write(community, note.trim()))
      }}
    >
      <p class="soft">{text.lead}</p>
      {read.value ? <Summary summary={read.value} /> : <NotThere of={read} />}
      <TextField label={text.note} value={note} onChange={setNote} rows={3} hint={text.noteHint} />
      <button type="submit" class="button main" disabled={busy || !read.value}>
        {busy ? words.working : text.write}
      </button>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </form>
  )
}

/** As it was written; who comes signs below it. */
function Written({ handover, onSigned }: { handover: Handover; onSigned(): void }) {
  const { words, language } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const text = words.day.handover
  const { id, by, note, summary, createdAt, signedBy, signedAt } = handover
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  const { busy, problem, send } = useSending((_signed: Handover) => {
    say(text.signedNow)
    onSigned()
  })
  return (
    <li class="card handover">
      <details open={!signedBy}>
        <summary>
          {text.from(time(createdAt), by)}
          {signedBy && signedAt ? ` · ${text.signed(time(signedAt), signedBy)}` : ` · ${text.unsigned}`}
        </summary>
        {note && <p class="handover-note">{note}</p>}
        <Summary summary={summary} />
      </details>
      {!signedBy && by !== clerk.name && (
        <button type="button" class="button main" disabled={busy} onClick={() => send(() => calls.handovers.sign(id))}>
          {busy ? words.working : text.sign}
        </button>
      )}
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </li>
  )
}
