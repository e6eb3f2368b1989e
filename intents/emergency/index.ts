import type { EmergencyIntent, FindEmergency } from '../../bot/types.ts'
import { findBurst } from './burst.ts'
import { findFire } from './fire.ts'
import { findGasLeak } from './gas.ts'
import { findInjury } from './injury.ts'
import { findMissing } from './missing.ts'
import { findSelfHarm } from './selfharm.ts'
import { readTelling, type Telling } from './telling.ts'
import { findTrapped } from './trapped.ts'
import { findViolence } from './violence.ts'

/** Where several fit, the first speaks: the life in most danger, then what spreads, then what can wait a minute. */
const IN_ORDER: readonly (readonly [EmergencyIntent, (telling: Telling) => string | undefined])[] = [
  ['emergency.selfharm', findSelfHarm],
  ['emergency.fire', findFire],
  ['gas.leak', findGasLeak],
  ['elevator.trapped', findTrapped],
  ['emergency.violence', findViolence],
  ['emergency.injury', findInjury],
  ['emergency.missing', findMissing],
  ['leak.burst', findBurst],
]

/**
 * Finds an emergency by rules alone: no model, no store, the same answer every time, in time linear in the text
 * (of which the first 4,000 characters are read).
 */
export const findEmergency: FindEmergency = (text) => {
  const telling = readTelling(text)
  for (const [intent, find] of IN_ORDER) {
    const rule = find(telling)
    if (rule) return { intent, rule }
  }
  return undefined
}

export { hintsIn } from './hints.ts'
export { plainWords } from './plain.ts'
