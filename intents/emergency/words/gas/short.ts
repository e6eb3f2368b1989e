/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const NO_SMELL = concept`
  (?:没有?|无)(?:任何|什么|啥|其他)?(?:异|怪|气|臭|煤气|燃气)?味道?(?!不)
`

export const SMELL = concept`
  扑(?:脸|鼻)
  一股
  冲鼻
  味儿
  (?<!怪|异)味
  闻[到着见]
  好?臭
  刺鼻
  呛
  熏
  smell(?:s|ing|ed|y)?
  odou?r
  reek\w{0,3}
  stink\w{0,3}
  stench
  味道?
`

export const FILLS = concept`
  (?:全|都)是
  满
  闷
  满屋
  一屋子
  屋子?里?(?:全|都)是
  到处都?是
  很浓
  好浓
  越来越[大浓重]
  好重
  特别[大重浓]
  没关
  忘(?:了|记)?关
  开了一
  没拧
  left the gas on
  gas on
  left the (?:stove|burner|gas) on
`

export const ALARM = concept`
  报警
  警报
  探测器
  警铃
  嘀嘀
  alarms?
  detectors?
`

export const COOKING = concept`
  炒菜
  做饭
  厨房
  烧饭
  煮饭
  cooking
`

export const DUE = concept`
  没电
  电量
  过期
  到期
  更换
  怎么装
  一声
  隔.{0,4}响
  (?<!是不是)(?<!会不会)(?<!是)误报(?![吗吧啊呢?？])
  low battery
  dead
  expired
  every (?:minute|few)
`

export const EGG = concept`
  烂(?:了的)?(?:洋葱|白菜|菜帮|菜叶|大蒜).{0,4}味?
  臭洋葱
  (?:rotten|rotting|bad) (?:onion|cabbage|garlic)s?
  臭鸡蛋
  臭蛋
  坏(?:了的)?鸡蛋
  坏蛋味
  rotten eggs?
  sul(?:ph|f)ur
`

export const SEWER = concept`
  冰箱
  下水
  地漏
  马桶
  反味
  返味
  反臭
  厕所
  污水
  水龙头
  自来水
  垃圾
  水管
  drains?
  sewers?
  toilet
  tap
  water
`

export const MONOXIDE = concept`
  co (?:detector|alarm)
  一氧化碳
  (?:煤气|燃气|天然气|炭|气体)中毒
  中煤气
  co中毒
  carbon monoxide
  gas poisoning
`

export const SEVERAL = concept`
  一家
  全家
  [我他]们(?:几|都|俩|两|三|四|全)
  家里人
  大家
  [两三四五几]个人?都?
  [两三四五]口
  老小
  (?:we|us) (?:are )?(?:all|both)
  whole family
  everyone
  all of us
  both of us
  my (?:wife|husband|kids?) and i
`

export const STRANGE = concept`
  怪味
  异味
  刺鼻
  不明气[味体]
  奇怪的?味
  难闻
  strange smell
  weird smell
  funny smell
`

export const STOVE = concept`
  火(?=灭|被|浇|熄)
  灶
  炉[子头盘灶]
  软管
  接[口头]
  (?<!水|总|角|暖)阀门?
  stove
  cooker
  hob
  burner
`

export const LEAKS_AIR = concept`
  (?<![热冷暖空水蒸])气(?:都|就)?(?:往外|一直|在|呼呼|直往外)(?:往外)?[跑冒漏喷窜]
  罐子?.{0,4}漏
  管子?.{0,12}冒气
  阀门?.{0,8}关不.{0,6}味
  漏气
  跑气
  气(?:还|一直)?在[漏冒]
  [呲嘶]{2}.{0,3}[漏冒响]
`

export const ALARMING = concept`
  报警器.{0,10}(?:[嘀滴哔嗶]{2}|数字|往上跳)
  报警器.{0,8}叫个
  报警器.{0,4}(?:响|叫)
  嘀嘀嘀
  红灯.{0,3}[闪亮]
`

export const FOUND_OUT = concept`
  肥皂水.{0,8}(?:泡|漏)
  洗洁精.{0,6}冒泡
  soapy? water .{0,14}bubbl\w{1,4}
`
