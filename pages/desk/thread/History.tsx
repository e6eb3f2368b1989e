import { useRef, useState } from 'preact/hooks'
import type { Message, RelatedTicket, Ticket } from '../../../bot/types.ts'
import type { ProblemError } from '../../shared/api/problem.ts'
import { dayAndTime } from '../../shared/time.ts'
import { FoldIcon } from '../Icons.tsx'
import { addressAfter, follow } from '../navigation.ts'
import { wantedOf } from '../queue/list.ts'
import { Said } from '../said/Said.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { useSending } from '../useSending.ts'
import { Entries } from './Entries.tsx'
import { entriesOf, spanOf, within } from './entries.ts'
import { useUnfold } from './unfold.ts'

/** Above what is said now: the earlier tickets of the same owner, folded, each read when it is unfolded. */
export function History({ ticket, messages, onOlder }: HistoryProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const earlier = ticket.context.earlier.toReversed()
  const first = messages[0]
  const { busy, problem, send } = useSending<{ messages: Message[] }>((read) => onOlder(read.messages))
  // What lies before an earlier ticket's end is unfolded there.
  const older = first && first.seq > 1 && spanOf(ticket).after === undefined
  return (
    <>
      {earlier.length > 0 && (
        <section class="history" aria-label={words.earlier}>
          {earlier.map((one) => (
            <Folded key={one.id} one={one} here={ticket.conversationId} />
          ))}
        </section>
      )}
      {older && (
        <button
          type="button"
          class="button wide"
          disabled={busy}
          onClick={() => send(() => calls.messagesBefore(ticket.id, first.seq))}
        >
          {words.talk.older}
        </button>
      )}
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
    </>
  )
}

interface HistoryProps {
  ticket: Ticket
  messages: readonly Message[]
  onOlder(messages: Message[]): void
}

interface FoldedProps {
  one: RelatedTicket
  /** The conversation that is open. */
  here: string
}

function Folded({ one, here }: FoldedProps) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const [read, setRead] = useState<{ ticket?: Ticket; problem?: string }>()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const unfold = () => {
    setOpen(true)
    if (!read?.ticket)
      calls.ticket(one.id).then(
        (ticket) => setRead({ ticket }),
        ({ title }: ProblemError) => setRead({ problem: title || words.reconnecting }),
      )
    box.current?.scrollIntoView({ block: 'start' })
  }
  useUnfold(one.id, unfold)
  const { topic, words: wanted } = wantedOf(one.summary)
  const when = dayAndTime(new Date(one.resolvedAt ?? one.createdAt), new Date(), language)
  const there = { ticketId: one.id, about: false }
  return (
    <div ref={box} class="history-one">
      <button type="button" class="fold" aria-expanded={open} onClick={() => (open ? setOpen(false) : unfold())}>
        <FoldIcon />
        <span class="history-wanted">
          {topic && <span class="topic">{topic}</span>} <Said text={wanted} />
        </span>
        <span class="soft small">
          {one.conversationId !== here && `${words.talk.sameHome(words.channels[one.channel])} · `}
          {one.resolvedAt ? words.closedAt(when) : words.talk.stillOpen}
        </span>
      </button>
      {open && (
        <div class="history-body">
          {read?.ticket && <Past ticket={read.ticket} />}
          {read?.problem && <p role="alert">{read.problem}</p>}
          {!read && <p class="soft">{words.loading}</p>}
          <a class="small" href={addressAfter(there)} onClick={follow(there)}>
            {words.talk.openIt}
          </a>
        </div>
      )}
    </div>
  )
}

/** As it was said then; nothing can be done with it here. */
function Past({ ticket }: { ticket: Ticket }) {
  const { words } = useReading()
  const entries = entriesOf(ticket, within(ticket.context.transcript, spanOf(ticket)))
  if (!entries.length) return <p class="soft">{words.noMessages}</p>
  return (
    <ol class="entries">
      <Entries entries={entries} ticket={ticket} />
    </ol>
  )
}
