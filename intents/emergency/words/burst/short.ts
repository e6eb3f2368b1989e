/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const BURST = concept`
  爆(?!满|裂声)
  炸
  崩
  burst(?:s|ing|ed)?
  exploded
  blew
  blown
`

export const BROKE = concept`
  断
  裂
  脱落
  [掉落][了下]
  破[了裂]?
  [脱松冲崩]开
  飞了
  [撞碰砸拧挖打]?[坏掉倒断歪]了
  脱
  broken?
  came off
  split
  cracked
  snapped
  knocked off
  fell off
`

export const SNAPPED = concept`
  (?:(?:水|主|立|总|铁|铜|暖气?|热水|进水)管[子道]?|总阀门?)(?:都|给|被)?(?:.{0,4})?(?:爆|炸|崩|断了|破裂|断裂|打断|挖断|撞断|冻裂|破了)
  三?角阀(?:都|给)?(?:断|掉|崩|爆)
  水塔.{0,3}[破裂爆倒]
`

export const HOLD_BACK = concept`
  关不[掉住上死了紧牢]
  关唔
  [止堵拦舀挡]不[住赢完及]
  停不下
  不知道怎么关
  (?:阀门?|总?闸).{0,2}在(?:哪|什么地方)
  关哪个
  找不到(?:总)?[阀闸]
  [关总]闸
  (?:can't|cannot|won't) (?:stop|turn|shut|close)
  关了.{0,6}(?:也|都)(?:没用|不行)
  [按摁捂堵](?:着|住)(?:呢|快|,|，| )
  关(?:了|掉|上).{0,6}还在
`

export const WATER = concept`
  水
  (?:rain)?water
`

export const DRIP = concept`
  一滴
  滴水
  滴答
  滴滴
  渗
  不多
  有点漏
  一点点
  有点水
  接着呢
  马桶(?!角阀|进水|软管|后面|水管)
  drip\w{0,4}
  a little
  slow(?:ly)?
  toilet
`

export const OUTAGE = concept`
  停水
  (?<!自)来水
  供水
  抢修
  水压
  修复
  恢复
  repaired
  mended
  off since
  been (?:dry|off)
  整好未
  修好未
`

export const HEARD = concept`
  听说
  据说
`

export const STAINED = concept`
  泡坏
  泡烂
  吊顶.{0,2}(?:坏|湿)
  墙皮
  墙纸
  发霉
  水渍
  赔
  每次
  每年
  一下雨
  下雨就
  总是
  窗台
  飘窗
  every time
  whenever it rains
  老家
  隔壁省
  鱼缸
  水脚印
`

export const WEAK_PRESSURE = concept`
  水压
  马桶
  下水
  地漏
  花洒
  喷头
  莲蓬
  水龙头出
  浑
  黄水
  空调
  脏水
  井盖
  dirty
  喷灌
  水压高
`
