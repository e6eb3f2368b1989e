import { concept } from '../../concept.ts'

/** Fountains, sprinklers and bills, and water that belongs where it is. */
export const HARMLESS = concept`
  (?:桶|盆|杯|壶|饮水机|冰箱|矿泉水|加湿器).{0,6}(?:漏|洒|翻|溢|倒|碎)了?.{0,4}(?:一地|满地)?的?水
  水费
  爆表
  喷泉(?!一样|似)(?<!像喷泉)(?<!了喷泉)
  喷灌.{0,6}喷水
  喷灌
  洗车
  绿化
  浇[水花]
  油烟.{0,2}倒灌
  爆满
  爆料
  火爆
  灯管.{0,6}[爆炸碎]
  灯泡.{0,4}炸
  水深多少
  自来水厂
  水管工
  灌浆
  淹死
  (?:路口|马路|路上)[^,，。]{0,4}水管
`
