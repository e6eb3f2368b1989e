import { BLAZE } from './blaze.ts'
import { concept, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { BBQ } from './words/fire/bbq.ts'
import { FALSE_ALARM } from './words/fire/falseAlarm.ts'
import { FIRE } from './words/fire/fire.ts'
import { HARMLESS } from './words/fire/harmless.ts'
import { OTHER_SMOKE } from './words/fire/otherSmoke.ts'
import { BURNT, ELECTRIC, FIRE_ALARM, QUESTION_OF_RULE, SMOKE, SOUNDS, SPARK, WORKS } from './words/fire/short.ts'

const RULES: readonly Rule[] = [
  ['fire', (t) => tells(t, FIRE)],
  ['smoke', (t) => tells(without(t, OTHER_SMOKE), SMOKE) && !mentions(t, BBQ)],
  ['sparks', (t) => near(t, SPARK, ELECTRIC, 12)],
  ['smell of burning', (t) => tells(t, BURNT) && !mentions(t, WORKS)],
  ['fire alarm sounds', (t) => near(t, FIRE_ALARM, SOUNDS, 6) && !mentions(t, FALSE_ALARM)],
  [
    'cry for help about fire',
    (t) =>
      isDistressed(t) &&
      tells(
        without(t, OTHER_SMOKE),
        concept`[起着]火、浓?烟(?!花|酒)、烧(?!水|饭|菜|烤|钱)、火(?=!|！|,|，|$|啊)、smoke、fire、burning`,
      ) &&
      !mentions(t, BBQ) &&
      !mentions(t, concept`充电、飞线、堵、堆、隐患、抽、打不、脾气、生火、电闸`),
  ],
]

/** Fire, or smoke that may be fire. */
export function findFire(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.doused || telling.yesterday) return undefined
  if (mentions(telling.text, QUESTION_OF_RULE) && !telling.urgent) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...BLAZE])
}
