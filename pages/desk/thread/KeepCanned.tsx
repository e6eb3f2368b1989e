import { useState } from 'preact/hooks'
import type { CannedReply } from '../../../bot/types.ts'
import { Dialog } from '../Dialog.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { useSending } from '../useSending.ts'

interface KeepProps {
  community: string
  text: string
  onClose(): void
}

/** Keeps what is written as a canned reply, for the ticket's compound or for all. */
export function KeepCanned({ community, text: written, onClose }: KeepProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const { handing } = words
  const [shortcut, setShortcut] = useState('')
  const [text, setText] = useState(written)
  const [everywhere, setEverywhere] = useState(false)
  const { busy, problem, send } = useSending<CannedReply>((canned) => {
    say(handing.kept(canned.shortcut))
    onClose()
  })
  const ready = /^[^\s/]+$/.test(shortcut.trim()) && text.trim() !== ''
  return (
    <Dialog title={handing.keepTitle} onClose={onClose}>
      <form
        class="asking"
        onSubmit={(event) => {
          event.preventDefault()
          const where = everywhere ? '' : community
          if (ready) send(() => calls.canned.keep({ community: where, shortcut: shortcut.trim(), text: text.trim() }))
        }}
      >
        <p class="soft">{handing.keepLead}</p>
        <div class="field">
          <label for="canned-shortcut">{handing.shortcut}</label>
          <input
            id="canned-shortcut"
            maxLength={30}
            value={shortcut}
            onInput={(event) => setShortcut(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="canned-text">{handing.text}</label>
          <textarea
            id="canned-text"
            rows={4}
            maxLength={2000}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <label class="tick">
          <input type="checkbox" checked={everywhere} onChange={() => setEverywhere(!everywhere)} />{' '}
          {handing.everywhere}
        </label>
        <div role="alert">{problem && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
        <div class="buttons end">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button main" disabled={!ready || busy}>
            {busy ? words.working : handing.keepNow}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
