import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { CHILD, CHILD_EN } from './people.ts'
import { STRAYED } from './strayed.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { AWAY } from './words/missing/away.ts'
import { LEFT } from './words/missing/left.ts'
import { LOST } from './words/missing/lost.ts'
import { PET } from './words/missing/pet.ts'
import {
  ALONE,
  CHILD_WORDS,
  FOUND_CHILD,
  GONE_WITHOUT,
  HARMLESS,
  LOCKED,
  LOOKS,
  NOT_BACK,
  NOT_THERE,
  OUTSIDE,
  PARTED,
  SOUGHT,
  STAFF,
  TAKEN,
  TINY,
  VANISHED,
  WHO,
  WHO_EN,
} from './words/missing/short.ts'
import { WANDERER } from './words/missing/wanderer.ts'

const RULES: readonly Rule[] = [
  [
    'child locked in',
    (t) =>
      near(t, TINY, LOCKED, 14) &&
      (tells(t, ALONE) || tells(t, concept`反锁.{0,3}(?:厕所|卫生间|浴室|厨房|卧室|阳台)`)) &&
      !mentions(t, OUTSIDE),
  ],
  ['gone', (t) => (follows(t, WHO, LOST, 14) || near(t, WHO_EN, LOST, 22)) && !mentions(t, PET)],
  [
    'lost, then who',
    (t) =>
      follows(t, concept`不知道?[去跑]哪、找不[到着]、走[丢失散]、丢了、失踪、联系不上`, WHO, 8) && !mentions(t, PET),
  ],
  ['strayed', (t) => tells(t, concept`走[丢失](?!过)、失踪、跑丢`) && !mentions(t, PET) && !mentions(t, STAFF)],
  [
    'a child seen going out',
    (t) =>
      tells(t, SOUGHT) &&
      near(t, concept`${CHILD}、${CHILD_EN}`, concept`出去、跑、走、经过、leave、go`, 6) &&
      !mentions(t, PET),
  ],
  [
    'child not to be seen',
    (t) => tells(t, concept`没(?:看|见|接|找)到(?:我|我家)?(?:的)?${CHILD}`) && !mentions(t, STAFF),
  ],
  ['not back', (t) => near(t, WHO, NOT_BACK, 34) && tells(t, LEFT) && !mentions(t, AWAY)],
  ['wandered off', (t) => near(t, WHO, GONE_WITHOUT, 24) && tells(t, WANDERER) && !mentions(t, AWAY)],
  ['sought', (t) => tells(t, SOUGHT) && near(t, WHO, LOOKS, 16) && !mentions(t, PET)],
  [
    'sought, seen going',
    (t) =>
      tells(
        t,
        concept`帮.{0,3}找(?:我|孩|老|人|他|她|娃)、广播.{0,6}找、help me (?:look for|find) my、^找(?:人|孩子|小孩|老人)`,
      ) &&
      tells(t, WHO) &&
      !mentions(t, PET),
  ],
  [
    'taken',
    (t) =>
      near(t, TAKEN, WHO, 10) && tells(t, concept`监控、门、有人、有个、女的、男的、陌生、快、gate、someone、check`),
  ],
  ['found a lost one', (t) => tells(t, FOUND_CHILD)],
  ['parted by the lift', (t) => tells(t, PARTED)],
  ['nowhere', (t) => tells(t, NOT_THERE)],
  [
    'vanished',
    (t) => tells(t, VANISHED) && mentions(t, concept`刚才、孩、滑梯、娃、幼儿园、接回来、找`) && !mentions(t, PET),
  ],
  [
    'child alone behind a door',
    (t) =>
      near(t, CHILD_WORDS, concept`一个人(?:关|在)?[在屋家房里]、自己在[屋家房车]、里面就`, 8) &&
      tells(t, concept`哭、锁、关、进不去、吹、带上、打不开`),
  ],
  [
    'sought at the gate',
    (t) => near(t, concept`[找寻]`, WHO, 3) && tells(t, concept`关闸、关门、拦、监控、广播、close the`),
  ],
  [
    'somebody, then gone',
    (t) =>
      tells(t, concept`(?:他|她|人)(?:就|都)?(?:不见|没影|没了踪影|找不[到着])(?:了|啦)`) &&
      mentions(t, WHO) &&
      !mentions(t, PET) &&
      !mentions(t, STAFF) &&
      !mentions(t, AWAY),
  ],
  [
    'cry for help about a child',
    (t) =>
      isDistressed(t) &&
      near(
        t,
        WHO,
        concept`找(?!你|物业|谁|人修)、不见、没了、丢了?、走[失丢]、锁、监控、gone、lost、find、locked`,
        10,
      ) &&
      !mentions(t, PET) &&
      !mentions(t, OUTSIDE) &&
      !mentions(t, concept`的(?:车|书包|卡|东西|手机|衣)、钥匙、证、偷、卡、车位、投诉`),
  ],
]

/** A child or an old person is gone, or a small child is locked in. */
export function findMissing(telling: Telling): string | undefined {
  if (isTalk(telling)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...STRAYED])
}
