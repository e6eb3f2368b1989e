import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** Fountains, sprinklers and bills, and water that belongs where it is. */
const HARMLESS = concept(
  '水费',
  '爆表',
  '喷泉(?!一样|似)',
  '喷灌',
  '喷淋',
  '洗车',
  '绿化',
  '浇[水花]',
  '油烟.{0,2}倒灌',
  '爆满',
  '爆料',
  '火爆',
  '水管工',
  '群里?',
)
const PIPE = concept(
  '水管',
  '管[子道线]?',
  '[角总]?阀门?',
  '(?:水)?龙头',
  '水表',
  '水箱',
  '热水器',
  '暖气片?',
  '地暖',
  '洗衣机',
  '接[头口]',
  '消防栓?',
  '消火栓',
  '净水器',
  '花洒',
  '软管',
  'pipes?',
  'taps?',
  'faucets?',
  'valves?',
  'mains?',
  'hydrants?',
  'boiler',
  'radiator',
)
const BURST = concept('爆', '炸', '崩', 'burst(?:s|ing|ed)?', 'exploded', 'blew', 'blown')
const BROKE = concept(
  '断',
  '裂',
  '脱落',
  '掉[了下]',
  '破[了裂]?',
  '[脱松]开',
  '飞了',
  '撞[坏倒]',
  '冲开',
  'broken?',
  'came off',
  'split',
  'cracked',
  'snapped',
)
const GUSH = concept(
  '喷',
  '涌',
  '狂[流喷]',
  '哗',
  '瀑布',
  '水柱',
  '冒水',
  '往[外下上里](?:冒|飙|飚|标|呲|滋|灌|冲|涌|喷|淌|流)',
  '[飙飚]',
  '呲水',
  '直[冲喷冒]',
  '冲[出下]来?',
  '一直冲',
  '灌',
  'gush(?:es|ing|ed)?',
  'spray(?:s|ing)?',
  'pour(?:s|ing)',
  'shooting',
  'spurting',
)
const HOLD_BACK = concept(
  '关不[掉住上死了紧牢]',
  '关唔',
  '止不住',
  '停不下',
  '堵不住',
  '拦不住',
  '不知道怎么关',
  '找不到(?:总)?[阀闸]',
  "(?:can't|cannot|won't) (?:stop|turn|shut|close)",
)
const FLOOD = concept(
  '(?<!水)淹',
  '漫[到过进上了出]',
  '(?:满|一|整)(?:屋|地|家|楼|走廊|层).{0,3}水',
  '(?:全|都)(?:部|是|成了?)?水',
  '到处.{0,2}水',
  '成了?河',
  '发大水',
  '水.{0,3}到(?:了)?(?:小腿|膝|脚|腰|门|轮胎|大腿|腿)',
  '没过',
  '全泡',
  '(?:水|雨|库).{0,4}倒灌',
  '成了?(?:水塘|池塘|泳池|喷泉|汪洋|海)',
  '(?:库|井|室).{0,2}[灌进]水',
  '水漫金山',
  'flood(?:s|ed|ing)',
  'under ?water',
  'water (?:is |was )?everywhere',
  'water all over',
  'ankle.deep',
  'knee.deep',
)
const WATER = concept('水', 'water')
/** Sewage, toilets, drips: other people's work, and no emergency. */
const DRAIN = concept(
  '马桶',
  '厕所堵',
  '堵',
  '地漏',
  '下水',
  '反水',
  '返水',
  '污水',
  'toilet',
  'drains?',
  'sink is',
  'sewage',
)
const DRIP = concept(
  '一滴',
  '滴水',
  '滴答',
  '滴滴',
  '渗',
  '不多',
  '有点漏',
  '一点点',
  '有点水',
  '接着呢',
  'drip\\w{0,4}',
  'a little',
  'slow',
)
const OUTAGE = concept('停水', '来水', '供水', '抢修', '水压', '修复', '恢复')
const HEARD = concept('听说', '据说')
const BIG = concept(
  '快',
  '救命',
  '天花板',
  '楼道',
  '电梯',
  '客厅',
  '走廊',
  '满屋',
  '[屋家]里',
  '到处',
  '几米',
  'ceiling',
  'everywhere',
)

const RULES: readonly Rule[] = [
  [
    'pipe burst',
    (t) => (near(t, PIPE, BURST, 5) || tells(t, concept('爆管'))) && !mentions(t, OUTAGE) && !mentions(t, HEARD),
  ],
  [
    'pipe broken and water gushing',
    (t) => near(t, PIPE, BROKE, 5) && (near(t, WATER, GUSH, 8) || tells(t, GUSH)) && !mentions(t, DRIP),
  ],
  ['flooded', (t) => tells(t, FLOOD) && !mentions(t, DRAIN) && !mentions(t, HEARD)],
  ['water cannot be stopped', (t) => tells(t, HOLD_BACK) && near(t, WATER, GUSH, 10) && !mentions(t, DRIP)],
  [
    'water gushing in',
    (t) =>
      near(t, WATER, GUSH, 6) &&
      tells(t, BIG) &&
      !mentions(t, concept('水压', '马桶', '下水', '地漏')) &&
      !mentions(t, DRIP),
  ],
  [
    'like a waterfall',
    (t) => tells(t, concept('瀑布', '水柱', '发大水', 'gushing', 'waterfall')) && mentions(t, WATER),
  ],
  [
    'alarm of water in the garage',
    (t) =>
      follows(t, concept('车?库', 'garage'), concept('[进灌]水', '水已经', 'flood\\w{0,3}'), 6) &&
      !mentions(t, concept('有点', '会进', '每次', '总是', '下雨就')),
  ],
]

/** Much water, now. */
export function findBurst(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), RULES)
}
