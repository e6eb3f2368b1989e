import { clockTime } from '../shared/time.ts'
import { Avatar } from './Avatar.tsx'
import { MessageView } from './MessageView.tsx'
import type { Block } from './model/blocks.ts'
import type { View } from './model/view.ts'
import { type SpeakerNow, staffSpeaker } from './speaker.ts'
import { useWords, type Words } from './words.ts'

interface RunProps {
  block: Extract<Block, { kind: 'run' }>
  view: View
  onSend(text: string, choice?: string): void
}

/** Messages in a row by one speaker, labelled and timed once. */
export function Run({ block, view, onSend }: RunProps) {
  const { language, words } = useWords()
  const speaker = speakerOf(block, words)
  return (
    <section class={`run run-${block.from}`}>
      <p class="run-label">
        {speaker && <Avatar speaker={speaker} />}
        <span class={speaker ? undefined : 'unseen'}>{speaker?.name ?? words.me}</span>
        {block.from === 'bot' && <span class="tag">{words.bot}</span>}
        <time dateTime={block.at.toISOString()}>{clockTime(block.at, language)}</time>
      </p>
      {block.messages.map((message) => (
        <MessageView key={message.id} message={message} view={view} onSend={onSend} />
      ))}
    </section>
  )
}

function speakerOf({ from, author }: RunProps['block'], words: Words): SpeakerNow | undefined {
  if (from === 'owner') return undefined
  if (from === 'staff') return staffSpeaker(author, words)
  return { kind: 'bot', name: words.botName, initial: words.botInitial }
}
