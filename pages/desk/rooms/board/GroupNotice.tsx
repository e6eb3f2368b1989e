import { useState } from 'preact/hooks'
import type { BoardEntry, Words as TwoWords } from '../../../../bot/types.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

const LANGUAGES = ['zh', 'en'] as const

/** The entry as words for the owners' group, asked for when the part is opened. */
export function GroupNotice({ entry }: { entry: BoardEntry }) {
  const { words } = useReading()
  const [open, setOpen] = useState(false)
  return (
    <details class="panel-part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.after.group.title}</summary>
      {open && <Notice key={entry.revision} entry={entry} />}
    </details>
  )
}

function Notice({ entry }: { entry: BoardEntry }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`${entry.id} ${entry.revision}`, () => calls.board.groupNotice(entry.id))
  const notice = read.value
  const text = words.after.group
  if (!notice) return <NotThere of={read} />
  const held = notice.phrases.length > 0
  return (
    <>
      {notice.stale && <p class="strip">{text.stale}</p>}
      {held && (
        <p class="strip danger" role="alert">
          {text.held}
          {notice.phrases.map((phrase) => (
            <mark key={phrase}>{phrase}</mark>
          ))}
        </p>
      )}
      {LANGUAGES.map((language) => (
        <Copied key={language} language={language} text={notice.text} held={held} />
      ))}
    </>
  )
}

interface CopiedProps {
  language: 'zh' | 'en'
  text: TwoWords
  /** It promises something, so that it is not to be copied. */
  held: boolean
}

function Copied({ language, text, held }: CopiedProps) {
  const { words } = useReading()
  const { say } = useSurroundings()
  const copy = () => {
    // Not there without https.
    const copied = navigator.clipboard?.writeText(text[language]) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => say(words.rooms.copied),
      () => say(words.rooms.copyFailed, 'bad'),
    )
  }
  return (
    <>
      <p class="group-notice" lang={language}>
        {text[language]}
      </p>
      <button type="button" class="button" disabled={held} onClick={copy}>
        {words.after.group.copy[language]}
      </button>
    </>
  )
}
