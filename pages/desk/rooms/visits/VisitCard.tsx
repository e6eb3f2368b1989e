import { dayAndTime } from '../../../shared/time.ts'
import type { ShownVisit } from '../../afterCalls.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { Revealed } from '../household/Revealed.tsx'
import { AskForm } from './AskForm.tsx'

interface VisitCardProps {
  visit: ShownVisit
  onAsked(): void
}

/** One that was ended: what it was, whom to call, what came of calling. */
export function VisitCard({ visit, onAsked }: VisitCardProps) {
  const { words, language } = useReading()
  const text = words.after.visits
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  const { matter, home, number, ticketId, closedBy, closedAt, dueAt, state, own } = visit
  const there = number ? { room: 'orders' as const, item: number } : { ticketId, about: false }
  return (
    <li class="card after-card" id={`visit-${visit.id}`}>
      <h2>
        <Said text={home ? `${home} · ${matter}` : matter} />
      </h2>
      <p class="soft small">
        <a href={addressAfter(there)} onClick={follow(there)}>
          {number ? text.order(number) : text.ticket}
        </a>
        {` · ${text.ended(closedBy, time(closedAt))} · `}
        {state === 'open' ? text.due(time(dueAt)) : text.states[state]}
      </p>
      <Phones visit={visit} />
      {visit.calls.length > 0 && <Calls visit={visit} />}
      {state === 'open' && (own ? <p class="soft">{text.own}</p> : <AskForm id={visit.id} onAsked={onAsked} />)}
    </li>
  )
}

/** Hidden until somebody means to call; who looked is kept. */
function Phones({ visit: { id, contactMasked } }: { visit: ShownVisit }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.after.visits
  if (!contactMasked.length) return <p class="soft small">{text.noPhone}</p>
  return (
    <p>
      {text.phone}{' '}
      <Revealed
        masked={contactMasked.join(words.comma)}
        look={() => calls.visits.reveal(id).then(({ contact }) => contact.join(words.comma))}
      />
    </p>
  )
}

function Calls({ visit: { calls } }: { visit: ShownVisit }) {
  const { words, language } = useReading()
  const text = words.after.visits
  return (
    <ul class="plain-list small">
      {calls.map(({ at, by, result, satisfaction, note }) => (
        <li key={`${at} ${result}`}>
          {text.call(by, dayAndTime(new Date(at), new Date(), language), text.results[result])}
          {satisfaction !== undefined && ` · ${text.score(satisfaction)}`}
          {note && <Said text={` · ${note}`} />}
        </li>
      ))}
    </ul>
  )
}
