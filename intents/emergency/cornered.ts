import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import {
  ARMED,
  AT_HAND,
  AT_LOCK,
  AT_NIGHT,
  BEASTS,
  CARER,
  CUT_OFF,
  DOWNED,
  FROM_HIM,
  HIDES,
  MENACE,
  TRADE,
  TRAILED,
  TRAILER,
  WHISPER,
} from './words/cornered/short.ts'

/** Violence told by the one who hides from it, or who sees its signs. */
export const CORNERED: readonly Rule[] = [
  ['hides from somebody', (t) => tells(t, HIDES) && tells(t, FROM_HIM) && !mentions(t, BEASTS)],
  [
    'somebody at the lock',
    (t) => tells(t, AT_LOCK) && mentions(t, AT_NIGHT) && !mentions(t, TRADE) && !mentions(t, BEASTS),
  ],
  ['held down or dragged', (t) => tells(t, DOWNED) && !mentions(t, concept`快递、拖地(?!上)、车辆`)],
  [
    'menace at hand',
    (t) => tells(t, MENACE) && mentions(t, AT_HAND) && !mentions(t, concept`物业费、你们物业、投诉、法院`),
  ],
  ['carer strikes', (t) => tells(t, CARER)],
  ['armed for a fight', (t) => tells(t, ARMED)],
  ['a cry cut off', (t) => tells(t, CUT_OFF) && !mentions(t, concept`电视、游戏`)],
  [
    'trailed',
    (t) =>
      tells(t, TRAILED) &&
      near(t, TRAILER, TRAILED, 14) &&
      mentions(t, concept`喘、今天、怕、现在、每天、贴`) &&
      !mentions(t, concept`保安、物业、推销`),
  ],
  ['whispered', (t) => tells(t, WHISPER)],
]
