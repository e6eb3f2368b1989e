import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** What names gas without any of it leaking, and smells that have their own cause. */
const HARMLESS = concept(
  '煤?气费',
  '新闻',
  '(?:泄漏|漏气)(?:的)?(?:报警|检测|探测|保护)器?',
  '漏[水电]',
  '检漏',
  '查漏(?:水|电)',
  '自来水.{0,6}味',
  '没味',
  '气味相投',
  'gas (?:bill|fee|meter|company)',
)
const GAS = concept(
  '煤气',
  '天然气',
  '燃气',
  '液化气',
  '沼气',
  '可燃气体?',
  '一氧化碳',
  '管道气',
  '气罐',
  '气瓶',
  '气管',
  '气表',
  '(?<!空)气阀',
  '气味(?:很|好)?像(?:煤|燃)',
  'gas',
  'carbon monoxide',
  'propane',
)
const SMELL = concept(
  '(?<!怪|异)味',
  '闻[到着见]',
  '好?臭',
  '刺鼻',
  '呛',
  '熏',
  'smell(?:s|ing|ed|y)?',
  'odou?r',
  'reek\\w{0,3}',
  'stink\\w{0,3}',
  'stench',
)
const LEAK = concept(
  '漏',
  '泄',
  '跑气',
  '冒气',
  '(?:往外|在)冒',
  '嘶嘶',
  '[呲嗤丝滋]{2}',
  '呼呼',
  '冒泡',
  '关不[上住死紧牢]',
  '(?:打|挖|撞|扯|拧|咬|剪|弄|割)[断破坏穿]',
  '钻[破穿断]',
  '断裂',
  '破[了裂损]',
  '裂[了开]',
  '脱落',
  'leak(?:s|ing|ed|age)?',
  'hiss(?:es|ing)?',
  'escaping',
  'broken',
  'ruptured',
)
const FILLS = concept(
  '满屋',
  '一屋子',
  '屋子?里?(?:全|都)是',
  '到处都?是',
  '很浓',
  '好浓',
  '越来越[大浓重]',
  '好重',
  '特别[大重浓]',
  '没关',
)
const ALARM = concept('报警器?', '警报器?', '探测器', '警铃', 'alarms?', 'detectors?')
const SOUNDS = concept(
  '响',
  '叫',
  '报警了',
  '闪红',
  'beep(?:s|ing)?',
  'going off',
  'went off',
  'goes off',
  'ring(?:s|ing)',
  'sounding',
)
const DUE = concept('没电', '电池', '电量', '过期', '到期', '更换', '怎么装', 'battery', 'expired')
const EGG = concept('臭鸡蛋', '臭蛋', '坏(?:了的)?鸡蛋', '坏蛋味', 'rotten eggs?', 'sul(?:ph|f)ur')
const SEWER = concept(
  '下水',
  '地漏',
  '马桶',
  '反味',
  '返味',
  '反臭',
  '厕所',
  '污水',
  '水龙头',
  '自来水',
  '垃圾',
  '水管',
  'drains?',
  'sewers?',
  'toilet',
  'tap',
  'water',
)
const MONOXIDE = concept('一氧化碳', '(?:煤气|燃气|天然气|炭)中毒', 'co中毒', 'carbon monoxide', 'gas poisoning')
const DIZZY = concept(
  '头(?:好|很|有点|都|越来越)?[晕昏]',
  '发[晕昏]',
  '晕(?:晕|乎)',
  '恶心',
  '想吐',
  '呕吐',
  '昏沉',
  '[晕昏]过去',
  'dizzy',
  'headaches?',
  'nause\\w{1,4}',
  'light-?headed',
)
const SEVERAL = concept(
  '一家',
  '全家',
  '[我他]们(?:几|都|俩|两|三|四|全)',
  '家里人',
  '大家',
  '[两三四五几]个人?都',
  '老小',
  '(?:we|us) (?:are )?(?:all|both)',
  'whole family',
  'everyone',
)
const BURNER = concept(
  '热水器',
  '洗(?:着|完|个)?澡',
  '煤炉',
  '煤球',
  '炭火?',
  '壁挂炉',
  '取暖',
  '火锅',
  '火盆',
  '灶',
  '味道?',
  'heater',
  'boiler',
  'stove',
)
const OTHER_FUMES = concept(
  '装修',
  '油漆',
  '刷漆',
  '打药',
  '农药',
  '垃圾',
  '吵',
  '噪音',
  '下水',
  '杀虫',
  '烧烤',
  '油烟',
  '抽烟',
  '物业费',
  '电梯',
)
const STRANGE = concept('怪味', '异味', '刺鼻', '不明气[味体]', '奇怪的?味', '难闻')
const STOVE = concept('灶', '炉[子头盘]?', '阀门?', '软管', '接口', 'stove', 'cooker', 'hob')
const HISS = concept('漏气', '嘶嘶', '[呲嗤]{2}', '漏煤', 'hissing')
const LEFT_OPEN = concept('忘了?关(?:火|灶|气|阀|煤|燃|天)')

const RULES: readonly Rule[] = [
  ['smell of gas', (t) => near(t, GAS, SMELL, 9) && !mentions(t, concept('闻不到'))],
  ['gas escapes', (t) => near(t, GAS, LEAK, 7)],
  ['gas fills the room', (t) => near(t, GAS, FILLS, 5)],
  ['gas alarm sounds', (t) => near(t, GAS, ALARM, 6) && near(t, ALARM, SOUNDS, 8) && !mentions(t, DUE)],
  ['rotten eggs', (t) => tells(t, EGG) && !mentions(t, SEWER)],
  ['carbon monoxide', (t) => tells(t, MONOXIDE) && !mentions(t, DUE)],
  ['several are dizzy', (t) => near(t, SEVERAL, DIZZY, 12) && !mentions(t, OTHER_FUMES)],
  [
    'dizzy beside a burner',
    (t) =>
      near(t, BURNER, DIZZY, 14) &&
      mentions(t, concept('热水器', '炭', '煤', '壁挂炉', '取暖', '火锅', '火盆', 'heater', 'boiler')) &&
      !mentions(t, OTHER_FUMES),
  ],
  ['strange smell and dizzy', (t) => near(t, STRANGE, DIZZY, 14) && !mentions(t, OTHER_FUMES) && !mentions(t, SEWER)],
  ['stove hisses', (t) => near(t, STOVE, HISS, 8)],
  ['left open', (t) => tells(t, LEFT_OPEN) && follows(t, LEFT_OPEN, concept('味', '晕', '一屋'), 14)],
]

/** Gas escapes, or the air makes several people unwell. */
export function findGasLeak(telling: Telling): string | undefined {
  if (isTalk(telling)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), RULES)
}
