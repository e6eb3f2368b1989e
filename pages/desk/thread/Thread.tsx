import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { MessageDelivery, Ticket } from '../../../bot/types.ts'
import { dayName } from '../../shared/time.ts'
import { DownIcon } from '../Icons.tsx'
import { useReading } from '../surroundings.ts'
import { DecisionLine } from './DecisionLine.tsx'
import { type Entry, entriesOf } from './entries.ts'
import { MessageEntry, NoteEntry } from './MessageEntry.tsx'
import { OutgoingEntry } from './OutgoingEntry.tsx'
import { type Outbox, type Outgoing, useOutgoing } from './outbox.ts'
import type { OpenTicket } from './useTicket.ts'

interface ThreadProps {
  ticket: Ticket
  open: OpenTicket
  outbox: Outbox
  onChange(one: Outgoing): void
}

/** What was said, as the owner sees it, with what only staff see in between. */
export function Thread({ ticket, open, outbox, onChange }: ThreadProps) {
  const { words } = useReading()
  const entries = useMemo(() => entriesOf(ticket, open.messages), [ticket, open.messages])
  const outgoing = useOutgoing(outbox, ticket.id)
  const deliveries = useMemo(
    () => new Map(ticket.context.deliveries?.map((delivery) => [delivery.seq, delivery])),
    [ticket],
  )
  const { box, atEnd, toEnd } = useStick(`${entries.at(-1)?.key} ${outgoing.length} ${open.typing?.from ?? ''}`)
  return (
    <div class="talk">
      <div ref={box.ref} class="talk-scroll" onScroll={box.onScroll}>
        <ol class="entries" aria-live="polite" aria-label={words.thread}>
          {entries.map((entry) => (
            <EntryView key={entry.key} entry={entry} ticketId={ticket.id} deliveries={deliveries} />
          ))}
          {outgoing.map((one) => (
            <OutgoingEntry
              key={one.reply.clientMessageId}
              one={one}
              ticket={ticket}
              outbox={outbox}
              open={open}
              onChange={onChange}
            />
          ))}
        </ol>
        {!entries.length && <p class="empty soft">{words.noMessages}</p>}
        <p class="typing soft small" role="status">
          {open.typing && typingWords(open.typing, words)}
        </p>
      </div>
      {!atEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <DownIcon /> {words.newMessage}
        </button>
      )}
    </div>
  )
}

function typingWords(
  { from, author }: NonNullable<OpenTicket['typing']>,
  words: ReturnType<typeof useReading>['words'],
) {
  return from === 'owner' ? words.ownerTyping : words.colleagueTyping(author ?? words.staff)
}

interface EntryViewProps {
  entry: Entry
  ticketId: string
  /** By seq. */
  deliveries: ReadonlyMap<number, MessageDelivery>
}

function EntryView({ entry, ticketId, deliveries }: EntryViewProps) {
  const { language } = useReading()
  switch (entry.kind) {
    case 'day':
      return <li class="day">{dayName(new Date(entry.at), new Date(), language)}</li>
    case 'decision':
      return <DecisionLine decision={entry.decision} />
    case 'note':
      return <NoteEntry note={entry.note} />
    case 'message':
      return (
        <MessageEntry
          message={entry.message}
          first={entry.first}
          ticketId={ticketId}
          delivery={deliveries.get(entry.message.seq)}
        />
      )
    default:
      return entry satisfies never
  }
}

/** How far from the end still counts as being there, in pixels. */
const NEAR_END = 48

/** Keeps the view at the end while the reader is there; otherwise it stays where it is and a chip leads down. */
function useStick(content: string) {
  const ref = useRef<HTMLDivElement>(null)
  const stuck = useRef(true)
  const [atEnd, setAtEnd] = useState(true)
  const toEnd = () => {
    stuck.current = true
    setAtEnd(true)
    ref.current?.scrollTo({ top: ref.current.scrollHeight })
  }
  useLayoutEffect(() => {
    if (stuck.current) toEnd()
    else setAtEnd(false)
  }, [content])
  useEffect(() => {
    // The room changes with the box below, what fills it with what unfolds in it.
    const observer = new ResizeObserver(() => stuck.current && toEnd())
    for (const part of [ref.current, ref.current?.firstElementChild]) if (part) observer.observe(part)
    return () => observer.disconnect()
  }, [])
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = ref.current ?? {}
    stuck.current = scrollHeight - scrollTop - clientHeight < NEAR_END
    if (stuck.current) setAtEnd(true)
  }
  return { box: { ref, onScroll }, atEnd, toEnd }
}
