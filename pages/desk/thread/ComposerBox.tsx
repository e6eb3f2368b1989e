import type { Uploads } from '../../shared/attachments/useUploads.ts'
import { useReading } from '../surroundings.ts'
import { AttachButton } from './AttachFiles.tsx'
import { CANNED_LIST, cannedOption } from './CannedList.tsx'
import { type Mode, useTypingSign } from './writing.ts'

/** Characters, as the server has it. */
export const LONGEST = 4000

export interface BoxSearch {
  /** Undefined: nothing is searched for. */
  query: string | undefined
  found: readonly unknown[]
  index: number
  /** True when the key was meant for the search. */
  press(event: KeyboardEvent): boolean
}

interface BoxProps {
  box: { current: HTMLTextAreaElement | null }
  mode: Mode
  text: string
  ticketId: string
  /** There is something to send, and nothing of it is still on its way up. */
  ready: boolean
  busy: boolean
  /** What is picked from a list above while one types: a canned reply, or a colleague. */
  search: BoxSearch
  /** Undefined where no files go along. */
  uploads: Uploads | undefined
  onText(text: string): void
  onSubmit(): void
}

/** The box with its keys: Enter sends, / finds canned replies, pasted pictures become files. */
export function ComposerBox({ box, mode, text, ticketId, ready, busy, search, uploads, onText, onSubmit }: BoxProps) {
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
        {...(search.found.length > 0 && {
          'aria-controls': CANNED_LIST,
          'aria-activedescendant': cannedOption(search.index),
        })}
        onInput={(event) => {
          onText(event.currentTarget.value)
          if (mode === 'reply' && search.query === undefined) showTyping()
        }}
        onPaste={(event) => {
          const files = event.clipboardData?.files
          if (!uploads || !files?.length) return
          event.preventDefault()
          uploads.add(files)
        }}
        onKeyDown={(event) => {
          if (search.press(event)) return event.preventDefault()
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
          {over <= 0 && !text && ` · ${mode === 'reply' ? words.handing.slash : words.talk.callHint}`}
        </span>
        {uploads && <AttachButton onChoose={uploads.add} />}
        <button type="button" class="button main" disabled={busy || !ready || over > 0} onClick={onSubmit}>
          {busy ? words.working : mode === 'note' ? words.save : words.send}
        </button>
      </div>
    </div>
  )
}
