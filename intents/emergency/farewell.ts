import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import { ARRANGES } from './words/farewell/arranges.ts'
import { MOVING } from './words/farewell/moving.ts'
import { BEFORE, FAR_BELOW, FOR_EVER, OVER_THE_RAIL, ROOF, TO_LAKE } from './words/farewell/short.ts'
import { WORDS } from './words/farewell/words.ts'

/** Someone means to die and says so by what is put in order or left unsaid. */
export const FAREWELL_SIGNS: readonly Rule[] = [
  ['puts all in order', (t) => tells(t, ARRANGES) && mentions(t, FOR_EVER) && !mentions(t, MOVING)],
  ['words of an end', (t) => tells(t, WORDS) && !mentions(t, concept`安眠药?广告、狗、猫咪`)],
  ['over the rail', (t) => tells(t, OVER_THE_RAIL) && !mentions(t, concept`师傅、工人、维修、猫、狗、晾、花盆、空调`)],
  ['high above', (t) => near(t, FAR_BELOW, concept`爬[上到]、风[很好真]?大、我[在站坐]、窗台、climbed、up here`, 18)],
  ['on the roof after a farewell', (t) => tells(t, ROOF) && mentions(t, BEFORE)],
  [
    'low and out of reach',
    (t) =>
      near(
        t,
        concept`抑郁症?、depress\w{2,4}`,
        concept`关机、联系不上、打不通、对不起、不开门、反锁、phone (?:is )?off`,
        26,
      ),
  ],
  ['towards the water', (t) => tells(t, TO_LAKE) || near(t, concept`绳`, concept`抱着他?腿`, 14)],
]
