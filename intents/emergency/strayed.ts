import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import {
  ABROAD,
  ALONE_AT,
  BLINK,
  CLOSE,
  ESCAPED,
  GONE,
  IN_CAR,
  LITTLE,
  NO_ADULT,
  NO_MEMORY,
  NOTE,
  NOWHERE,
  RIDES,
  SAYS,
  SHUT_IN,
  SILENT,
  TAKEN,
  THINGS,
  WHERE,
  WHO,
  YOUNG,
} from './words/strayed/short.ts'

/** Somebody helpless is out of sight, told by how it came about. */
export const STRAYED: readonly Rule[] = [
  [
    'a moment, then gone',
    (t) =>
      near(t, BLINK, GONE, 14) &&
      (tells(t, WHO) || mentions(t, concept`沙坑、滑梯、秋千、晒太阳、玩泡泡`)) &&
      !mentions(t, THINGS),
  ],
  [
    'seen last at play',
    (t) =>
      tells(t, concept`(?:滑梯|沙坑|秋千|广场|花园|游乐).{0,10}(?:没看见人|没人了|人没了|没影)`) &&
      !mentions(t, THINGS),
  ],
  [
    'knows no way home',
    (t) =>
      tells(t, NO_MEMORY) &&
      tells(t, ABROAD) &&
      (tells(t, WHO) || mentions(t, concept`阿[伯公婆]`)) &&
      !mentions(t, concept`你们客服、普通话、物业费`),
  ],
  [
    'child alone',
    (t) =>
      tells(t, LITTLE) &&
      (tells(t, ALONE_AT) || (mentions(t, NO_ADULT) && mentions(t, concept`哭、路、车、水、光着、driveway、sight`))),
  ],
  ['child in a car', (t) => tells(t, IN_CAR)],
  ['they say, but where', (t) => tells(t, SAYS) && mentions(t, WHERE) && !mentions(t, concept`快递、外卖、包裹、车位`)],
  ['taken away', (t) => tells(t, TAKEN)],
  ['left a note', (t) => tells(t, NOTE) && mentions(t, YOUNG)],
  ['shut in and silent', (t) => tells(t, LITTLE) && near(t, SHUT_IN, SILENT, 14)],
  ['got out and away', (t) => tells(t, ESCAPED) && tells(t, WHO)],
  ['nowhere at all', (t) => mentions(t, NOWHERE) && !mentions(t, THINGS)],
  ['gate to be shut', (t) => tells(t, CLOSE) && tells(t, RIDES)],
]
