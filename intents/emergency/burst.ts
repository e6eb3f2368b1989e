import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { DELUGE } from './deluge.ts'
import { isDistressed } from './distress.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** Fountains, sprinklers and bills, and water that belongs where it is. */
export const HARMLESS = concept`(?:桶|盆|杯|壶|饮水机|冰箱|矿泉水|加湿器).{0,6}(?:漏|洒|翻|溢|倒|碎)了?.{0,4}(?:一地|满地)?的?水、水费、爆表、喷泉(?!一样|似)(?<!像喷泉)(?<!了喷泉)、喷灌.{0,6}喷水、喷灌、洗车、绿化、浇[水花]、油烟.{0,2}倒灌、爆满、爆料、火爆、灯管.{0,6}[爆炸碎]、灯泡.{0,4}炸、水深多少、自来水厂、水管工、灌浆、淹死`
const PIPE = concept`
  水管、[主支立总干铁铜]?管[子道线]?、[角总]?阀门?、(?:水)?龙头、水表、水箱、热水器、暖气片?、地暖、洗衣机、(?<!焊)接[头口]、消防栓?、消火栓、喷淋头?、净水器、花洒、软管
  三通、弯头、水泵、pipes?、taps?、faucets?、valves?、mains?、hydrants?、sprinklers?、boiler、radiator、hose
  法兰、阀
  水塔、分水器、tank、water heater
`
const BURST = concept`爆(?!满|裂声)、炸、崩、burst(?:s|ing|ed)?、exploded、blew、blown`
const BROKE = concept`
  断、裂、脱落、[掉落][了下]、破[了裂]?、[脱松冲崩]开、飞了、[撞碰砸拧挖打]?[坏掉倒断歪]了、脱、broken?、came off、split、cracked、snapped
  knocked off、fell off
`
const SNAPPED = concept`
  (?:(?:水|主|立|总|铁|铜|暖气?|热水|进水)管[子道]?|总阀门?)(?:都|给|被)?(?:.{0,4})?(?:爆|炸|崩|断了|破裂|断裂|打断|挖断|撞断|冻裂|破了)
  三?角阀(?:都|给)?(?:断|掉|崩|爆)、水塔.{0,3}[破裂爆倒]
`
const GUSH = concept`
  水射、[射激]出来?、开了?闸、水帘洞、through、喷(?!漆|头|淋)、涌、狂[流喷]、哗、瀑布、水柱、冒水、往.{1,4}(?:冒|飙|飚|标|呲|滋|灌|冲|涌|喷|淌|流|漏)
  [飙飚]、[呲滋]水、直[冲喷冒]、冲(?:[出下进上]来?|到)、一直冲、灌、嗷嗷、淌、gush(?:es|ing|ed)?、spray(?:s|ing)?、pour(?:s|ing)
  shooting、spurting、rush(?:es|ing)、running (?:out|down|under|everywhere)、streaming
  喷水、冲天、高压(?:水)?枪、往上翻、倒(?:水|下来)
  往里倒、门缝.{0,3}[淌流冒]
  冲(?:了)?(?:我)?一身、倾泻、泻、喷射、like a river、哗啦
`
const HOLD_BACK = concept`
  关不[掉住上死了紧牢]、关唔、[止堵拦舀挡]不[住赢完及]、停不下、不知道怎么关、(?:阀门?|总?闸).{0,2}在(?:哪|什么地方)、关哪个、找不到(?:总)?[阀闸]、[关总]闸
  (?:can't|cannot|won't) (?:stop|turn|shut|close)
  关了.{0,6}(?:也|都)(?:没用|不行)
  [按摁捂堵](?:着|住)(?:呢|快|,|，| )
  关(?:了|掉|上).{0,6}还在
`
const FLOOD = concept`
  水(?:已经|都|也)?(?:流|漫|淌|浸|涨|淹)到(?!.{0,4}(?:玻璃|窗|衣|被|盆|花))、水深.{0,3}(?:米|厘米|公分|多)、[泽汪]洋、水帘洞、水.{0,3}像.{0,4}开(?:了)?闸、下(?:大)?雨一样
  没.{0,2}水里、淹(?!着|到人|不|没)、漫[到过进上了出]、(?:满|一|整)(?:屋|地|家|楼|走廊|层).{0,3}水、(?:全|都)(?:部)?(?:是|成了?)水(?!渍|垢|泥|印|蒸|珠|汽|雾|管|电|果|费)
  到处.{0,2}水(?!渍|垢)、成了?河、发(?:大)?水(?!票)、跑水、水.{0,3}到(?:了)?(?:小腿|膝|脚|腰|门|轮胎|大腿|腿|插座)
  水.{0,6}没过(?:了)?(?:头|膝|脚|小腿|腿|轮|门|腰|台|车|地|踝|鞋|插)、全泡、(?:水|雨|库).{0,4}倒灌、成了?(?:水塘|池塘|泳池|喷泉|汪洋|海|湖)
  (?:库|井|室|间|家里|屋里|客厅|卧室)(?:都|全|里|也)?.{0,2}[灌进]水、水位.{0,4}(?:涨|高|上)、水(?:还)?在涨、(?:快|都|车)漂、大水
  水漫金山(?=了)、大量.{0,2}[漏涌出]水、flood(?:s|ed|ing)、under ?water、water (?:is |was )?(?:everywhere|rising)
  water (?:has )?(?:reached|risen|up to)、water all over、ankle.deep、knee.deep
  能养鱼(?!吗)、水还在(?:进|涨|来|冒)、成(?:了)?瀑布、成河、到脚(?:踝|面|脖)、ankles?、goods are soaked、river running、like a waterfall
  (?:店|楼|家|屋).{0,2}[全都]进水、往里倒水、像下(?:大)?雨
  水灾、发洪水、浸满、泡在水里
  路(?:面|上)?(?:都|全)?(?:被)?淹了?(?=$|[,，。])、冒水.{0,5}(?:越来越|好多|很大|不停)、水从.{0,6}门(?:底|缝)?.{0,4}(?:出来|流|冒|涌)、水[井管表].{0,2}爆、bursting out
  filling (?:up )?with water
`
const WATER = concept`水、(?:rain)?water`
/** Sewage, toilets, drips, wet walls: other people's work, and no emergency. */
const DRAIN = concept`
  马桶、厕所堵、堵(?!都|不)、地漏、下水、反水、返水、污水、化粪、臭水、脏水、井盖、窨井、dirty water、慢慢下、下得慢、粪、toilet、drains?、sink is、sewage
`
const DRIP = concept`一滴、滴水、滴答、滴滴、渗、不多、有点漏、一点点、有点水、接着呢、马桶(?!角阀|进水|软管|后面|水管)、drip\w{0,4}、a little、slow(?:ly)?、toilet`
const OUTAGE = concept`停水、(?<!自)来水、供水、抢修、水压、修复、恢复、repaired、mended、off since、been (?:dry|off)、整好未、修好未`
const HEARD = concept`听说、据说`
const STAINED = concept`泡坏、泡烂、吊顶.{0,2}(?:坏|湿)、墙皮、墙纸、发霉、水渍、赔、每次、每年、一下雨、下雨就、总是、窗台、飘窗、every time、whenever it rains`
const BIG = concept`
  快、救命、天花板、灯、楼道、电梯、客厅、走廊、满屋、[屋家]里、家门、门口、到处、几米、电、一直、好大、狂、路面、地下、车库、ceiling、everywhere、home、flat、door
  lift、garage、out of
  light、my
  对门、楼下
  sink、stair\w{0,5}、car park、basement、ground floor、help
  越来越大、没人在家
`
const WEAK_PRESSURE = concept`水压、马桶、下水、地漏、花洒、喷头、莲蓬、水龙头出、浑、黄水、空调、脏水、井盖、dirty`

