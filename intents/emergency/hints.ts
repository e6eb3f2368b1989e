import type { EmergencyIntent, HintsIn } from '../../bot/types.ts'
import { type Concept, mentions } from './concept.ts'
import { readTelling } from './telling.ts'
import { BURST } from './words/hints/burst.ts'
import { FIRE } from './words/hints/fire.ts'
import { GAS } from './words/hints/gas.ts'
import { INJURY } from './words/hints/injury.ts'
import { MISSING } from './words/hints/missing.ts'
import { PERSON } from './words/hints/person.ts'
import { TRAPPED } from './words/hints/trapped.ts'
import { VIOLENCE } from './words/hints/violence.ts'

/** Of each kind: ideas every one of which must be there. Who means to die needs no word for it. */
const HINTS: readonly (readonly [EmergencyIntent, readonly Concept[]])[] = [
  ['emergency.selfharm', []],
  ['emergency.fire', [FIRE]],
  ['gas.leak', [GAS]],
  ['elevator.trapped', [TRAPPED]],
  ['emergency.violence', [VIOLENCE]],
  ['emergency.injury', [INJURY]],
  ['emergency.missing', [MISSING, PERSON]],
  ['leak.burst', [BURST]],
]

/** The emergencies that a message may speak of at all: the wide lists of words without which it speaks of none. */
export const hintsIn: HintsIn = (message) => {
  const { text } = readTelling(message)
  return HINTS.filter(([, ideas]) => ideas.every((idea) => mentions(text, idea))).map(([intent]) => intent)
}
