import { dayAndTime, dayName } from '../../shared/time.ts'
import { OrderActs } from '../cards/OrderActs.tsx'
import { useCardWords } from '../cards/words.ts'
import type { OwnOrder } from '../model/actsApi.ts'
import { useWords } from '../words.ts'
import { useMineWords } from './words.ts'

interface OrdersProps {
  orders: OwnOrder[]
  onSend(text: string, choice: string): void
}

/** What the owner filed or joined, as the record has it now. */
export function Orders({ orders, onSend }: OrdersProps) {
  const words = useMineWords()
  return (
    <div class="mine-part">
      <h2>{words.orders}</h2>
      {orders.length === 0 && <p class="soft">{words.noOrders}</p>}
      <ul>
        {orders.map((order) => (
          <li key={order.number} class="mine-entry">
            <Order order={order} onSend={onSend} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Order({ order, onSend }: { order: OwnOrder; onSend: OrdersProps['onSend'] }) {
  const { language } = useWords()
  const words = useCardWords()
  const own = useMineWords()
  const { number, title, slots, state, scheduledFor, worker = '', createdAt } = order
  const now = new Date()
  return (
    <>
      <p class="mine-what">{slots.what || title[language === 'en' ? 'en' : 'zh']}</p>
      <p>
        <span class="mine-state">{words.orderStates[state]}</span>{' '}
        <span class="soft">
          {words.workOrder(number)} · {own.filedOn(dayName(new Date(createdAt), now, language))}
        </span>
      </p>
      {state === 'scheduled' && scheduledFor ? (
        <p>{own.visit(dayAndTime(new Date(scheduledFor), now, language), worker)}</p>
      ) : (
        worker && <p>{own.worker(worker)}</p>
      )}
      {state !== 'done' && state !== 'cancelled' && (
        <div class="mine-choices">
          <OrderActs number={number} onSend={onSend} />
        </div>
      )}
    </>
  )
}
