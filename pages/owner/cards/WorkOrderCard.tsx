import type { Card, WorkOrderState } from '../../../bot/types.ts'
import { Icon } from '../Icon.tsx'
import { OrderActs } from './OrderActs.tsx'
import { useCardWords } from './words.ts'

type WorkOrder = Extract<Card, { kind: 'work_order' }>

const LINE = ['filed', 'accepted', 'scheduled', 'done'] as const satisfies WorkOrderState[]

interface WorkOrderProps {
  card: WorkOrder
  /** There is a later card of the same work order, so that this one only tells how it was. */
  past: boolean
  onSend(text: string, choice: string): void
}

/** What was filed and how far it is. Called off by a tap while nobody has accepted it; later only staff can. */
export function WorkOrderCard({ card, past, onSend }: WorkOrderProps) {
  const words = useCardWords()
  const { number, what, where, state } = card
  const open = !past && state !== 'done' && state !== 'cancelled'
  return (
    <section class="card work-order" aria-label={words.workOrder(number)}>
      <p class="card-topic">
        <b>{words.workOrder(number)}</b>
        <span>{where}</span>
      </p>
      <p class="work-order-what">{what}</p>
      {state === 'cancelled' ? <p class="soft">{words.orderStates.cancelled}</p> : <StateLine state={state} />}
      {open && (
        <div class="work-order-do">
          <button
            type="button"
            class="button-outline"
            onClick={() => onSend(words.progressText(number), 'intent:repair.progress')}
          >
            {words.progress}
          </button>
          <OrderActs number={number} onSend={onSend} />
        </div>
      )}
    </section>
  )
}

function StateLine({ state }: { state: (typeof LINE)[number] }) {
  const words = useCardWords()
  const reached = LINE.indexOf(state)
  return (
    <ol class="state-line" aria-label={words.steps}>
      {LINE.map((step, index) => (
        <li
          key={step}
          class={index <= reached ? 'reached' : ''}
          {...(index === reached ? { 'aria-current': 'step' as const } : {})}
        >
          <span class="step-mark" aria-hidden="true">
            {index <= reached && <Icon name="tick" />}
          </span>
          {words.orderStates[step]}
        </li>
      ))}
    </ol>
  )
}
