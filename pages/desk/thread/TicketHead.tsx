import type { Message, Ticket } from '../../../bot/types.ts'
import { shortTime } from '../../shared/time.ts'
import { tickingLength, useNow } from '../clock.ts'
import { BackIcon } from '../Icons.tsx'
import { Menu } from '../Menu.tsx'
import { go, goBack } from '../navigation.ts'
import { DueTime, PriorityMark } from '../queue/Row.tsx'
import { Said } from '../said/Said.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { mergeable } from './HandingDialogs.tsx'
import type { Handing } from './useHanding.ts'
import type { Moves } from './useMoves.ts'

interface TicketHeadProps {
  ticket: Ticket
  messages: readonly Message[]
  /** By the clerk who looks at it. */
  held: boolean
  moves: Moves
  handing: Handing
}

/** Who it is, where it stands, and what can be done with it. */
export function TicketHead({ ticket, messages, held, moves, handing }: TicketHeadProps) {
  const { words } = useReading()
  const { owner } = ticket.context
  return (
    <header class="ticket-head">
      <button
        type="button"
        class="icon-button back"
        aria-label={words.back}
        onClick={() => goBack({ ticketId: undefined, about: false })}
      >
        <BackIcon />
      </button>
      <div class="ticket-who">
        <h1>
          <Said text={owner.home ?? words.noHome} />
          {owner.name && (
            <span class="ticket-name">
              <Said text={owner.name} />
            </span>
          )}
          <PriorityMark priority={ticket.priority} />
        </h1>
        <p class="soft small">
          <Standing ticket={ticket} messages={messages} held={held} />
        </p>
      </div>
      <button type="button" class="button to-context" onClick={() => go({ about: true })}>
        {words.about}
      </button>
      <Buttons ticket={ticket} held={held} moves={moves} handing={handing} />
    </header>
  )
}

function Standing({ ticket, messages, held }: Omit<TicketHeadProps, 'moves' | 'handing'>) {
  const { words, language } = useReading()
  const now = useNow()
  if (ticket.stage === 'resolved') {
    const when = ticket.resolvedAt ? shortTime(new Date(ticket.resolvedAt), new Date(now), language) : ''
    return <>{words.closedAt(when)}</>
  }
  if (ticket.stage === 'staff') {
    const answered = messages.some((message) => message.from === 'staff' && message.createdAt > ticket.createdAt)
    return (
      <>
        {held ? words.heldByMe : words.heldBy(ticket.assignee ?? words.staff)}
        {!answered && (
          <>
            {' · '}
            <DueTime dueAt={ticket.dueAt} />
          </>
        )}
      </>
    )
  }
  return (
    <>
      {words.waited(tickingLength(now - Date.parse(ticket.createdAt), words))}
      {' · '}
      <DueTime dueAt={ticket.dueAt} />
    </>
  )
}

type ButtonsProps = Omit<TicketHeadProps, 'messages'>

function Buttons(props: ButtonsProps) {
  const { words } = useReading()
  const { ticket, held, moves } = props
  const { clerk } = useSurroundings()
  if (ticket.stage === 'waiting')
    return (
      <div class="buttons ticket-buttons">
        <Elsewhere {...props} />
        <button type="button" class="button main" disabled={moves.busy} onClick={moves.claim}>
          {words.claim} <kbd>C</kbd>
        </button>
      </div>
    )
  if (held) return <HeldButtons {...props} />
  if (ticket.stage === 'resolved' || clerk.role === 'staff') return null
  return (
    <div class="buttons ticket-buttons">
      <Elsewhere {...props} />
    </div>
  )
}

/** To others, while the clerk does not hold it: only managers pass on what is not theirs. */
function Elsewhere({ handing }: ButtonsProps) {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  return (
    <Menu label={words.handing.more}>
      {clerk.role !== 'staff' && (
        <button type="button" onClick={() => handing.ask('pass')}>
          {words.handing.pass}
        </button>
      )}
      <button type="button" onClick={() => handing.ask('escalate')}>
        {words.handing.escalate}
      </button>
    </Menu>
  )
}

function HeldButtons({ ticket, moves, handing }: ButtonsProps) {
  const { words } = useReading()
  return (
    <div class="buttons ticket-buttons">
      <Menu label={words.handing.more}>
        <button type="button" onClick={() => handing.ask('escalate')}>
          {words.handing.escalate}
        </button>
        {mergeable(ticket).length > 0 && (
          <button type="button" onClick={() => handing.ask('merge')}>
            {words.handing.merge}
          </button>
        )}
        <button type="button" disabled={moves.busy} onClick={moves.release}>
          {words.release}
        </button>
        <button type="button" disabled={moves.busy} onClick={() => moves.ask('return-to-bot')}>
          {words.toBot}
        </button>
      </Menu>
      <button type="button" class="button" disabled={moves.busy} onClick={() => handing.ask('pass')}>
        {words.handing.pass} <kbd>T</kbd>
      </button>
      <button type="button" class="button main" disabled={moves.busy} onClick={() => moves.ask('resolve')}>
        {words.resolve} <kbd>E</kbd>
      </button>
    </div>
  )
}
