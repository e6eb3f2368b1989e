import { QiaoError } from '../bot/errors.ts'
import type { TicketChange } from '../bot/ports.ts'

/** A change of a ticket that was not made, as the clerk is told of it. */
export function refused(change: Exclude<TicketChange, { kind: 'ok' }>): QiaoError {
  switch (change.kind) {
    case 'lost':
      return new QiaoError('conflict', 'somebody else holds it', { details: { holder: change.holder } })
    case 'full':
      return new QiaoError('full', `holds ${change.holds} already`, { details: { holds: change.holds } })
    case 'gone':
      return new QiaoError('conflict', 'not in a stage in which this can be done')
    case 'unknown':
      return new QiaoError('not_found', 'no such ticket')
    default:
      return change satisfies never
  }
}
