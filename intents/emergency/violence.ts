import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { CORNERED } from './cornered.ts'
import { isDistressed } from './distress.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { ANIMAL } from './words/violence/animal.ts'
import { CRIME } from './words/violence/crime.ts'
import { DANGER } from './words/violence/danger.ts'
import { FIGHT } from './words/violence/fight.ts'
import { HARMLESS } from './words/violence/harmless.ts'
import { NOISE } from './words/violence/noise.ts'
import {
  ABOUT_DUTY,
  BEATS_CHILD,
  BLOCKS,
  BREAKS_IN,
  FOLLOWED,
  GATE,
  HELD_BACK,
  KILL,
  NOT_YET,
  PAIN,
  SCREAM,
  TOOL,
  VICTIM,
} from './words/violence/short.ts'
import { STAYS } from './words/violence/stays.ts'
import { WEAPON } from './words/violence/weapon.ts'
import { WIELDS } from './words/violence/wields.ts'

const RULES: readonly Rule[] = [
  ['weapon in hand', (t) => (follows(t, WIELDS, WEAPON, 5) || follows(t, WEAPON, WIELDS, 1)) && !mentions(t, TOOL)],
  ['fight', (t) => tells(t, FIGHT)],
  ['one beats another', (t) => tells(t, concept`(?:在|几个|一群|一伙|他们|男的).{0,6}打(?:着)?(?:一个?)?${SOMEBODY}`)],
  ['child beaten', (t) => near(t, BEATS_CHILD, PAIN, 18)],
  ['threat to kill', (t) => tells(t, KILL)],
  ['breaking in', (t) => tells(t, BREAKS_IN) && mentions(t, DANGER) && !mentions(t, ANIMAL)],
  [
    'followed',
    (t) =>
      (near(t, FOLLOWED, VICTIM, 4) ||
        tells(t, concept`被人?尾随、尾随我、跟踪我、被.{0,5}跟着、跟着我、following me、followed me`)) &&
      mentions(t, STAYS),
  ],
  ['robbery or worse', (t) => tells(t, CRIME)],
  ['held by force', (t) => tells(t, HELD_BACK) && !mentions(t, GATE)],
  ['screams', (t) => tells(t, SCREAM) && !mentions(t, NOISE)],
  ['hemmed in', (t) => tells(t, BLOCKS) && mentions(t, concept`打、威胁、棍、刀、砍、弄死、剁、带人、债、几个人`)],
  [
    'cry for help against somebody',
    (t) =>
      isDistressed(t) &&
      tells(
        t,
        concept`
  打我(?!电话)
  要打
  刀(?!闸|片|痕)
  砍
  威胁我
  闯
  砸门
  踹门
  追我
  跟着我
  动手
  掐
  (?<!heart |asthma |panic )attack(?:ed|ing|s)?
  following me
`,
      ) &&
      !mentions(t, ANIMAL) &&
      !mentions(t, concept`打电话、打了?\d、打扫、打印、掉`),
  ],
]

/** Violence or its threat, now. */
export function findViolence(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday) return undefined
  if (mentions(telling.text, ABOUT_DUTY) && !telling.urgent) return undefined
  if (mentions(telling.text, NOT_YET) && !mentions(telling.text, WEAPON)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...CORNERED])
}
