import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { HARM_SIGNS } from './harm.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { CHRONIC } from './words/injury/chronic.ts'
import { HARM } from './words/injury/harm.ts'
import { HARMLESS } from './words/injury/harmless.ts'
import { ILL } from './words/injury/ill.ts'
import { LIMB } from './words/injury/limb.ts'
import { SENSELESS } from './words/injury/senseless.ts'
import {
  AMBULANCE,
  BLOOD,
  DOWN,
  FALL,
  FELL,
  MAIMS,
  NOT_NOW,
  PETS,
  POISON,
  RUBBISH,
  SHOCK,
  WATER,
} from './words/injury/short.ts'
import { STRUCK } from './words/injury/struck.ts'
import { UNHURT } from './words/injury/unhurt.ts'

const RULES: readonly Rule[] = [
  ['senseless', (t) => tells(t, SENSELESS)],
  ['acutely ill', (t) => tells(t, ILL) && !mentions(t, CHRONIC)],
  ['bleeding', (t) => tells(t, BLOOD)],
  ['electric shock', (t) => tells(t, SHOCK) && !mentions(t, UNHURT)],
  ['in the water', (t) => tells(t, WATER)],
  ['fall', (t) => (tells(t, FELL) || near(t, FALL, HARM, 12)) && !mentions(t, UNHURT)],
  ['struck, burnt or bitten', (t) => tells(t, STRUCK) && !mentions(t, UNHURT)],
  [
    'limb hurt',
    (t) =>
      near(t, MAIMS, LIMB, 5) &&
      tells(t, concept`了、住、流、断、血、疼、哭、出不来、bleeding、hurts`) &&
      !mentions(t, UNHURT) &&
      !mentions(t, concept`车、刷、录、防夹`),
  ],
  ['poison', (t) => tells(t, POISON) && !mentions(t, PETS)],
  ['lies on the ground', (t) => tells(t, DOWN) && !mentions(t, RUBBISH)],
  [
    'no answer at home',
    (t) =>
      near(
        t,
        concept`
  老人、老伴、老爸、老妈、爸、妈、爷爷、奶奶、外公、外婆、姥姥、姥爷、婆婆、公公、独居、孤寡
  (?:my|the) (?:mum|mom|dad|mother|father|gran\w{0,6}|elderly \w{1,10})
`,
        concept`
  (?:喊|叫|敲门?|按门铃|拍门)[^,，。]{0,8}(?:没人|不|没)(?:应|答应|回应|反应|开门)
  (?:门|屋里|家里)[^,，。]{0,8}(?:没人|不|没)(?:应|答应|回应)
  (?:doesn't|won't|not|no) answer(?:ing)? the door
`,
        24,
      ) &&
      mentions(t, concept`在家、家里、屋里、家门、锁、一个人、独居、反锁、at home、inside、alone、door`) &&
      !mentions(t, concept`电梯、货梯、轿厢、lift、elevator、物业、快递、客服、保安、前台、管家`),
  ],
  ['ambulance', (t) => tells(t, AMBULANCE)],
  ['fall, then harm', (t) => follows(t, FALL, BLOOD, 20)],
  [
    'cry for help about a person',
    (t) =>
      isDistressed(t) &&
      near(
        t,
        concept`${SOMEBODY}`,
        concept`
  摔(?!坏)
  血(?!压|糖|汗)
  晕
  昏
  [疼痛](?=得|死|啊|,|，|$)
  受伤
  撞(?!坏)
  砸(?!坏)
  烫
  咬
  抽筋
  吐
  没气
  不行了
  倒了(?!垃圾)
  不动了
  吞
  中毒
  hurt
  bleeding
  fell
  pain
`,
        10,
      ) &&
      !mentions(t, UNHURT) &&
      !mentions(t, concept`车、电梯、头疼、脑壳疼、吵、噪、气得、水、砸墙、装修`),
  ],
]

/** Somebody is hurt or gravely ill. */
export function findInjury(telling: Telling): string | undefined {
  if (isTalk(telling)) return undefined
  if (mentions(telling.text, NOT_NOW) && !telling.urgent) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...HARM_SIGNS])
}
