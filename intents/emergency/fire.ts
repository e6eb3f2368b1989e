import { BLAZE } from './blaze.ts'
import { concept, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** Fire that is anger, food, travel, equipment or a flame in its place. */
export const HARMLESS = concept`
  火烧(?:云|赤壁|圆明园|连营|[店铺]?烧饼)、失火的天堂、城门失火、抱薪救火、火太大.{0,4}(?:糊|焦|锅|了还能)、不(?:是|像)(?:着|起)?火(?!了)、不冒烟、喷火枪、喷枪、动火(?:证|作业)?、火警(?:警报|报警|按钮|电话|主机|系统)、电焊[^着烧燃]{0,14}火花、烧火棍、没(?:有)?(?:着|起)火、[没无](?:有)?烟、[脚手].{0,3}(?:热|烫)得
  (?:looks?|looked) like smoke、防火、火苗.{0,3}(?:[发是偏]?[黄红]|[太偏]?[小大]|跳|调)、着火的?(?:视频|新闻|照片|图片|小区|通知)、火化、火葬、火箭、火星人
  烟花棒?、仙女棒、像.{0,5}爆炸(?:一样)?、爆炸(?:一样|似的)、灭火器?、消防、火锅、火车、[发上恼怒惹光窝]火、火[大气爆力热腿候速急辣]、打火(?!花|星)、着火点、[打点]不[着了]火?
  打[着了]火、点[着了]?火、[开关]着?火、生意.{0,3}火、火烧眉毛、火冒三丈、(?:十万)?火急、防火[门墙]?、后院起火、心急如焚、像.{0,5}(?:着火|火烧|冒烟)
  着火(?:了)?(?:一样|似的)、(?:嗓子|喉咙|头顶|气得|急得|忙得|热得|渴得).{0,2}(?:冒烟|冒火|着火|起火)、[睡摸等找接听]着了、(?<!沙)发烧、放火烧
  火灾(?:隐患|险|风险|责任|逃生|自救|预防|报警电话)
  fire (?:risk|hazard|drill|extinguisher|escape|alarm test|exit|door|hydrant|lane|safety|the|him|her|that|this|your|department number|insurance|station)
  firework、fired?wall、wild ?fire
`
const FIRE = concept`
  火[!！,，]?火[!！]、^火[!！]、玩火(?!柴)、[蹿窜喷]火(?!车)、把.{1,8}(?:点|引着|烧着|烧|燃)了(?![个一])、引着了、着火、起火、失火、(?<!不)走水[了啦]、火灾、大火、火光、火苗、明火、火焰、自燃
  烧(?:了)?起来、燃(?:起|了|着)、[引点]燃(?!气|放)、点着(?!了?(?:烟|手机|蜡|灯|蚊香|手电))、[有起]火(?!车|锅|气|花|了吧)(?=$|[,，。!！ 在从])
  火(?:越烧?来?越|太|好|很)(?:大|旺|猛)、燃烧、烧着[了啦]、火警、救火、着起来、火(?:势|烧)、冒火(?!花)、在烧
  (?:桶|堆|草|树|衣服|被子?|窗帘|沙发|车|房|屋|家|楼|店|线|池|箱|里|里头|面|炉|桌|帘|机|板|坪|纸|绳|棉|毯|床|棚|锅|油|座|灯|表|瓶|叶|皮|布)[子]?(?:都|又|被|也)?着了
  [房屋家店]子?烧了、爆炸、on fire、(?:a|big|house|kitchen|huge|electrical|small) fire
  (?:there's|there is|is|saw|see) fire
  fire (?:below|above|in|at|on|downstairs|upstairs|next|here|now|outside)、(?<![a-z])fire ?[!.]
  fire$、flames?、burning (?!question|issue|desire|smell)、is burning、caught fire
  (?:全|都|到处)是火、\w{1,20}'s burning、火烛、被烟困
  (?:布|单|帘|被|垫|桌|衣|箱|纸|草)子?(?:给|被)?(?:燎|引|点)着(?:了)?、火(?:都|已经|正)?烧(?!水|饭|菜|烤|腿)、(?:^|[,，!！ ])着(?:了|啦)(?=$|[着!！,，])、一(?:团|片)火、爆燃、被人点(?:了|着)、电弧、短路.{0,4}(?:冒|起|着)、山火、burning down、is burning
  (?:又|还|也|就)着了(?!凉|急|迷)
`
const QUESTION_OF_RULE = concept`
  (?:着火|起火|失火)(?:时|后|的话|应该|要)?(?:怎么办|怎么跑|怎么逃|往哪|咋办|谁负责)
  (?:堵|堆|放|占|充电|飞线|上楼|杂物).{0,16}(?:怎么办|怎么跑|往哪儿?跑|谁负责|跑不掉|逃)、(?:着|起|失)火(?:时|的时候|了)?.{0,6}(?:能|可以|可不可以|能不能)(?:坐|乘|用|走).{0,6}(?:电梯|楼梯|[吗么?？]|$)、起火的?(?:风险|隐患)、想[着到]着火、真(?:要|的)?(?:是)?(?:着|起)(?:火|起?来)了?(?:的话)?[,，]?.{0,6}(?:往哪|怎么|咋|谁)、(?:啥|什么|几)时候?.{0,4}烧起来
`
const SMOKE = concept`
  烟(?:都|也|全)?(?:灌|涌|钻|窜|飘进|进了)、[黑浓呛]烟、冒.{0,3}烟、[黑浓白]烟、[全都]是烟、好(?:多|大的?)烟
  (?:满|一)(?:屋|楼|层|走廊)[子道]?.{0,3}烟、有(?:很多|好多|大)?烟(?!灰)、烟(?:雾|很大|好大|特别大|太大|很浓|好浓)、大烟、进(?:来)?(?:了)?烟
  烟.{0,6}(?:从|往|顺|由|把).{0,8}(?:[涌钻灌进冒窜飘出来满])、[涌窜飘灌钻]烟、烟[涌窜灌钻]、烟都?进、smoke
  闻到.{0,3}烟(?!味|花|瘾)
`
export const OTHER_SMOKE = concept`
  抽烟、烟味、香烟、二手烟、烟[头道囱蒂灰花卡酒]、油烟机?、烧烤、烧纸、烧香、排烟、吸烟、鞭炮、烟感、烟雾(?:报警|探测)器?、smoking、cigarettes?、barbecue、bbq
  加湿器、干冰、像?烟雾?(?:一样|似的|弹)、水汽、尾气
  grease、grease smoke、smokers?、cooking、smoke (?:detectors?|alarms?|free)
`
const BBQ = concept`
  空气炸锅、尾气、  烧烤、烧纸、烧香、鞭炮、烟花、做饭、炒菜、油烟、抽烟、吸烟、雾霾、排气、cigarettes?、barbecue、bbq、smoking、cooking、grease、restaurant
  chimney
`
const SPARK = concept`火花、火星、冒火、打火、噼里啪啦、噼啪、sparks?、sparking`
const ELECTRIC = concept`电、插[座排头]、开关、线路?、表箱、空调、outlet、socket、wires?、wiring、meter、electric\w{0,5}`
const BURNT = concept`
  烧(?:塑料|橡胶|胶皮|电线).{0,4}(?:味|臭|呢)、呛得?.{0,4}(?:下|出|喘|睁)不、烧?[焦糊胡]了?的?(?:臭)?味、烧焦(?:的)?(?:气|味|臭)
  烧[焦糊].{0,3}味、焦臭、着火的?味、burning smell、smell\w{0,4} .{0,12}burn(?:ing|t)、something burning
`
const WORKS = concept`烤箱、烤糊、电焊、装修、做饭、炒菜、饭、灯泡、抽烟、香烟、油烟、打药、油漆`
const FIRE_ALARM = concept`烟感、火警、烟雾报警器?、◦(?:报警|警报|警铃)器?、警铃、fire alarm、smoke alarm`
const SOUNDS = concept`响、叫、going off、ringing、went off、beeping`
const FALSE_ALARM = concept`(?<!是不是)(?<!会不会)(?<!是)误报(?![吗吧啊呢?？])、会响、才响、怎么样?才、没电、电池、坏、修、吵、滴滴、关掉、关闭、怎么关、测试、装、瞎叫、乱叫、乱响、瞎响、质保、battery、test\w{0,3}、every`

const RULES: readonly Rule[] = [
  ['fire', (t) => tells(t, FIRE)],
  ['smoke', (t) => tells(without(t, OTHER_SMOKE), SMOKE) && !mentions(t, BBQ)],
  ['sparks', (t) => near(t, SPARK, ELECTRIC, 12)],
  ['smell of burning', (t) => tells(t, BURNT) && !mentions(t, WORKS)],
  ['fire alarm sounds', (t) => near(t, FIRE_ALARM, SOUNDS, 6) && !mentions(t, FALSE_ALARM)],
  [
    'cry for help about fire',
    (t) =>
      isDistressed(t) &&
      tells(
        without(t, OTHER_SMOKE),
        concept`[起着]火、浓?烟(?!花|酒)、烧(?!水|饭|菜|烤|钱)、火(?=!|！|,|，|$|啊)、smoke、fire、burning`,
      ) &&
      !mentions(t, BBQ) &&
      !mentions(t, concept`充电、飞线、堵、堆、隐患、抽、打不、脾气、生火、电闸`),
  ],
]

/** Fire, or smoke that may be fire. */
export function findFire(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.doused || telling.yesterday) return undefined
  if (mentions(telling.text, QUESTION_OF_RULE) && !telling.urgent) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...BLAZE])
}
