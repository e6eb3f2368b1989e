import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { CHILD, CHILD_EN, ELDER, ELDER_EN } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** Things, animals and staff that are not where they should be. */
const HARMLESS = concept(
  '他妈',
  '妈的',
  '(?:老人|孩子|小孩|学生|儿子|女儿|爸|妈|老婆)的.{0,6}(?:卡|证|包|车|衣|鞋|玩具|手机|钥匙|东西|狗|猫|作业|书)',
  '老[人年](?:卡|证|机|乘车)',
  '忘(?:了)?带',
  "(?:kid|child|son|daughter|mother|father|mom|dad|baby)'s? (?:bag|bike|card|phone|toy|key|shoe)\\w{0,2}",
)
const PET = concept('狗', '猫', '鸟', '乌龟', '宠物', 'dog', 'cat', 'puppy', 'kitten', 'pet', 'parrot')
const CHILD_WORDS = concept(CHILD, CHILD_EN)
const WHO = concept(CHILD, ELDER, CHILD_EN, ELDER_EN)
const END = '(?=$|[,，。!！?？ 了啦他她人妈爸家啊呀呢吗快怎求帮在咋急已都大你])'
const LOST = concept(
  '不见[了啦]?(?!起)(?![一-龥]*(?:卡|证|钥匙|快递))',
  `人不见`,
  '走[丢失]',
  `丢[了啦]?${END}`,
  '失踪',
  `找不[到着](?:[了啦])?${END}`,
  '没找[到着]',
  '迷路',
  '失联',
  '联系不上',
  '人(?:就|影)?(?:都)?没[了影]',
  '不知(?:道)?(?:跑|去|走)(?:到)?(?:了)?哪',
  'missing',
  'lost',
  'wander(?:ed|ing) (?:off|away|out)',
  "(?:can't|cannot|couldn't) find",
  'disappeared',
  'has gone',
)
const LEFT = concept(
  '出去',
  '出门',
  '下楼',
  '散步',
  '买菜',
  '放学',
  '遛弯',
  '上学',
  '去玩',
  '走了',
  '早上',
  '下午',
  '中午',
  '昨[天晚]',
  '小时',
  '半天',
  '到现在',
  '晚上',
  '天黑',
  '还没',
  'left',
  'since',
  'went out',
  'school',
  'hours',
)
const NOT_BACK = concept(
  '(?:没|没有|未|不见|冇)(?:见)?(?:回|返|到|归)(?:来|家|屋)?',
  '没上来',
  '不回来',
  '没见人',
  '打不通',
  '关机',
  '联系不上',
  "(?:not|hasn't|haven't|didn't|never) (?:come|came|returned|been|get|got|gone)? ?(?:back|home|returned)",
)
const AWAY = concept('打工', '出差', '上班', '外地', '出国', '旅游', '快递', '报修', '师傅', '物业', '房产证')
const RAN_OFF = concept('[跑溜走]出去', '自己(?:跑|走)[了出]', 'ran (?:off|away|out)')
const WANDERER = concept(
  '痴呆',
  '自闭',
  '失智',
  '阿尔茨',
  '智力',
  '糊涂',
  '找遍',
  '[找寻]',
  'dementia',
  'autis\\w{1,3}',
  'alzheimer\\S{0,3}',
)
const LOCKED = concept('反?锁(?:在|了|起来|住|进|到|上)?', '被?关在', '反锁', '吹(?:关|上)', 'locked')
const ALONE = concept(
  '[在屋家房车室]{1,2}[里面内头]',
  '[屋房车]',
  '一个人',
  '自己',
  '里面',
  '进不去',
  '出不来',
  '哭',
  'inside',
  'in the',
  'alone',
)
const OUTSIDE = concept('门外', '外面进不去家', '玩坏', '写作业', '门锁坏', '换锁', '儿童锁')
const TINY = concept(
  '[一二两三四五六1-6]岁',
  '婴儿',
  '宝宝',
  '小孩',
  '孩',
  '娃',
  'toddler',
  'baby',
  'child',
  'kid',
  'infant',
)
const FOUND_CHILD = concept(
  '捡到.{0,4}(?:小孩|孩子|老人)',
  '(?:小孩|孩子|小朋友|小(?:男|女)孩|老人|老太太?|老奶奶|老爷爷|老头).{0,14}(?:找不到|不知道|不认识|说不清|不记得).{0,3}(?:妈|爸|家|回|自己|住|大人|路)',
  '(?:lost|crying) (?:child|kid|boy|girl)',
)
const VANISHED = concept('一?转[眼身].{0,6}(?:没|不见)', '(?:人|孩子|娃)(?:就)?(?:没了|不见了)')

const RULES: readonly Rule[] = [
  ['child locked in', (t) => near(t, TINY, LOCKED, 12) && tells(t, ALONE) && !mentions(t, OUTSIDE)],
  ['gone', (t) => (follows(t, WHO, LOST, 10) || near(t, concept(CHILD_EN, ELDER_EN), LOST, 22)) && !mentions(t, PET)],
  [
    'lost, then who',
    (t) =>
      follows(t, concept('找不[到着]', '走丢', '丢了', '联系不上'), WHO, 5) &&
      !mentions(t, PET) &&
      tells(t, concept('我', '孩', '老人', '痴呆')),
  ],
  ['not back', (t) => near(t, WHO, NOT_BACK, 32) && tells(t, LEFT) && !mentions(t, AWAY)],
  ['wandered off', (t) => near(t, WHO, RAN_OFF, 10) && tells(t, WANDERER)],
  ['found a lost one', (t) => tells(t, FOUND_CHILD)],
  ['vanished', (t) => tells(t, VANISHED) && mentions(t, concept('刚才', '孩', '滑梯', '转'))],
  [
    'child alone behind a door',
    (t) =>
      near(t, CHILD_WORDS, concept('一个人在[屋家房里]', '自己在[屋家房]'), 6) &&
      tells(t, concept('哭', '锁', '关', '进不去', '吹')),
  ],
]

/** A child or an old person is gone, or a small child is locked in. */
export function findMissing(telling: Telling): string | undefined {
  if (isTalk(telling)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), RULES)
}
