import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message, Suggestion, Ticket, TicketNote } from '../../../bot/types.ts'
import type { ProblemError } from '../../shared/api/problem.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { CANNED_LIST, CannedList, cannedOption } from './CannedList.tsx'
import { KeepCanned } from './KeepCanned.tsx'
import { Suggestions } from './Suggestions.tsx'
import { type Slash, useSlash } from './useSlash.ts'
import { type Mode, useDraft, useTypingSign } from './writing.ts'

/** As the server has it. */
const LONGEST = 4000

interface ComposerProps {
  ticket: Ticket
  messages: readonly Message[]
  held: boolean
  mode: Mode
  /** The clerk chose the mode, so the box takes the focus. */
  asked: boolean
  onMode(mode: Mode): void
  onClaim(): void
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
  const { busy, problem, submit } = useSubmit(props, text, setText)
  const slash = useSlash(ticket, mode === 'reply' && held, text, setText)
  const [keeping, setKeeping] = useState(false)
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
        {mode === 'reply' && held && text.trim() && slash.query === undefined && (
          <button type="button" class="composer-keep" onClick={() => setKeeping(true)}>
            {words.handing.keep}
          </button>
        )}
      </div>
      {writable ? (
        <>
          <CannedList slash={slash} />
          <Box
            box={box}
            mode={mode}
            text={text}
            ticketId={ticket.id}
            busy={busy}
            slash={slash}
            onText={setText}
            onSubmit={submit}
          />
        </>
      ) : (
        <Closed ticket={ticket} onClaim={props.onClaim} />
      )}
      {keeping && <KeepCanned community={ticket.community} text={text} onClose={() => setKeeping(false)} />}
      <div role="alert">{problem && <p class="strip danger">{problem}</p>}</div>
    </section>
  )
}

function useSubmit({ ticket, mode, onReply, onNote }: ComposerProps, text: string, setText: (text: string) => void) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => setProblem(undefined), [mode])
  const submit = () => {
    const ready = text.trim()
    if (!ready || ready.length > LONGEST || busy) return
    if (mode === 'reply') {
      setText('')
      return onReply(ready)
    }
    setBusy(true)
    setProblem(undefined)
    calls
      .note(ticket.id, ready)
      .then(
        (note) => {
          setText('')
          onNote(note)
        },
        (error: ProblemError) => setProblem(error.title || words.notSaved),
      )
      .finally(() => setBusy(false))
  }
  return { busy, problem, submit }
}

interface BoxProps {
  box: { current: HTMLTextAreaElement | null }
  mode: Mode
  text: string
  ticketId: string
  busy: boolean
  slash: Slash
  onText(text: string): void
  onSubmit(): void
}

function Box({ box, mode, text, ticketId, busy, slash, onText, onSubmit }: BoxProps) {
  const { words } = useReading()
  const showTyping = useTypingSign(ticketId)
  const over = text.trim().length - LONGEST
  const placeholder = mode === 'note' ? words.notePlaceholder : words.replyPlaceholder
  return (
    <div class="composer-box">
      <textarea
        ref={box}
        rows={2}
        value={text}
        placeholder={placeholder}
        aria-label={placeholder}
        {...(slash.found.length > 0 && {
          'aria-controls': CANNED_LIST,
          'aria-activedescendant': cannedOption(slash.index),
        })}
        onInput={(event) => {
          onText(event.currentTarget.value)
          if (mode === 'reply' && slash.query === undefined) showTyping()
        }}
        onKeyDown={(event) => {
          if (slash.press(event)) return event.preventDefault()
          if (event.key === 'Escape') event.currentTarget.blur()
          // Enter that ends the input of a Chinese word is not meant to send.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          // Held down since it picked a suggestion.
          if (!event.repeat) onSubmit()
        }}
      />
      <div class="composer-end">
        <span class={over > 0 ? 'composer-hint over' : 'composer-hint'}>
          {over > 0 ? words.tooLong(over) : words.enterSends}
          {over <= 0 && mode === 'reply' && !text && ` · ${words.handing.slash}`}
        </span>
        <button type="button" class="button main" disabled={busy || !text.trim() || over > 0} onClick={onSubmit}>
          {busy ? words.working : mode === 'note' ? words.save : words.send}
        </button>
      </div>
    </div>
  )
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
