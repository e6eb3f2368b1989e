import type { ComponentChildren } from 'preact'
import type { HandoverSummary, HandoverTicket } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import type { Change } from '../../address.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useRecord } from '../useRecord.ts'

/** What a shift leaves: each opens where it is kept. */
export function Summary({ summary: { held, emergencies, callbacks, stale } }: { summary: HandoverSummary }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const text = words.day.handover
  const topics = useRecord('topics', () => calls.board.read('')).value?.topics ?? []
  const titleOf = (topic: string) => {
    const title = topics.find(({ id }) => id === topic)?.title
    return title ? pick(title) : topic
  }
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  return (
    <div class="handover-parts">
      <Part title={text.emergencies} count={emergencies.length} tone="danger">
        {emergencies.map((ticket) => (
          <TicketLine key={ticket.ticketId} ticket={ticket} time={time} />
        ))}
      </Part>
      <Part title={text.held} count={held.length}>
        {held.map((ticket) => (
          <TicketLine key={ticket.ticketId} ticket={ticket} time={time} />
        ))}
      </Part>
      <Part title={text.callbacks} count={callbacks.length}>
        {callbacks.map(({ id, ticketId, by, dueAt }) => (
          <Line key={id} to={{ room: 'queue', ticketId, about: false }}>
            {time(dueAt)} · {words.day.owed.promisedBy(by)}
          </Line>
        ))}
      </Part>
      <Part title={text.stale} count={stale.length}>
        {stale.map(({ entryId, topic, asOf }) => (
          <Line key={entryId} to={{ room: 'board', item: entryId }}>
            {titleOf(topic)} · {words.asOf(time(asOf))}
          </Line>
        ))}
      </Part>
    </div>
  )
}

interface PartProps {
  title: string
  count: number
  tone?: 'danger'
  children: ComponentChildren
}

function Part({ title, count, tone, children }: PartProps) {
  const { words } = useReading()
  return (
    <div>
      <h4 class={tone && count ? tone : undefined}>
        {title} · {count}
      </h4>
      {count ? <ul>{children}</ul> : <p class="soft small">{words.day.handover.nothing}</p>}
    </div>
  )
}

function Line({ to, children }: { to: Change; children: ComponentChildren }) {
  return (
    <li>
      <a href={addressAfter(to)} onClick={follow(to)}>
        {children}
      </a>
    </li>
  )
}

function TicketLine({ ticket, time }: { ticket: HandoverTicket; time(iso: string): string }) {
  const { words } = useReading()
  const text = words.day.handover
  const { ticketId, matter, assignee, dueAt } = ticket
  return (
    <Line to={{ room: 'queue', ticketId, about: false }}>
      {matter || text.noMatter} · {assignee ?? text.nobody} · {text.due(time(dueAt))}
    </Line>
  )
}
