import type { Urgency } from '../../bot/types.ts'
import { concept, mentions, without } from '../emergency/concept.ts'
import { findEmergency } from '../emergency/index.ts'

const NO_HURRY = concept`
  不(?:太|是很|着)?急、不用急、不赶时间、有空(?:再|的时候)、方便(?:的时候|时)、慢慢来、什么时候都(?:行|可以)、顺便问、随便问、就(?:是)?问(?:一)?下、想了解
  no (?:rush|hurry)、not urgent、whenever、just (?:asking|wondering|curious)
`
const HURRY = concept`
  马上、立[刻即马]、赶紧、赶快、快[来点派些去叫]、尽快、火速、[十万]{2}火急、紧急、加急、急[!！死急]、[很好太着]急、急用、现在就、等不(?:了|及)、救命
  一直(?:在)?(?:流|漏|喷|冒|响)、(?:水|还)在(?:流|漏)、漏电、越[来漏流].{0,2}(?:大|多|严重)、危险、砸到人、泡[了坏]、urgent(?:ly)?
  immediately、asap、right (?:now|away)、at once、hurry、emergency、getting worse
`

/** How soon somebody should look at it; `folded` is folded in place. */
export function readUrgency(folded: string): Urgency {
  if (findEmergency(folded)) return 'emergency'
  if (mentions(without(folded, NO_HURRY), HURRY)) return 'high'
  return mentions(folded, NO_HURRY) ? 'low' : 'normal'
}
