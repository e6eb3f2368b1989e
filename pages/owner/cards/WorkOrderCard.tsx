import type { Card, WorkOrderState } from '../../../bot/types.ts'
import { Icon } from '../Icon.tsx'
import { useWords } from '../words.ts'

type WorkOrder = Extract<Card, { kind: 'work_order' }>

const LINE = ['filed', 'accepted', 'scheduled', 'done'] as const satisfies WorkOrderState[]

/** What was filed and how far it is. */
export function WorkOrderCard({ card, onUrge }: { card: WorkOrder; onUrge(text: string): void }) {
  const { words } = useWords()
  const { number, what, where, state } = card
  const open = state !== 'done' && state !== 'cancelled'
  return (
    <section class="card work-order" aria-label={words.workOrder(number)}>
      <p class="card-topic">
        <b>{words.workOrder(number)}</b>
        <span>{where}</span>
      </p>
      <p class="work-order-what">{what}</p>
      {state === 'cancelled' ? <p class="soft">{words.orderStates.cancelled}</p> : <StateLine state={state} />}
      {open && (
        <button type="button" class="button-outline" onClick={() => onUrge(words.urgeText(number))}>
          {words.urge}
        </button>
      )}
    </section>
  )
}

function StateLine({ state }: { state: (typeof LINE)[number] }) {
  const { words } = useWords()
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
