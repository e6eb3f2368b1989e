import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import {
  BED,
  COOKS_OFF,
  CRACKLES,
  FUEL,
  GLOWS,
  HOT_DOOR,
  LEAPS,
  LIGHTS,
  SCORCHED,
  WINDOWS,
} from './words/blaze/short.ts'

/** Fire told by its light, its heat and how it leaps. */
export const BLAZE: readonly Rule[] = [
  ['glow', (t) => near(t, WINDOWS, GLOWS, 14) && mentions(t, CRACKLES) && !mentions(t, LIGHTS)],
  [
    'leaping',
    (t) => near(t, FUEL, LEAPS, 14) && !mentions(t, concept`火爆、价、猫、狗、水管、水柱、喷水、水龙头、跳闸`),
  ],
  ['cooks off', (t) => tells(t, COOKS_OFF) && !mentions(t, concept`充电桩.{0,6}坏、[没不]冒烟、没着火`)],
  ['scorched through', (t) => tells(t, SCORCHED)],
  ['hot door', (t) => tells(t, HOT_DOOR) && mentions(t, concept`烟、灰、走廊、缝、under the door、stuff`)],
  ['bed smokes', (t) => tells(t, BED)],
]
