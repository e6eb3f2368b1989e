import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Attachment } from '../../bot/types.ts'
import type { Uploads } from '../shared/attachments/useUploads.ts'
import { AttachButton } from './attachments/AttachButton.tsx'
import { Icon } from './Icon.tsx'
import type { Kept } from './model/kept.ts'
import { useRest } from './useRest.ts'
import { Waiting } from './Waiting.tsx'
import { useWords } from './words.ts'

/** Characters, as the server counts them. */
const MOST = 4000

interface ComposerProps {
  kept: Kept
  onSend(text: string, attachments: Attachment[]): void
  /** The owner types. */
  onWrite(): void
}

/** The box. What stands in it is kept over a reload. */
export function Composer({ kept, onSend, onWrite }: ComposerProps) {
  const { words } = useWords()
  const [text, setText] = useState(kept.draft)
  const box = useRef<HTMLTextAreaElement>(null)
  const over = [...text].length - MOST
  const [picked, setPicked] = useState<readonly File[]>([])
  const [uploads, setUploads] = useState<Uploads>()
  const { here } = useRest()
  const noneLeft = useCallback(() => setPicked([]), [])
  const sendable =
    (text.trim() !== '' || uploads?.list.length) && over <= 0 && !picked.length && uploads?.settled !== false
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
    onSend(text.trim(), uploads?.take() ?? [])
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
      {here ? (
        <here.Attaching picked={picked} onUpload={here.acts.upload} onTaken={noneLeft} onChange={setUploads} />
      ) : (
        picked.length > 0 && <Waiting />
      )}
      <AttachButton onChoose={(files) => setPicked((before) => [...before, ...files])} />
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
