import type { Message, TicketNote } from '../../../bot/types.ts'
import { TextParts } from '../../shared/TextParts.tsx'
import { clockTime } from '../../shared/time.ts'
import { useReading } from '../surroundings.ts'
import { CardView } from './CardView.tsx'

interface MessageEntryProps {
  message: Message
  /** Of several in a row by one speaker; it carries the label. */
  first: boolean
}

export function MessageEntry({ message, first }: MessageEntryProps) {
  const { words, language } = useReading()
  const { from, text, card, choices, attachments } = message
  if (from === 'system') return <li class="system-line">{text}</li>
  const replaced = card?.kind === 'status' || card?.kind === 'emergency'
  return (
    <li class={`entry ${from}`}>
      {first && (
        <div class="entry-label">
          <Speaker message={message} />{' '}
          <time dateTime={message.createdAt}>{clockTime(new Date(message.createdAt), language)}</time>
        </div>
      )}
      {!replaced && text && (
        <div class="bubble">
          <TextParts text={text} />
        </div>
      )}
      {card && <CardView card={card} />}
      {attachments?.map((file) => (
        <div key={file.id} class="file">
          {words.attachment} · {file.name} · {sizeOf(file.size)}
        </div>
      ))}
      {choices && choices.length > 0 && (
        <ul class="offered" aria-label={words.choices}>
          {choices.map((choice) => (
            <li key={choice.value}>{choice.title}</li>
          ))}
        </ul>
      )}
      <DeliveryState message={message} />
    </li>
  )
}

function Speaker({ message: { from, author } }: { message: Message }) {
  const { words } = useReading()
  if (from === 'bot') return <>{words.bot}</>
  return <>{author ?? (from === 'owner' ? words.owner : words.staff)}</>
}

/** Of what staff wrote always, of what the bot wrote where it is not plainly sent. */
function DeliveryState({ message: { from, delivery } }: { message: Message }) {
  const { words } = useReading()
  if (!delivery || from === 'owner' || (from === 'bot' && delivery === 'sent')) return null
  return <div class={`delivery ${delivery}`}>{words[delivery]}</div>
}

/** Bytes as a person reads them. */
function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** On yellow ground, so that nobody takes it for something that the owner sees. */
export function NoteEntry({ note }: { note: TicketNote }) {
  const { words, language } = useReading()
  return (
    <li class="entry note">
      <div class="entry-label">
        {words.note} · {note.author}{' '}
        <time dateTime={note.createdAt}>{clockTime(new Date(note.createdAt), language)}</time> · {words.noteOnly}
      </div>
      <div class="bubble">
        <TextParts text={note.text} />
      </div>
    </li>
  )
}
