import type { Card } from '../../../bot/types.ts'
import { TextParts } from '../../shared/TextParts.tsx'
import { Said } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'

/** The card that the owner got, in little room. */
export function CardView({ card }: { card: Card }) {
  switch (card.kind) {
    case 'status':
      return <StatusCard card={card} />
    case 'responsibility':
      return <ResponsibilityCard card={card} />
    case 'work_order':
      return <WorkOrderCard card={card} />
    case 'emergency':
      return <EmergencyCard card={card} />
    default:
      return card satisfies never
  }
}

type Of<Kind extends Card['kind']> = { card: Extract<Card, { kind: Kind }> }

const SIGNS = { done: '✓', now: '●', next: '○' }

function StatusCard({ card }: Of<'status'>) {
  const { words } = useReading()
  return (
    <div class="card">
      <p class="soft small">
        {card.topic} · {card.place}
      </p>
      <p class="card-headline">{card.headline}</p>
      {card.date && <p>{card.date}</p>}
      {card.urged && <p>{card.urged}</p>}
      <ol class="steps">
        {card.steps.map((step, index) => (
          <li key={`${index} ${step.day} ${step.text}`} class={step.state}>
            <span aria-hidden="true">{SIGNS[step.state]}</span> {step.day} {step.text}{' '}
            <span class="soft">{step.by}</span>
          </li>
        ))}
      </ol>
      {card.stale && <p class="stale">{card.stale}</p>}
      <p class="soft small">
        {words.asOf(card.asOf)} · {words.from(card.source)}
      </p>
    </div>
  )
}

function ResponsibilityCard({ card }: Of<'responsibility'>) {
  const { words } = useReading()
  return (
    <p class="card-strip small">
      {words.responsibility} · <strong>{card.who}</strong>
      {card.phone && (
        <>
          {' '}
          <TextParts text={card.phone.number} />
        </>
      )}
    </p>
  )
}

function WorkOrderCard({ card }: Of<'work_order'>) {
  const { words } = useReading()
  return (
    <div class="card">
      <p class="card-headline">
        {words.repairs} #{card.number} <span class="state">{words.workOrderStates[card.state]}</span>
      </p>
      <p class="small">
        <Said text={[card.what, card.where].filter(Boolean).join(' · ')} />
      </p>
    </div>
  )
}

function EmergencyCard({ card }: Of<'emergency'>) {
  return (
    <div class="card emergency">
      <ol>
        {card.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="small">
        {card.phones.map((phone) => (
          <span key={phone.number} class="phone">
            {phone.label} <TextParts text={phone.number} />
          </span>
        ))}
      </p>
    </div>
  )
}
