import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { GAS_SIGNS } from './gasSigns.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** What names gas without any of it leaking, and smells that have their own cause. */
export const HARMLESS = concept`
  暖气.{0,8}(?:嘶嘶|呲呲)、  排气阀、[热冷暖空水蒸脾]气、气泡、没漏、煤?气费、新闻、(?:泄漏|漏气)(?:的)?(?:报警|检测|探测|保护)器?、漏[水电风]、放气阀、(?<!是)不是(?:煤气|燃气|天然气|gas)、防.{0,2}煤气中毒、煤气中毒的?.{0,4}(?:提示|知识|预防|宣传)、检漏、查漏(?:水|电)、自来水.{0,6}味、没味
  (?:轮胎|车胎|窗户?|门缝|空调|冰箱|氟|抽水|水箱|皮球|气球|暖气片?).{0,3}漏气、gas (?:bill|fee|company|card)
  一股(?:下水|霉)
  支?气管炎、玻璃裂、漏不漏(?=$|[啊呀吗,，。?？])、(?:开关|旋钮|把手|支架|面板|螺丝|腿)(?:有点|都)?松[了动]
`
const GAS = concept`
  黄管子?、co detector、co alarm、煤气、天然气、燃气、液化气、沼气、可燃气体?、一氧化碳、管道气、气[罐瓶管表]、(?<!空|暖)气阀、调压[箱站柜]、通的?气、gas
  carbon monoxide、propane
  毒气、气体(?!灭火)、(?<![a-z])gas ?!
`
const NO_SMELL = concept`(?:没有?|无)(?:任何|什么|啥|其他)?(?:异|怪|气|臭|煤气|燃气)?味道?(?!不)`
const SMELL = concept`
  扑(?:脸|鼻)、一股、冲鼻、味儿、(?<!怪|异)味、闻[到着见]、好?臭、刺鼻、呛、熏、smell(?:s|ing|ed|y)?、odou?r、reek\w{0,3}
  stink\w{0,3}、stench
  味道?
`
const LEAK = concept`
  [咝哧]{1,2}、喷、往外[跑泄窜]、窜、外[泄逸]、起泡、coming out、blowing、hissing、(?:can't|won't) (?:shut|turn|close)、喷气
  出气、(?:掉|脱)了、came off、came loose、漏、泄、跑气、(?:往外|在|还在)?冒(?!险)、嘶嘶、[呲嗤丝滋刺]{2}、呼呼、关不[上住死紧牢了严]、没关[严紧好]
  (?:打|挖|撞|扯|拧|咬|剪|弄|割|砸|铲|踩|绊)[断破坏穿掉漏]、钻[破穿断到]、断[裂了]、破[了裂损]、裂[了开]、脱落、松[了脱]、leak(?:s|ing|ed|age)?
  hiss(?:es|ing)?、escaping、broken、ruptured、drilled、cut through、snapped
  [钻打凿].{0,3}洞、溢、逸、散出、飘
`
const FILLS = concept`
  (?:全|都)是、满、闷、满屋、一屋子、屋子?里?(?:全|都)是、到处都?是、很浓、好浓、越来越[大浓重]、好重、特别[大重浓]、没关、忘(?:了|记)?关、开了一、没拧
  left the gas on、gas on
  left the (?:stove|burner|gas) on
`
const ALARM = concept`报警、警报、探测器、警铃、嘀嘀、alarms?、detectors?`
const SOUNDS = concept`
  响、叫、报警了、[闪亮]红、红灯、推送、触发、(?:won't|doesn't|keeps?) (?:stop )?(?:beep\w{0,3})、beep(?:s|ing)?
  going off、went off、goes off、ring(?:s|ing)、sounding、flashing、red light、triggered
  [滴嘀哔嗶]{2}、🚨、不停
  screaming
`
const COOKING = concept`炒菜、做饭、厨房、烧饭、煮饭、cooking`
const DUE = concept`没电、电量、过期、到期、更换、怎么装、一声、隔.{0,4}响、(?<!是不是)(?<!会不会)(?<!是)误报(?![吗吧啊呢?？])、low battery、dead、expired、every (?:minute|few)`
const EGG = concept`烂(?:了的)?(?:洋葱|白菜|菜帮|菜叶|大蒜).{0,4}味?、臭洋葱、(?:rotten|rotting|bad) (?:onion|cabbage|garlic)s?、臭鸡蛋、臭蛋、坏(?:了的)?鸡蛋、坏蛋味、rotten eggs?、sul(?:ph|f)ur`
const SEWER = concept`冰箱、下水、地漏、马桶、反味、返味、反臭、厕所、污水、水龙头、自来水、垃圾、水管、drains?、sewers?、toilet、tap、water`
const MONOXIDE = concept`co (?:detector|alarm)、一氧化碳、(?:煤气|燃气|天然气|炭|气体)中毒、中煤气、co中毒、carbon monoxide、gas poisoning`
const DIZZY = concept`
  犯迷糊、难受、叫不醒、昏迷、feel (?:ill|sick|dizzy)、晕倒、头(?:好|很|有点|都|越来越|直|发|也)?[晕昏懵]、发[晕昏]、晕(?:晕|乎|得|了)、恶心、想吐、呕吐
  昏沉、迷糊、[晕昏]过去、dizzy、headaches?、nause\w{1,4}、light-?headed、sick
  吐了、没力气、没劲、站不[住稳]、发软、腿软
  head (?:hurts|aches|is spinning)
`
const SEVERAL = concept`
  一家、全家、[我他]们(?:几|都|俩|两|三|四|全)、家里人、大家、[两三四五几]个人?都?、[两三四五]口、老小、(?:we|us) (?:are )?(?:all|both)
  whole family、everyone、all of us、both of us、my (?:wife|husband|kids?) and i
`
const HEATER = concept`
  热水器、洗(?:着|完|个)?澡、煤炉、煤球、蜂窝煤、炭、壁挂炉、取暖炉、烤火、火锅、火盆、water heater、boiler、charcoal、coal
  烧烤炉、烤炉、炉子、炭火、generator
`
const OTHER_FUMES = concept`
  美甲、理发、烫发、胶水、香水、蚊香、洗衣店、打印
  装修、油漆、刷漆、打药、农药、垃圾、吵、噪、下水、杀虫、消杀、烧烤(?!炉)、油烟、抽烟、物业费、电梯、公式、账、吃(?:了|坏)、外卖、食物、排烟口、火锅店、牛油、烧烤店、paint、noise、bill、sick of
`
const STRANGE = concept`怪味、异味、刺鼻、不明气[味体]、奇怪的?味、难闻、strange smell、weird smell、funny smell`
const STOVE = concept`火(?=灭|被|浇|熄)、灶、炉[子头盘灶]、软管、接[口头]、(?<!水|总|角|暖)阀门?、stove、cooker、hob、burner`
const ESCAPES = concept`
  冒、呼呼、gas、刺鼻、出气、漏、漏气、嘶嘶、[呲嗤]{2}、漏煤、冒泡、味、闻、呛、熏、气还、hissing、smell\w{0,4}
  满屋、一屋
`
const UNLIT = concept`
  没火、呼呼、isn't lit、浇灭、浇熄、玩灶、坏了、没关、忘(?:了|记)?(?:关)、关不[严上紧]、没(?:点|打)着、火(?:灭|熄)了?、拧开、打开(?:了)?(?:没|不知)、开着
  没开火、满屋、越来越大、left on、not lit、went out
  换(?:了)?灶、换(?:了)?表、换罐
`
const LEAKS_AIR = concept`
  (?<![热冷暖空水蒸])气(?:都|就)?(?:往外|一直|在|呼呼|直往外)(?:往外)?[跑冒漏喷窜]、罐子?.{0,4}漏、管子?.{0,12}冒气、阀门?.{0,8}关不.{0,6}味
  漏气、跑气、气(?:还|一直)?在[漏冒]、[呲嘶]{2}.{0,3}[漏冒响]
`
const ALARMING = concept`报警器.{0,10}(?:[嘀滴哔嗶]{2}|数字|往上跳)、报警器.{0,8}叫个、报警器.{0,4}(?:响|叫)、嘀嘀嘀、红灯.{0,3}[闪亮]`
const FOUND_OUT = concept`肥皂水.{0,8}(?:泡|漏)、洗洁精.{0,6}冒泡、soapy? water .{0,14}bubbl\w{1,4}`

