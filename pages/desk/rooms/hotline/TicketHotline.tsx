import { useLive } from '../../live.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useRecord } from '../useRecord.ts'
import { Deadline } from './Deadline.tsx'
import { NEW } from './place.ts'

/** Orders of the hotline that were taken down with a ticket, and the way to take one down. */
export function TicketHotline({ ticketId, community }: { ticketId: string; community: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`hotline ${ticketId}`, () => calls.hotline.ofTicket(ticketId))
  useLive('hotline', read.reload)
  const text = words.after.hotline
  const add = { room: 'hotline' as const, item: NEW, view: ticketId, community }
  return (
    <>
      {read.state === 'failed' && <p class="soft small">{words.rooms.failed}</p>}
      <ul class="plain-list">
        {read.value?.orders.map((order) => {
          const there = { room: 'hotline' as const, item: order.id }
          return (
            <li key={order.id}>
              <a href={addressAfter(there)} onClick={follow(there)}>
                {order.number}
              </a>{' '}
              <Deadline order={order} />
            </li>
          )
        })}
      </ul>
      <a href={addressAfter(add)} onClick={follow(add)}>
        {text.add}
      </a>
    </>
  )
}
