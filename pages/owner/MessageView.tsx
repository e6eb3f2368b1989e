import type { Message } from '../../bot/types.ts'
import { TextParts } from '../shared/TextParts.tsx'
import { Choices } from './Choices.tsx'
import { EmergencyCard } from './cards/EmergencyCard.tsx'
import { FilesOf } from './FilesOf.tsx'
import { Folded } from './Folded.tsx'
import { Icon } from './Icon.tsx'
import { isPast, openChoices } from './model/timeline.ts'
import type { View } from './model/view.ts'
import { useRest } from './useRest.ts'
import { useWords } from './words.ts'

interface MessageProps {
  message: Message
  view: View
  onSend(text: string, choice?: string): void
}

/** One message: its card in place of the words or under them, and what can be chosen. */
export function MessageView({ message, view, onSend }: MessageProps) {
  const { messages, outbox } = view
  return (
    <div class="message" data-seq={message.seq}>
      {(message.text || message.card) && <MessageBody message={message} view={view} onSend={onSend} />}
      <FilesOf files={message.attachments} />
      <Choices choices={openChoices(message, messages, outbox)} onChoose={({ title, value }) => onSend(title, value)} />
      {message.from === 'owner' && isLast(message, view) && <SentMark />}
    </div>
  )
}

/** Until the rest of the page is here a card is its words. */
function MessageBody({ message, view, onSend }: MessageProps) {
  const { here } = useRest()
  const { card, text } = message
  const bubble = (
    <div class="bubble">
      <Words text={text} />
    </div>
  )
  if (card?.kind === 'emergency') return <EmergencyCard {...card} />
  if (!here || !card) return bubble
  switch (card.kind) {
    case 'status':
      return <here.StatusCard {...card} />
    case 'responsibility':
      return (
        <div class="bubble bubble-strip">
          <Words text={text} />
          <here.ResponsibilityStrip {...card} />
        </div>
      )
    case 'work_order':
      return (
        <>
          {bubble}
          <here.WorkOrderCard
            card={{ ...card, state: view.orderStates[card.number] ?? card.state }}
            past={isPast(message, view.messages)}
            onSend={onSend}
          />
        </>
      )
  }
}

const Words = ({ text }: { text: string }) => (
  <Folded>
    <TextParts text={text} />
  </Folded>
)

/** The tick is for the last one: what came before it has arrived as well. */
function isLast({ seq }: Message, { messages, outbox }: View): boolean {
  return outbox.length === 0 && !messages.some((other) => other.from === 'owner' && other.seq > seq)
}

function SentMark() {
  const { words } = useWords()
  return (
    <p class="mark">
      <Icon name="tick" />
      {words.sent}
    </p>
  )
}
