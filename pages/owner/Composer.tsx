import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Attachment } from '../../bot/types.ts'
import { useUploads } from '../shared/attachments/useUploads.ts'
import { AttachButton } from './attachments/AttachButton.tsx'
import { Chosen } from './attachments/Chosen.tsx'
import { useFileWords } from './attachments/useFileWords.ts'
import { Icon } from './Icon.tsx'
import type { Kept } from './model/kept.ts'
import { useWords } from './words.ts'

/** Characters, as the server counts them. */
const MOST = 4000

interface ComposerProps {
  kept: Kept
  onSend(text: string, attachments: Attachment[]): void
  /** Gives the id under which the server has it. */
  onUpload(file: File): Promise<string>
  /** The owner types. */
  onWrite(): void
}

/** The box. What stands in it is kept over a reload. */
export function Composer({ kept, onSend, onUpload, onWrite }: ComposerProps) {
  const { words } = useWords()
  const [text, setText] = useState(kept.draft)
  const box = useRef<HTMLTextAreaElement>(null)
  const over = [...text].length - MOST
  const uploads = useUploads(onUpload, useFileWords())
  const sendable = (text.trim() !== '' || uploads.list.length > 0) && over <= 0 && uploads.settled
  useGrowing(box, text)
  useEffect(() => {
    // In somebody else's page the focus is not ours to take.
    if (window.top === window) box.current?.focus({ preventScroll: true })
  }, [])
  const write = (next: string) => {
    setText(next)
    kept.draft = next
  }
  const send = () => {
    if (!sendable) return
    onSend(text.trim(), uploads.take())
    write('')
    box.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the choice of a character is the input method's.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {over > 0 && (
        <p class="composer-over" role="alert">
          {words.tooLong(over)}
        </p>
      )}
      <Chosen uploads={uploads} />
      <AttachButton onChoose={uploads.add} />
      <textarea
        ref={box}
        rows={1}
        value={text}
        placeholder={words.box}
        aria-label={words.box}
        enterkeyhint="send"
        onInput={(event) => {
          write(event.currentTarget.value)
          onWrite()
        }}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="composer-send" aria-label={words.send} disabled={!sendable}>
        <Icon name="send" />
      </button>
    </form>
  )
}

/** The box grows with its text; the style sheet says how far. */
function useGrowing(box: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    // Empty, it is as high as the style sheet says, whatever the text size becomes.
    area.style.height = ''
    if (text) area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
  }, [text])
}