const RULES: readonly Rule[] = [
  [
    'pipe burst',
    (t) =>
      (near(t, PIPE, BURST, 16) || tells(t, concept`爆管`) || tells(t, SNAPPED)) &&
      !mentions(t, OUTAGE) &&
      !mentions(t, HEARD),
  ],
  [
    'pipe broken and water gushing',
    (t) =>
      near(t, PIPE, BROKE, 6) &&
      (near(t, WATER, GUSH, 8) || tells(t, GUSH) || tells(t, HOLD_BACK)) &&
      !mentions(t, DRIP),
  ],
  ['flooded', (t) => tells(t, FLOOD) && !mentions(t, DRAIN) && !mentions(t, HEARD) && !mentions(t, STAINED)],
  [
    'water cannot be stopped',
    (t) =>
      tells(t, HOLD_BACK) &&
      (near(t, WATER, GUSH, 10) || near(t, WATER, concept`[止堵拦舀挡]不[住赢]`, 6)) &&
      !mentions(t, DRIP),
  ],
  [
    'water gushing in',
    (t) =>
      near(t, WATER, GUSH, 8) &&
      tells(t, BIG) &&
      !mentions(t, WEAK_PRESSURE) &&
      !mentions(t, DRIP) &&
      !mentions(t, STAINED),
  ],
  ['like a waterfall', (t) => tells(t, concept`瀑布、水柱、像.{0,3}喷泉、gushing、waterfall`) && mentions(t, WATER)],
  [
    'water in the garage',
    (t) =>
      follows(t, concept`车?库、garage、basement`, concept`[进灌]水、水已经、flood\w{0,3}`, 6) &&
      !mentions(t, concept`有点、会进、每次、总是、下雨就`),
  ],
  [
    'short cry of water',
    (t) => t.length < 14 && tells(t, concept`喷水了、水冲天、是喷(?=$|,|，)、(?:总阀|总闸|水阀).{0,3}在?哪.{0,4}快`),
  ],
  ['sprinkler', (t) => near(t, concept`喷淋、sprinklers?`, concept`误喷、喷了、停不下、爆、went off、won't stop`, 6)],
  [
    'where is the valve',
    (t) => tells(t, concept`(?:stop ?valve|shut ?off|main valve)`) && tells(t, concept`snapped、burst、broke`),
  ],
  [
    'cry for help about water',
    (t) =>
      isDistressed(t) &&
      near(
        t,
        WATER,
        concept`喷、爆、淹、涌、狂、冲、满屋、到处、止不住、关不[住上掉]、漫、gush\w{0,3}、everywhere、pouring`,
        6,
      ) &&
      !mentions(t, DRAIN) &&
      !mentions(t, DRIP) &&
      !mentions(t, OUTAGE),
  ],
]

/** Much water, now. */
export function findBurst(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...DELUGE])
}
