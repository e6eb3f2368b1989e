import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { firstThatHolds, type Rule, type Telling } from './telling.ts'

/** Ways of speaking in which nobody means to die. */
const FIGURE = concept(
  '跳楼(?:价|机|大甩卖|甩卖|清仓)',
  '自杀式',
  '(?:热|冷|冻|困|累|吵|饿|烦|笑|急|气|臭|难受|疼|痛|渴|闷|挤|慢|丑|贵|闹)(?:得|到|的|死了?)?.{0,4}(?:想死|要死|去死)',
  '想死(?:你|的心)',
  '(?:你|物业|他|她|客服|去)们?.{0,2}(?:怎么)?不?去死',
  '费.{0,3}不如(?:去)?死',
  '永别了?这',
  '[打累笑]死',
  'dying (?:of|to|for)',
  'i could die of',
  'dead battery',
)
const WISH = concept(
  '不(?:太)?想(?:再)?活',
  '想(?:要)?(?:去)?死(?![你机])',
  '寻死',
  '(?:企图|想|要|想要)?自杀',
  '轻生',
  '自[残尽]',
  '想不开',
  '寻短见?',
  '短见',
  '活(?:着)?(?:不下去|够了|腻了)',
  '不想(?:再)?(?:做人|活着|在这个?世)',
  '不如死',
  '死了算',
  '死了(?:才)?(?:干净|清净|轻松)',
  '一了百了',
  '(?:结束|了结).{0,4}(?:生命|一切|自己|这一生|性命)',
  '活(?:着|到).{0,6}(?:没|无|什么|啥).{0,2}(?:意思|意义|劲|盼头)',
  '(?:没|没有|无)(?:什么)?活(?:头|路|着的)',
  '活着.{0,3}累',
  '遗[书言]',
  '永别',
  '割腕',
  '割(?:了|自己)?(?:的)?手(?:腕|了)',
  '跳楼',
  '往下跳',
  '跳下[去来]',
  '(?:要|想|准备)跳(?!绳|舞|槽|广|操|闸)',
  '上吊',
  '服毒',
  '烧炭自?',
  '(?:一|整|半)瓶.{0,4}药',
  '(?:大把|很多|好多|一堆).{0,2}(?:安眠药|药片|药)',
  '(?:来世|下辈子)(?:再)?(?:见|报|还|做)',
  '死给你',
  'kill(?:ing)? (?:myself|himself|herself|themselves)',
  '(?:want|wants|going|wanna|ready) (?:to )?die',
  'suicid(?:e|al)',
  'end (?:it all|my life|his life|her life|everything)',
  "(?:don't|do not|doesn't) want to (?:live|be alive|be here any ?more|go on|exist)",
  "can't go on (?:living|like this|any ?more)",
  'better off (?:dead|without me)',
  'no reason to live',
  'jump(?:ing)? (?:off|from|out|down)',
  'going to jump',
  'hurt(?:ing)? (?:myself|himself|herself)',
  'cut(?:ting)? (?:myself|himself|herself|my wrists|her wrists|his wrists)',
  'overdos(?:e|ed)',
  'self.harm',
)
const EDGE = concept(
  '天台',
  '楼[顶沿]',
  '屋顶',
  '顶[楼层]',
  '窗[台户外]',
  '栏杆',
  '护栏',
  '女儿墙',
  '外机',
  '阳台外',
  '桥[上边]',
  'ledge',
  'roof',
  'rooftop',
  'balcony',
  'window ?sill',
)
const PERCHED = concept(
  '[站坐蹲][在到着]',
  '有人.{0,4}[站坐蹲爬翻]',
  '翻(?:出|过|到|越)',
  '跨(?:出|过)',
  '爬(?:到|上|出)',
  'standing',
  'sitting',
  'climb(?:ed|ing)',
  'on the',
)
const BRINK = concept('边', '外', '沿', '哭', '跳', '不下来', '有人', '一个人', '上面', '坐在', 'ledge', 'edge', 'jump')
const WORK = concept(
  '维修',
  '师傅',
  '工人',
  '施工',
  '安装',
  '清洗',
  '猫',
  '狗',
  '鸟',
  '晒',
  '漏',
  '防水',
  '小偷',
  '偷',
  '打牌',
  '聊天',
  '乘凉',
  '抽烟',
  '拍照',
  '开会',
  '扔',
  'worker',
  'cat',
  'leak\\w{0,4}',
  'repair\\w{0,4}',
)
const FAREWELL = concept('再见', '永别', '谢谢你们', '对不起', '走了', '告别', '拜托你们照顾', 'goodbye', 'sorry')
const RELEASE = concept(
  '解脱',
  '走了就',
  '不(?:再)?(?:拖累|连累)',
  '没什么(?:好)?留恋',
  '这辈子',
  '撑不(?:下去|住)了',
  '来世',
  'forever',
  'for everything',
)
const TOLD = concept(
  '演习',
  '演练',
  '讲座',
  '宣传',
  '新闻',
  '听说.{0,6}(?:去年|以前|上次)',
  '电影',
  '小说',
  '防自杀',
  '预防',
  'movie',
  'training',
)

const RULES: readonly Rule[] = [
  ['wish to die', (t) => tells(t, WISH)],
  ['on the edge', (t) => near(t, EDGE, PERCHED, 8) && tells(t, BRINK) && !mentions(t, WORK)],
  ['farewell', (t) => near(t, FAREWELL, RELEASE, 14) && !mentions(t, concept('搬', '退押金', '房子'))],
  [
    'nothing keeps me',
    (t) =>
      tells(t, concept('没什么好?留恋', '没人在乎我', '没有人在乎我')) ||
      follows(t, concept('活'), concept('累赘', '拖累'), 8),
  ],
]

/**
 * Someone means to die. A condition (“再不解决我就跳”) is taken at its word: to doubt it would be the worse mistake.
 */
export function findSelfHarm(telling: Telling): string | undefined {
  if (mentions(telling.text, TOLD) || telling.drill || telling.past || (telling.business && telling.over))
    return undefined
  return firstThatHolds(without(telling.text, FIGURE), RULES)
}
