import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { DELUGE } from './deluge.ts'
import { isDistressed } from './distress.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { BIG } from './words/burst/big.ts'
import { DRAIN } from './words/burst/drain.ts'
import { FLOOD } from './words/burst/flood.ts'
import { GUSH } from './words/burst/gush.ts'
import { HARMLESS } from './words/burst/harmless.ts'
import { PIPE } from './words/burst/pipe.ts'
import {
  BROKE,
  BURST,
  DRIP,
  HEARD,
  HOLD_BACK,
  OUTAGE,
  SNAPPED,
  STAINED,
  WATER,
  WEAK_PRESSURE,
} from './words/burst/short.ts'

const RULES: readonly Rule[] = [
  [
    'pipe burst',
    (t) =>
      (near(t, PIPE, BURST, 16) || tells(t, concept`爆管`) || tells(t, SNAPPED)) &&
      !mentions(t, OUTAGE) &&
      !mentions(t, HEARD),
  ],
  [
    'pipe broken and water gushing',
    (t) =>
      near(t, PIPE, BROKE, 6) &&
      (near(t, WATER, GUSH, 8) || tells(t, GUSH) || tells(t, HOLD_BACK)) &&
      !mentions(t, DRIP),
  ],
  ['flooded', (t) => tells(t, FLOOD) && !mentions(t, DRAIN) && !mentions(t, HEARD) && !mentions(t, STAINED)],
  [
    'water cannot be stopped',
    (t) =>
      tells(t, HOLD_BACK) &&
      (near(t, WATER, GUSH, 10) || near(t, WATER, concept`[止堵拦舀挡]不[住赢]`, 6)) &&
      !mentions(t, DRIP),
  ],
  [
    'water gushing in',
    (t) =>
      near(t, WATER, GUSH, 8) &&
      tells(t, BIG) &&
      !mentions(t, WEAK_PRESSURE) &&
      !mentions(t, DRIP) &&
      !mentions(t, STAINED),
  ],
  ['like a waterfall', (t) => tells(t, concept`瀑布、水柱、像.{0,3}喷泉、gushing、waterfall`) && mentions(t, WATER)],
  [
    'water in the garage',
    (t) =>
      follows(t, concept`车?库、garage、basement`, concept`[进灌]水、水已经、flood\w{0,3}`, 6) &&
      !mentions(t, concept`有点、会进、每次、总是、下雨就`),
  ],
  [
    'short cry of water',
    (t) => t.length < 14 && tells(t, concept`喷水了、水冲天、是喷(?=$|,|，)、(?:总阀|总闸|水阀).{0,3}在?哪.{0,4}快`),
  ],
  ['sprinkler', (t) => near(t, concept`喷淋、sprinklers?`, concept`误喷、喷了、停不下、爆、went off、won't stop`, 6)],
  [
    'where is the valve',
    (t) => tells(t, concept`(?:stop ?valve|shut ?off|main valve)`) && tells(t, concept`snapped、burst、broke`),
  ],
  [
    'cry for help about water',
    (t) =>
      isDistressed(t) &&
      near(
        t,
        WATER,
        concept`喷、爆、淹、涌、狂、冲、满屋、到处、止不住、关不[住上掉]、漫、gush\w{0,3}、everywhere、pouring`,
        6,
      ) &&
      !mentions(t, DRAIN) &&
      !mentions(t, DRIP) &&
      !mentions(t, OUTAGE),
  ],
]

/** Much water, now. */
export function findBurst(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...DELUGE])
}
