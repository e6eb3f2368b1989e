import type { TurnPorts } from '../turnPorts.ts'
import { findPromises, type Promised } from './index.ts'

export type GuardPorts = Pick<TurnPorts, 'catalogue' | 'hours' | 'clock' | 'toSimplified'>

/** What a text promises that neither the compound's facts nor `backed` hold. The one guard for bot and staff. */
export function unbacked(ports: GuardPorts, community: string, text: string, backed: string[] = []): Promised[] {
  const { catalogue, hours, clock, toSimplified } = ports
  return findPromises(text, {
    today: hours.today(community, clock.now()),
    facts: catalogue.facts(community),
    backed,
    toSimplified,
  })
}
