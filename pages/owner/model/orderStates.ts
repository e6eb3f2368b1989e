import { readOrders } from './actsApi.ts'
import { lastMention } from './orderMentions.ts'
import type { OwnerSession } from './session.ts'
import type { View } from './view.ts'

/** Keeps the cards of work orders in step with the record, whoever moved them: read again when a message tells of one. */
export function followOrders(session: Pick<OwnerSession, 'store' | 'opened' | 'language'>): void {
  const { store } = session
  let read = 0
  const look = ({ messages }: View) => {
    const last = lastMention(messages)
    if (last === read) return
    read = last
    if (!last) return
    readOrders(session.opened(), session.language).then(
      ({ workOrders }) => {
        const orderStates = Object.fromEntries(workOrders.map(({ number, state }) => [number, state]))
        store.change((view) => ({ ...view, orderStates }))
      },
      // The cards stay as they were sent until the next message.
      () => undefined,
    )
  }
  look(store.view)
  store.subscribe(look)
}
