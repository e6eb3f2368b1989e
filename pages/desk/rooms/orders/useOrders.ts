import { useCoalesced, useLive } from '../../live.ts'
import type { OrderQuery } from '../../roomCalls.ts'
import { useSurroundings } from '../../surroundings.ts'
import { usePages } from '../usePages.ts'

/** Changes come in bursts; so often at most is a list read again. */
const RELOAD_MS = 500

/** The work orders of a query, read again when one moves or an owner says something, which may file one. */
export function useOrders(query: OrderQuery) {
  const { calls } = useSurroundings()
  const orders = usePages(JSON.stringify(query), (page) =>
    calls.orders.list({ ...query, page }).then(({ workOrders: things, total }) => ({ things, total })),
  )
  const reload = useCoalesced(orders.reload, RELOAD_MS)
  useLive('work_orders', reload)
  useLive('messages', reload)
  useLive('resync', reload)
  return orders
}
