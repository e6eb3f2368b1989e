import type { WorkOrder, WorkOrderState } from '../../../../bot/types.ts'
import { addressAfter, follow } from '../../navigation.ts'
import type { OrderQuery } from '../../roomCalls.ts'
import { Said } from '../../said/Said.tsx'
import { useReading } from '../../surroundings.ts'
import { More, NotThere } from '../parts.tsx'
import { Matter, Visit, whereOf } from './OrderTable.tsx'
import { useOrders } from './useOrders.ts'

/** What is cancelled stands in the list. */
const COLUMNS = ['filed', 'accepted', 'scheduled', 'done'] as const satisfies WorkOrderState[]

interface ColumnsProps {
  query: OrderQuery
  current: string | undefined
}

/** The work orders side by side by their state. */
export function OrderColumns({ query, current }: ColumnsProps) {
  return (
    <div class="order-columns">
      {COLUMNS.map((state) => (
        <Column key={state} state={state} query={{ ...query, state }} current={current} />
      ))}
    </div>
  )
}

function Column({ state, query, current }: ColumnsProps & { state: WorkOrderState }) {
  const { words } = useReading()
  const orders = useOrders(query)
  const missing = orders.state === 'loading' || orders.state === 'failed'
  return (
    <section class="order-column">
      <h2>
        {words.workOrderStates[state]} <span class="count">{orders.total}</span>
      </h2>
      {missing ? (
        <NotThere of={{ state: orders.state === 'failed' ? 'failed' : 'loading', reload: orders.reload }} />
      ) : orders.things.length ? (
        <ul>
          {orders.things.map((order) => (
            <OrderCard key={order.id} order={order} current={order.number === current} />
          ))}
        </ul>
      ) : (
        <p class="soft small">{words.rooms.orders.emptyState}</p>
      )}
      <More shown={orders.things.length} total={orders.total} onMore={orders.more} />
    </section>
  )
}

function OrderCard({ order, current }: { order: WorkOrder; current: boolean }) {
  const there = { item: order.number }
  return (
    <li class={current ? 'order-card current' : 'order-card'}>
      <a href={addressAfter(there)} aria-current={current ? 'true' : undefined} onClick={follow(there)}>
        <span class="soft small">
          {order.number} · <Said text={whereOf(order)} />
        </span>
        <span class="order-matter">
          <Matter order={order} />
        </span>
        <span class="soft small">
          <Visit order={order} />
        </span>
      </a>
    </li>
  )
}
