import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

const HARMLESS = concept(
  '电梯卡(?![在住到了])',
  '困难',
  '犯困',
  '困扰',
  '[很太好]困[了啊]',
  '里面没有?人',
  '没有?人在里面?',
  '刚?从电梯里?出来',
  'lift card',
  'elevator card',
)
const LIFT = concept('电梯', '货梯', '客梯', '[在坐]梯里?', '梯里', '轿厢', '升降梯', 'elevators?', 'lifts?')
const STUCK = concept(
  '困',
  '关[在进到]',
  '被关',
  '卡[在到]',
  '锁[在到]',
  '夹在',
  'trapped',
  '(?:stuck|locked|caught) (?:inside|in)',
  'stuck with',
)
const HELD_IN = concept(
  '关[在进到]',
  '卡[在到]',
  '锁[在到]',
  '困[在到于]?',
  'trapped',
  '(?:stuck|locked|caught) (?:inside|in)',
)
const LIFT_INSIDE = concept('(?:电|货|客)?梯里?面?', '轿厢', 'elevator', 'lift')
const NO_WAY_OUT = concept(
  '出不[来去了]',
  '出唔',
  '下不[来去](?!车)',
  '走不出',
  "(?:can't|cannot|couldn't|unable to) get (?:out|off)",
  'let (?:me|us) out',
  'get (?:me|us|them|him|her) out',
)
const DEAD = concept(
  '停',
  '(?<!自)不[动走开](?![心了]?玩笑)',
  '没动静',
  '门.{0,4}(?:不开|打不开|开不[了开])',
  '打不开',
  '开不[了开]',
  '往下掉',
  '[下坠往]坠',
  '掉下[来去]',
  '下滑',
  '卡住',
  '卡在',
  '失控',
  '没反应',
  '黑',
  '坏了',
  '没电',
  "won't open",
  "doesn't open",
  'stopped',
  'stuck',
  'dropped',
  'fell',
  'not moving',
  'died',
)
const INSIDE = concept(
  `里[面头]?(?:还|现在|好像|都|也|就)?(?:有|困|关|是)(?:着|了)?.{0,4}${SOMEBODY}`,
  `${SOMEBODY}.{0,4}(?:还|都|就|现在|也|一个|一起)?.{0,2}[在从](?:电梯|货梯|梯|轿厢)?里[面头]?`,
  '里[面头]的(?:人|老人|孩子)',
  `里[面头]${SOMEBODY}`,
  "(?:i am|i'm|we are|we're|he is|she is|they are|someone is|people are|people) .{0,12}(?:inside|in (?:it|the lift|the elevator))",
  'inside',
)
const CRY = concept('拍门', '喊', '求救', '救命', '呼救', '砸门', '哭', 'shouting', 'screaming', 'banging')
const BUTTON = concept('按了?(?:半天)?(?:紧急|报警|警)?[铃钮]', '按警', '紧急呼叫', '警铃')
const UNANSWERED = concept('没人', '没反应', '无人', '不应', '不理', 'nobody', 'no one')
const SMOKING = concept('抽烟', '吸烟', '烟味', '狗', '尿', '垃圾', '广告', '空调')
const CAR = concept('车', '小区门口', '道闸', 'car')

const RULES: readonly Rule[] = [
  [
    'someone held in a lift',
    (t) => near(t, LIFT, concept('困', '被关', '被锁', 'trapped'), 9) && !mentions(t, concept('车困')),
  ],
  ['held, then lift', (t) => follows(t, HELD_IN, LIFT_INSIDE, 5)],
  ['no way out of a lift', (t) => near(t, LIFT, NO_WAY_OUT, 20) && !mentions(t, CAR)],
  [
    'dead lift with someone inside',
    (t) => mentions(t, LIFT) && near(t, LIFT, DEAD, 14) && tells(t, INSIDE) && !mentions(t, SMOKING),
  ],
  ['held inside something', (t) => near(t, concept(`里[面头]`), STUCK, 3) && mentions(t, LIFT)],
  ['cries from a lift', (t) => follows(t, concept('(?:电|货|客)梯(?:井|里)[面头]?', 'lift', 'elevator'), CRY, 8)],
  [
    'help, the lift stands',
    (t) =>
      mentions(t, concept('救命', 'help')) &&
      near(t, LIFT, concept('停', '门.{0,3}开不', '门.{0,3}打不开', '往下', '坠', 'stopped'), 8),
  ],
  [
    'alarm button in a lift',
    (t) => near(t, LIFT, BUTTON, 8) && mentions(t, UNANSWERED) && !mentions(t, concept('坏', '失灵')),
  ],
]

/** Someone is inside a lift that does not let them out. */
export function findTrapped(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), RULES)
}
