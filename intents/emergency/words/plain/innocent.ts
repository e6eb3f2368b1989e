import { concept } from '../../concept.ts'

/** Where smells and smokes come from that are no leak and no fire. */
export const INNOCENT = concept`
  火锅
  串串
  麻辣烫
  烤肉
  烤鱼
  烤串
  烧烤
  炸鸡
  炸串
  卤味
  餐馆
  餐厅
  饭店
  饭馆
  面馆
  早餐[店铺]
  小吃店
  熟食
  食堂
  臭豆腐
  腊肉
  榴莲
  猪油
  辣椒
  炝锅
  油烟
  烟囱
  排烟口?
  抽烟
  吸烟
  香烟
  烟头
  烟味
  二手烟
  烧香
  点香
  上香
  佛堂
  盘香
  蚊香
  香薰
  艾[灸条叶]
  熬药
  中药
  烧纸
  纸钱
  鞭炮
  油漆
  刷漆
  喷漆
  涂料
  胶水
  打胶
  甲醛
  香水
  指甲油
  美甲
  理发店?
  染发
  尾气
  热车
  垃圾
  泔水
  馊
  下水道
  下水口
  地漏
  存水弯
  阴沟
  返[臭味]
  厕所
  狗[尿屎]
  猫[尿屎]
  骚味
  汗[味馊]
  死(?:了)?(?:老鼠|耗子)
  霉
  杀虫
  消毒
  驱蚊
  农药
  打药
  cigarettes?
  smoking
  smokers?
  incense
  barbecue
  bbq
  restaurant
  noodle shop
  cooking fumes
  fried
  frying
  paint
  hair salon
  garbage
  trash
  rubbish
  bins?
  sewage
  sewer
  drains?
  exhaust
  wet dog
  perfume
`

/** What such a cause explains: a smell, a smoke, a cough. */
export const IN_THE_AIR = concept`
  味
  臭
  烟
  呛
  熏
  馊
  smell\w{0,3}
  stink\w{0,3}
  stench
  reek\w{0,3}
  smoke
  smoking
  fumes?
  haz[ey]
`

/** Whoever wonders where it comes from names no cause. */
export const WONDERED = concept`
  [不好太有]像
  还是
  不知
  不晓得
  说不
  哪来
  哪里
  怪味
  奇怪
  怪怪
  突然
  什么味
  啥味
  not (?:like|the|from)
  strange
  weird
  wonder\w{0,3}
`

/** What makes even those a matter for help. */
export const PERIL = concept`
  煤气
  燃气
  天然气
  液化气
  气罐
  瓦斯
  沼气
  漏气
  鸡蛋
  一氧化碳
  [晕昏]
  恶心
  想?吐了?
  喘不
  [着起失走]火
  着了
  火[光苗势焰星]
  明火
  火[!！]
  烧起
  烧着了
  在烧
  燃起
  冒.{0,3}烟
  [黑浓]烟
  看不见
  爆炸
  [嘶呲滋嗤]{2}
  救命
  报警
  灶
  gas
  eggs?
  dizzy
  fire
  flames?
  burning
  black smoke
  alarm
  hiss\w{0,3}
  stove
  cooker
`
