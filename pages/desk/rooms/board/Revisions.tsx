import { useState } from 'preact/hooks'
import type { BoardEntry, BoardRevision } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Every state in which the entry has been, read when it is asked for. */
export function Revisions({ entry }: { entry: BoardEntry }) {
  const { words } = useReading()
  const [open, setOpen] = useState(false)
  return (
    <details class="panel-part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.rooms.board.revisions} <span class="count">{entry.revision}</span>
      </summary>
      {open && <RevisionList entry={entry} />}
    </details>
  )
}

function RevisionList({ entry: { id, revision } }: { entry: BoardEntry }) {
  const { calls } = useSurroundings()
  const read = useRecord(`${id} ${revision}`, () => calls.board.revisions(id))
  if (!read.value) return <NotThere of={read} />
  return (
    <ol class="revisions">
      {read.value.revisions.map((one) => (
        <Revision key={one.revision} revision={one} />
      ))}
    </ol>
  )
}

function Revision({ revision: { revision, author, change, createdAt, entry } }: { revision: BoardRevision }) {
  const { words, language } = useReading()
  const pick = usePick()
  const text = words.rooms.board
  const last = entry.log.at(-1)
  return (
    <li>
      <p class="soft small">
        {text.revision(revision)} · {text.changes[change]} · {author ?? text.byFiles} ·{' '}
        {dayAndTime(new Date(createdAt), new Date(), language)}
      </p>
      <p>{change === 'step' && last ? pick(last.text) : pick(entry.state)}</p>
    </li>
  )
}
