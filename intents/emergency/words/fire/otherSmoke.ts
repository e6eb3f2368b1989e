import { concept } from '../../concept.ts'

export const OTHER_SMOKE = concept`
  抽烟
  烟味
  香烟
  二手烟
  烟[头道囱蒂灰花卡酒]
  油烟机?
  烧烤
  烧纸
  烧香
  排烟
  吸烟
  鞭炮
  烟感
  烟雾(?:报警|探测)器?
  smoking
  cigarettes?
  barbecue
  bbq
  加湿器
  干冰
  像?烟雾?(?:一样|似的|弹)
  水汽
  尾气
  grease
  grease smoke
  smokers?
  cooking
  smoke (?:detectors?|alarms?|free)
`
