import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message, Suggestion, Ticket, TicketNote } from '../../../bot/types.ts'
import type { ProblemError } from '../../shared/api/problem.ts'
import type { Uploads } from '../../shared/attachments/useUploads.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { ChosenFiles } from './AttachFiles.tsx'
import { CannedList } from './CannedList.tsx'
import { ComposerBox, LONGEST } from './ComposerBox.tsx'
import { KeepCanned } from './KeepCanned.tsx'
import { ManageCanned } from './ManageCanned.tsx'
import { MentionList } from './MentionList.tsx'
import { Suggestions } from './Suggestions.tsx'
import { useMention } from './useMention.ts'
import { useSlash } from './useSlash.ts'
import { type Mode, useDraft } from './writing.ts'

interface ComposerProps {
  ticket: Ticket
  messages: readonly Message[]
  held: boolean
  mode: Mode
  /** The clerk chose the mode, so the box takes the focus. */
  asked: boolean
  onMode(mode: Mode): void
  onClaim(): void
  /** Files to the owner. */
  uploads: Uploads
  onReply(text: string): void
  onNote(note: TicketNote): void
}

/** Where the clerk writes to the owner, or a note to colleagues. */
export function Composer(props: ComposerProps) {
  const { ticket, messages, held, mode, onMode } = props
  const { words } = useReading()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(ticket.id, mode)
  const writable = mode === 'note' || held
  const { busy, ready, problem, submit } = useSubmit(props, text, setText)
  const slash = useSlash(ticket, mode === 'reply' && held, text, setText)
  const mention = useMention(ticket, box, mode === 'note', text, setText)
  const [keeping, setKeeping] = useState(false)
  const [managing, setManaging] = useState(false)
  // Before the next key comes.
  useLayoutEffect(() => {
    if (props.asked) box.current?.focus()
  }, [mode, props.asked, writable])
  const insert = ({ text: words }: Suggestion) => {
    setText(text.trim() ? `${text.trimEnd()}\n${words}` : words)
    box.current?.focus()
  }
  return (
    <section class={`composer ${mode}`} aria-label={mode === 'note' ? words.note : words.reply}>
      {held && mode === 'reply' && <Suggestions ticket={ticket} messages={messages} onPick={insert} />}
      <div class="composer-tabs">
        {(['reply', 'note'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={mode === one} onClick={() => onMode(one)}>
            {one === 'reply' ? words.reply : words.note}
            {one === 'note' && <kbd>N</kbd>}
          </button>
        ))}
        {mode === 'reply' && held && !text && (
          <button type="button" class="composer-keep" onClick={() => setManaging(true)}>
            {words.handing.canned}
          </button>
        )}
        {mode === 'reply' && held && text.trim() && slash.query === undefined && (
          <button type="button" class="composer-keep" onClick={() => setKeeping(true)}>
            {words.handing.keep}
          </button>
        )}
      </div>
      {writable ? (
        <>
          <CannedList slash={slash} />
          <MentionList mention={mention} />
          {mode === 'reply' && <ChosenFiles uploads={props.uploads} />}
          <ComposerBox
            box={box}
            mode={mode}
            text={text}
            ticketId={ticket.id}
            ready={ready}
            busy={busy}
            search={mode === 'note' ? mention : slash}
            uploads={mode === 'reply' ? props.uploads : undefined}
            onText={setText}
            onSubmit={submit}
          />
        </>
      ) : (
        <Closed ticket={ticket} onClaim={props.onClaim} />
      )}
      {managing && <ManageCanned community={ticket.community} onClose={() => setManaging(false)} />}
      {keeping && <KeepCanned community={ticket.community} text={text} onClose={() => setKeeping(false)} />}
      <div role="alert">{problem && <p class="strip danger">{problem}</p>}</div>
    </section>
  )
}

function useSubmit(
  { ticket, mode, uploads, onReply, onNote }: ComposerProps,
  text: string,
  setText: (text: string) => void,
) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => setProblem(undefined), [mode])
  const said = text.trim()
  const ready = mode === 'reply' ? uploads.settled && (said !== '' || uploads.list.length > 0) : said !== ''
  const submit = () => {
    if (!ready || said.length > LONGEST || busy) return
    if (mode === 'reply') {
      setText('')
      return onReply(said)
    }
    setBusy(true)
    setProblem(undefined)
    calls
      .note(ticket.id, said)
      .then(
        (note) => {
          setText('')
          onNote(note)
        },
        (error: ProblemError) => setProblem(error.title || words.notSaved),
      )
      .finally(() => setBusy(false))
  }
  return { busy, ready, problem, submit }
}

/** Why nothing can be written to the owner now, and what to do. */
function Closed({ ticket, onClaim }: { ticket: Ticket; onClaim(): void }) {
  const { words } = useReading()
  if (ticket.stage === 'waiting')
    return (
      <div class="composer-closed">
        <p>{words.claimFirst}</p>
        <button type="button" class="button main" onClick={onClaim}>
          {words.claim}
        </button>
      </div>
    )
  return (
    <p class="composer-closed">
      {ticket.stage === 'resolved' ? words.resolvedNoReply : words.heldNoReply(ticket.assignee ?? words.staff)}
    </p>
  )
}
