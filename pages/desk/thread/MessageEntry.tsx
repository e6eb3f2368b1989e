import type { Message, MessageDelivery, TicketNote } from '../../../bot/types.ts'
import { clockTime } from '../../shared/time.ts'
import { FileLink } from '../FileLink.tsx'
import { Said, SaidParts } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'
import { useReveal } from '../useReveal.ts'
import { CardView } from './CardView.tsx'
import { DeliveryState } from './DeliveryState.tsx'

interface MessageEntryProps {
  message: Message
  /** Of several in a row by one speaker; it carries the label. */
  first: boolean
  ticketId: string
  /** Where it is not with the owner. */
  delivery: MessageDelivery | undefined
}

export function MessageEntry({ message, first, ticketId, delivery }: MessageEntryProps) {
  const { words, language } = useReading()
  const { from, text, card, choices, attachments } = message
  if (from === 'system')
    return (
      <li class="system-line">
        <Said text={text} />
      </li>
    )
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
          <SaidParts text={text} />
        </div>
      )}
      {message.masked && <Original ticketId={ticketId} seq={message.seq} />}
      {card && <CardView card={card} />}
      {attachments?.map((file) => (
        <FileLink key={file.id} file={file} />
      ))}
      {choices && choices.length > 0 && (
        <ul class="offered" aria-label={words.choices}>
          {choices.map((choice) => (
            <li key={choice.value}>{choice.title}</li>
          ))}
        </ul>
      )}
      <DeliveryState message={message} delivery={delivery} />
    </li>
  )
}

/** What the owner wrote, for whoever asks to see it; the ticket notes who did. */
function Original({ ticketId, seq }: { ticketId: string; seq: number }) {
  const { words } = useReading()
  const { shown, look } = useReveal(ticketId, { field: 'message', seq })
  if (shown)
    return (
      <div class="bubble soft">
        <Said text={shown.text} />
      </div>
    )
  return (
    <button type="button" class="link small" onClick={look}>
      {words.showOriginal}
    </button>
  )
}

function Speaker({ message: { from, author } }: { message: Message }) {
  const { words } = useReading()
  if (from === 'bot') return <>{words.bot}</>
  return <Said text={author ?? (from === 'owner' ? words.owner : words.staff)} />
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
        <SaidParts text={note.text} />
        {note.mentions && <span class="soft small"> {words.talk.called(note.mentions.join(words.comma))}</span>}
      </div>
    </li>
  )
}