const RULES: readonly Rule[] = [
  ['smell of gas', (t) => near(without(t, NO_SMELL), GAS, SMELL, 18) && !mentions(t, concept`闻不到`)],
  ['gas escapes', (t) => near(t, GAS, LEAK, 11)],
  ['gas fills the room', (t) => near(t, GAS, FILLS, 5)],
  ['gas alarm sounds', (t) => mentions(t, GAS) && near(t, ALARM, SOUNDS, 14) && !mentions(t, DUE)],
  [
    'an alarm in the kitchen',
    (t) => tells(t, ALARMING) && mentions(t, concept`厨房、灶、盒子、味、臭、气、往上跳`) && !mentions(t, DUE),
  ],
  ['leaks', (t) => tells(t, LEAKS_AIR) && !mentions(t, concept`不出东西、不出水、没水、停水、龙头、水管、放气`)],
  ['soap shows it', (t) => tells(t, FOUND_OUT)],
  ['rotten eggs', (t) => tells(t, EGG) && !mentions(t, SEWER)],
  ['carbon monoxide', (t) => tells(t, MONOXIDE) && !mentions(t, DUE)],
  ['several are dizzy', (t) => near(t, SEVERAL, DIZZY, 12) && !mentions(t, OTHER_FUMES)],
  ['dizzy beside a burner', (t) => near(t, HEATER, DIZZY, 18) && !mentions(t, OTHER_FUMES)],
  [
    'dizzy in the kitchen',
    (t) =>
      near(t, COOKING, concept`头.{0,2}[晕昏]、想吐、恶心、dizzy`, 10) &&
      !mentions(t, concept`味道?大、装修、油漆、油烟倒灌、烧烤、楼下`),
  ],
  ['strange smell and dizzy', (t) => near(t, STRANGE, DIZZY, 14) && !mentions(t, OTHER_FUMES) && !mentions(t, SEWER)],
  ['stove leaks', (t) => near(t, STOVE, concept`漏气、嘶嘶、[呲嗤]{2}、漏煤、hissing`, 8)],
  [
    'stove open without flame',
    (t) =>
      mentions(t, STOVE) &&
      near(t, UNLIT, ESCAPES, 16) &&
      !mentions(t, concept`油烟机(?=坏|不|修|漏|倒|滴|味)、焦、糊、止回阀、烟道`),
  ],
  ['left open', (t) => follows(t, concept`忘(?:了|记)?关(?:火|灶|气|阀|煤|燃|天)`, concept`味、晕、一屋、呛、气`, 18)],
  [
    'burner without flame',
    (t) =>
      tells(
        t,
        concept`(?:灶|眼|火)(?:眼|头)?没(?:点|打)(?:着)?.{0,10}(?:味|气)、(?:burner|stove) .{0,24}without (?:a )?flame、smells? gassy、火灭了?.{0,10}(?:气|味)`,
      ),
  ],
  [
    'gas in other words',
    (t) =>
      near(t, concept`天然气、燃气、煤气、气罐`, concept`味、[呲滋嘶]`, 16) && tells(t, concept`冲、散不掉、呲、不敢`),
  ],
  ['hiss and smell', (t) => near(t, concept`嘶嘶、[呲滋]{2}`, concept`味`, 8)],
  ['valve and smell', (t) => tells(t, concept`valve`) && tells(t, concept`smell`) && !mentions(t, SEWER)],
  [
    'smell at the stove',
    (t) =>
      near(t, concept`灶(?:台|具|底)?、炉灶`, concept`(?:有|股|漏).{0,3}味`, 6) &&
      !mentions(t, concept`油烟、焦、糊、饭、菜、异味、下水、地漏、返`),
  ],
  [
    'cry for help about gas',
    (t) =>
      isDistressed(t) &&
      tells(
        t,
        concept`煤气(?!灶|卡|费|表|公司)、燃气(?!灶|卡|费|表|公司|热)、天然气(?!灶|卡|费|表|公司)、液化气、a gas、of gas、gas (?:on|everywhere|leak)、gas(?= ?!)`,
      ) &&
      !mentions(
        t,
        concept`通气、没通、不通、开通、什么时候、几时、停气、没气、断气、打不着、点不着、充值、缴、交费、预约、安检、欠、装修、你们.{0,3}不能、改、维修、报修、验收、催`,
      ),
  ],
]

/** Gas escapes, or the air makes several people unwell. */
export function findGasLeak(telling: Telling): string | undefined {
  // A smell that comes back each evening is a leak all the same.
  if (isTalk({ ...telling, habit: false })) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...GAS_SIGNS])
}
