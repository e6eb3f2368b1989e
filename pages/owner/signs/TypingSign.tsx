import { Avatar } from '../Avatar.tsx'
import type { View } from '../model/view.ts'
import { speakerNow, staffSpeaker } from '../speaker.ts'
import { useWords } from '../words.ts'
import { useSignWords } from './words.ts'

/** Three dots while somebody writes; the bot does so from the moment a message is on its way. */
export function TypingSign({ view }: { view: View }) {
  const { words } = useWords()
  const own = useSignWords()
  const { typing, outbox, state } = view
  const botThinks = state?.stage === 'bot' && outbox.some(({ sending }) => sending)
  const speaker = typing?.from === 'staff' ? staffSpeaker(typing.author, words) : speakerNow(view, words)
  if (!typing && !botThinks) return null
  return (
    <>
      <Avatar speaker={speaker} />
      <span class="typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class="unseen">{own.typing(speaker.name)}</span>
    </>
  )
}
