import { type Access, readOrders } from './ownerApi.ts'
import { lastMention } from './timeline.ts'
import type { ViewStore } from './viewStore.ts'

/** Keeps the cards of work orders in step with the record, whoever moved them: read again when a message tells of one. */
export function followOrders(store: ViewStore, access: () => Access | undefined): void {
  let read = 0
  store.subscribe(({ messages }) => {
    const opened = access()
    const last = lastMention(messages)
    if (last === read || !opened) return
    read = last
    if (!last) return
    readOrders(opened).then(
      ({ workOrders }) => {
        const orderStates = Object.fromEntries(workOrders.map(({ number, state }) => [number, state]))
        store.change((view) => ({ ...view, orderStates }))
      },
      // The cards stay as they were sent until the next message.
      () => undefined,
    )
  })
}
