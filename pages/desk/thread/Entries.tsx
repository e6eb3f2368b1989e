import { useMemo } from 'preact/hooks'
import type { MessageDelivery, Ticket } from '../../../bot/types.ts'
import { dayName } from '../../shared/time.ts'
import { useReading } from '../surroundings.ts'
import { DecisionLine } from './DecisionLine.tsx'
import type { Entry } from './entries.ts'
import { MessageEntry, NoteEntry } from './MessageEntry.tsx'

/** The lines of a thread, within its list. */
export function Entries({ entries, ticket }: { entries: readonly Entry[]; ticket: Ticket }) {
  const deliveries = useMemo(
    () => new Map(ticket.context.deliveries?.map((delivery) => [delivery.seq, delivery])),
    [ticket],
  )
  return (
    <>
      {entries.map((entry) => (
        <EntryView key={entry.key} entry={entry} ticketId={ticket.id} deliveries={deliveries} />
      ))}
    </>
  )
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
