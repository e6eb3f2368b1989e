import { urgesOf, type WorkOrder } from '../../../../bot/types.ts'
import { dayAndTime, shortTime } from '../../../shared/time.ts'
import { addressAfter, follow } from '../../navigation.ts'
import type { OrderQuery } from '../../roomCalls.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { More, NotThere, OldStrip } from '../parts.tsx'
import { useOrders } from './useOrders.ts'

/** The list: urged ones first, as the server gives them. */
export function OrderTable({ query, current }: { query: OrderQuery; current: string | undefined }) {
  const { words } = useReading()
  const orders = useOrders(query)
  const text = words.rooms.orders
  const { state, things, total } = orders
  if (state === 'loading' || state === 'failed') return <NotThere of={{ state, reload: orders.reload }} />
  if (!things.length)
    return <p class="empty soft">{query.q ? words.emptySearch(query.q) : query.state ? text.emptyState : text.empty}</p>
  return (
    <>
      <OldStrip of={orders} />
      <div class="table-frame">
        <table class="table orders">
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.where}</th>
              <th scope="col">{words.workOrderState}</th>
              <th scope="col">{text.visit}</th>
              <th scope="col">{text.filedAt}</th>
            </tr>
          </thead>
          <tbody>
            {things.map((order) => (
              <Row key={order.id} order={order} current={order.number === current} />
            ))}
          </tbody>
        </table>
      </div>
      <More shown={things.length} total={total} onMore={orders.more} />
    </>
  )
}

function Row({ order, current }: { order: WorkOrder; current: boolean }) {
  const { words, language } = useReading()
  const now = new Date()
  const there = { item: order.number }
  return (
    <tr class={current ? 'current' : ''}>
      <td>
        <a href={addressAfter(there)} aria-current={current ? 'true' : undefined} onClick={follow(there)}>
          {order.number}
        </a>
      </td>
      <td>
        <Matter order={order} />
      </td>
      <td>{whereOf(order) ? <Said text={whereOf(order)} /> : <span class="soft">{words.notSaid}</span>}</td>
      <td>
        <span class={`state ${order.state}`}>{words.workOrderStates[order.state]}</span>
      </td>
      <td>
        <Visit order={order} />
      </td>
      <td class="nowrap">
        <time dateTime={order.createdAt} title={dayAndTime(new Date(order.createdAt), now, language)}>
          {shortTime(new Date(order.createdAt), now, language)}
        </time>
      </td>
    </tr>
  )
}

/** What it is about, with how many report it and how often it was urged. */
export function Matter({ order }: { order: WorkOrder }) {
  const { words } = useReading()
  const { intentTitle } = useSurroundings()
  const text = words.rooms.orders
  const open = order.state !== 'done' && order.state !== 'cancelled'
  const urged = open ? urgesOf(order).count : 0
  return (
    <>
      <Said text={order.slots.what ?? intentTitle(order.intent)} />
      <span class="marks">
        {order.followers > 1 && <span class="topic">{text.households(order.followers)}</span>}
        {urged > 0 && <span class="overdue">{text.urgedTimes(urged)}</span>}
        {order.continues && <span class="soft small">{text.continues(order.continues)}</span>}
      </span>
    </>
  )
}

/** When somebody comes, and who. */
export function Visit({ order: { scheduledFor, worker } }: { order: WorkOrder }) {
  const { language } = useReading()
  const when = scheduledFor && dayAndTime(new Date(scheduledFor), new Date(), language)
  return <Said text={[when, worker].filter(Boolean).join(' · ')} />
}

export const whereOf = ({ slots: { home, place } }: WorkOrder): string => [home, place].filter(Boolean).join(' · ')
