import type { RequestHandler } from 'express'
import type { LiveEvent, Store } from '../bot/ports.ts'
import type { StaffMember } from '../bot/types.ts'
import { limitsOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import type { StreamOpener } from './routes.ts'
import { sessionOf } from './session.ts'

/** How often a quiet stream looks whether its session still stands: the command line tells nobody. */
const LOOK_MS = 2000

/**
 * The desk's stream: what changed, to be read from the record. Nothing of the content goes over it; nothing at all of
 * compounds that are not the member's, or once the session is over.
 */
export function deskEvents(ports: DeskPorts, openStream: StreamOpener): RequestHandler {
  return (request, response) => {
    const { idHash } = sessionOf(request)
    const stream = openStream(request, response)
    let waiting: LiveEvent[] = []
    let busy = false
    /** One look at the session for all that has come by then: with many readers the looks are what costs. */
    const tellOnce = async (): Promise<boolean> => {
      const events = withoutRepeats(waiting)
      waiting = []
      const session = await ports.store.staff.session(idHash)
      if (!session) return false
      for (const event of events) {
        if (!isFor(session.staff, event) || !(await concerns(ports.store, limitsOf(session.staff), event))) continue
        const { kind, ...data } = event
        stream.send(kind, data)
      }
      return true
    }
    const tell = async (): Promise<void> => {
      busy = true
      try {
        do if (!(await tellOnce())) return stream.close()
        while (waiting.length > 0)
      } finally {
        // In the same breath as the last look, so that no event falls between.
        busy = false
      }
    }
    const hear = (event?: LiveEvent): void => {
      if (event) waiting.push(event)
      // The record away: the reader comes back and reads everything anew.
      if (!busy) tell().catch(() => stream.close())
    }
    const look = setInterval(() => hear(), LOOK_MS)
    const stop = ports.live.subscribe('desk', hear)
    stream.onClose(() => {
      clearInterval(look)
      stop()
    })
  }
}

/** Told twice in one breath, an event tells no more than once: what changed is read from the record. */
function withoutRepeats(events: LiveEvent[]): LiveEvent[] {
  const byText = new Map(events.map((event) => [JSON.stringify(event), event]))
  return [...byText.values()]
}

/** What concerns one member alone is told to nobody else. */
const isFor = ({ id }: StaffMember, event: LiveEvent): boolean =>
  event.kind !== 'staff' && (event.kind !== 'mentions' || event.staffId === id)

/** Whether the event is of a compound that the member may see; one that names nothing tells nothing. */
async function concerns(store: Store, limits: readonly string[] | undefined, event: LiveEvent): Promise<boolean> {
  if (!limits) return true
  const community = await communityOf(store, event)
  return community === undefined || limits.includes(community)
}

/** Undefined where the event names nothing; empty where what it names is not there. */
async function communityOf(store: Store, event: LiveEvent): Promise<string | undefined> {
  switch (event.kind) {
    case 'messages':
    case 'state':
    case 'typing':
      return (await store.conversations.find(event.conversationId))?.community ?? ''
    case 'mentions':
    case 'tickets':
      return event.ticketId === undefined ? undefined : ((await store.tickets.find(event.ticketId))?.community ?? '')
    case 'work_orders':
      return (await store.workOrders.byNumber(event.number))?.community ?? ''
    case 'incidents':
      return (await store.incidents.find(event.incidentId))?.community ?? ''
    case 'alerts':
      return (await store.alerts.find(event.alertId))?.community ?? ''
    case 'hotline':
      return (await store.hotline.find(event.hotlineId))?.community ?? ''
    case 'callbacks':
      return (await store.callbacks.find(event.callbackId))?.community ?? ''
    case 'handovers':
      return (await store.handovers.find(event.handoverId))?.community ?? ''
    case 'board':
      return (await store.board.find(event.entryId))?.community ?? ''
    case 'knowledge':
    case 'resync':
      return undefined
    case 'access':
    case 'staff':
      return ''
    default:
      return event satisfies never
  }
}
