import { BOXED } from './boxed.ts'
import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { DEAD } from './words/trapped/dead.ts'
import { ELSEWHERE } from './words/trapped/elsewhere.ts'
import { HARMLESS } from './words/trapped/harmless.ts'
import { NUISANCE } from './words/trapped/nuisance.ts'
import { PLIGHT } from './words/trapped/plight.ts'
import {
  BETWEEN,
  BUTTON,
  CAR,
  CRY,
  EMPTY,
  HELD,
  HELD_IN,
  HERE_INSIDE,
  IN_THE_LIFT,
  INSIDE,
  LIFT,
  LIFT_INSIDE,
  LIFT_STANDS,
  NO_WAY_OUT,
  NOT_OUT,
  SHUT_UP,
  SOMEBODY_IN_IT,
  UNANSWERED,
} from './words/trapped/short.ts'

const RULES: readonly Rule[] = [
  ['someone held in a lift', (t) => near(t, LIFT, HELD, 9) && !mentions(t, concept`车困`)],
  ['held, then lift', (t) => follows(t, HELD_IN, LIFT_INSIDE, 5)],
  ['no way out of a lift', (t) => near(t, LIFT, NO_WAY_OUT, 24) && !mentions(t, CAR)],
  ['dead lift with someone inside', (t) => near(t, LIFT, DEAD, 20) && tells(t, INSIDE) && !mentions(t, NUISANCE)],
  ['in the lift', (t) => tells(t, IN_THE_LIFT) && !mentions(t, NUISANCE)],
  ['held inside', (t) => near(t, concept`里[面头]`, HELD_IN, 3) && mentions(t, LIFT)],
  [
    'cries from a lift',
    (t) =>
      (follows(t, concept`(?:电|货|客)梯(?:井|里)[面头]?、井道里?、lift、elevator`, CRY, 12) &&
        !mentions(t, concept`天天、广告、买`)) ||
      follows(t, CRY, concept`(?:in|inside|from) the (?:lift|elevator)`, 6),
  ],
  ['help, the lift stands', (t) => mentions(t, concept`救命、救[救我]、help`) && near(t, LIFT, LIFT_STANDS, 8)],
  [
    'alarm button in a lift',
    (t) => near(t, LIFT, BUTTON, 8) && mentions(t, UNANSWERED) && !mentions(t, concept`坏、失灵`),
  ],
  [
    'went in, did not come out',
    (t) =>
      near(t, LIFT, NOT_OUT, 20) && mentions(t, concept`${SOMEBODY}`) && !mentions(t, concept`师傅、维修、维保、等`),
  ],
  ['shut up somewhere', (t) => tells(t, SHUT_UP) && !mentions(t, ELSEWHERE)],
  [
    'between floors',
    (t) =>
      tells(t, BETWEEN) &&
      !mentions(t, concept`杆、闸、窗帘、车`) &&
      (tells(t, INSIDE) ||
        tells(t, HELD_IN) ||
        tells(t, NO_WAY_OUT) ||
        mentions(t, concept`救援、占线、扒不开、门打不开、门不开、对讲、按、看到墙、就?我一个人、好怕、害怕`)),
  ],
  [
    'wants to be let out',
    (t) =>
      tells(
        t,
        concept`
  放(?:我|我们|人)出(?:去|来)
  里[面头].{0,10}出不[来去]
  扒(?:开)?.{0,3}门
  门.{0,3}扒开
  let (?:me|us) out
  force the doors?
`,
      ) &&
      !mentions(t, CAR) &&
      !mentions(t, concept`厕所、卫生间、家里、卧室、块钱、抬`),
  ],
  [
    'no answer inside',
    (t) =>
      near(t, concept`里[面头]`, concept`对讲、警铃、按[钮键]、[关开]门键`, 4) &&
      (tells(t, NO_WAY_OUT) || mentions(t, concept`半空、停`)),
  ],
  ['cannot get out of here', (t) => tells(t, concept`(?:in|inside) here`) && tells(t, NO_WAY_OUT) && !mentions(t, CAR)],
  [
    'afraid in a standing lift',
    (t) =>
      near(t, LIFT, LIFT_STANDS, 10) &&
      tells(
        t,
        concept`幽闭、不敢动、心跳、喘不、好怕、我怕、蹲、腿.{0,2}软、我一个人、发抖、百分之、手机.{0,3}没电、快来、发出来`,
      ),
  ],
  ['dead lift and its plight', (t) => near(t, LIFT, DEAD, 14) && tells(t, PLIGHT) && !mentions(t, NUISANCE)],
  [
    'people counted inside',
    (t) =>
      tells(
        t,
        concept`梯里[面头]?.{0,4}[两三四五六七八几\d]个(?:人|老人|孩子|小孩)、[梯里].{0,3}[一两三四]家[三四五]?口`,
      ) && !mentions(t, NUISANCE),
  ],
  ['here, inside', (t) => tells(t, HERE_INSIDE) && !mentions(t, ELSEWHERE) && !mentions(t, NUISANCE)],
  [
    'rode and stopped',
    (t) =>
      near(t, concept`[坐乘搭]电梯`, concept`停(?!车|电费)、(?<![刷门禁月办])卡(?!片)、半[道路]、掉`, 8) &&
      mentions(t, concept`${SOMEBODY}`) &&
      !mentions(t, concept`电梯卡、老是、总`),
  ],
  [
    'in this lift',
    (t) => tells(t, concept`(?:in|inside) (?:this|your) (?:damn |bloody )?(?:lift|elevator)`) && tells(t, PLIGHT),
  ],
  [
    'someone cannot get out',
    (t) =>
      tells(t, concept`${SOMEBODY}们?(?:都|也|现在|就|挤|钻)?(?:挤|钻|爬|出)不(?:出)?[来去]`) &&
      !mentions(t, ELSEWHERE),
  ],
  ['save people, lift', (t) => tells(t, concept`救人`) && mentions(t, LIFT)],
  [
    'those inside say',
    (t) => tells(t, concept`里[面头]的(?:人|老人|孩子|大爷|阿姨|业主)`) && mentions(t, LIFT) && !mentions(t, NUISANCE),
  ],
  [
    'in it and in trouble',
    (t) =>
      tells(t, SOMEBODY_IN_IT) &&
      (tells(t, UNANSWERED) || tells(t, NO_WAY_OUT) || tells(t, PLIGHT) || tells(t, concept`卡.{0,4}电梯里`)) &&
      !mentions(t, NUISANCE),
  ],
  [
    'cry for help about a lift',
    (t) =>
      isDistressed(t) &&
      near(t, LIFT, concept`困、闷、里[面头]、不动、停在、卡、黑、坠、inside、stuck`, 8) &&
      !mentions(t, NUISANCE) &&
      !mentions(t, concept`外面、门口、等了、下坠感、爬楼、老人家?爬、天天、又坏、卡(?:丢|刷)`),
  ],
]

/** Someone is inside a lift that does not let them out. */
export function findTrapped(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday || mentions(telling.text, EMPTY)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...BOXED])
}
