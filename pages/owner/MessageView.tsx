import type { Message } from '../../bot/types.ts'
import { TextParts } from '../shared/TextParts.tsx'
import { Files } from './attachments/Files.tsx'
import { Choices } from './Choices.tsx'
import { EmergencyCard } from './cards/EmergencyCard.tsx'
import { ResponsibilityStrip } from './cards/ResponsibilityStrip.tsx'
import { StatusCard } from './cards/StatusCard.tsx'
import { WorkOrderCard } from './cards/WorkOrderCard.tsx'
import { Folded } from './Folded.tsx'
import { Icon } from './Icon.tsx'
import { isPast, openChoices } from './model/timeline.ts'
import type { View } from './model/view.ts'
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
      <Files files={message.attachments} />
      <Choices choices={openChoices(message, messages, outbox)} onChoose={({ title, value }) => onSend(title, value)} />
      {message.from === 'owner' && isLast(message, view) && <SentMark />}
    </div>
  )
}

function MessageBody({ message, view, onSend }: MessageProps) {
  const { card, text } = message
  switch (card?.kind) {
    case 'status':
      return <StatusCard {...card} />
    case 'emergency':
      return <EmergencyCard {...card} />
    case 'responsibility':
      return (
        <div class="bubble bubble-strip">
          <Words text={text} />
          <ResponsibilityStrip {...card} />
        </div>
      )
    case 'work_order':
      return (
        <>
          <div class="bubble">
            <Words text={text} />
          </div>
          <WorkOrderCard
            card={{ ...card, state: view.orderStates[card.number] ?? card.state }}
            past={isPast(message, view.messages)}
            onSend={onSend}
          />
        </>
      )
    case undefined:
      return (
        <div class="bubble">
          <Words text={text} />
        </div>
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
