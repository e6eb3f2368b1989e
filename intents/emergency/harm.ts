import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import { NOT_FOOD } from './words/harm/notFood.ts'
import { BEHIND_A_DOOR, HELD_BY_CURRENT, OTHERS, PIERCED, SWALLOWS } from './words/harm/short.ts'
import { SINKS } from './words/harm/sinks.ts'

/** Grave harm told by what is seen, without its name. */
export const HARM_SIGNS: readonly Rule[] = [
  ['held by the current', (t) => tells(t, HELD_BY_CURRENT)],
  [
    'swallowed what is no food',
    (t) =>
      near(t, SWALLOWS, NOT_FOOD, 18) &&
      !mentions(t, OTHERS) &&
      !mentions(t, concept`电池.{0,3}(?:老化|健康)、喝了?一下、吃(?:了|完)?(?:饭|药)(?!片)、喝水`),
  ],
  ['sinking', (t) => tells(t, SINKS) && !mentions(t, OTHERS) && !mentions(t, concept`抽奖、抽烟、墙、漆`)],
  ['heard behind a door', (t) => tells(t, BEHIND_A_DOOR)],
  ['pierced', (t) => tells(t, PIERCED)],
]
