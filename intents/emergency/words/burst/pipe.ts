import { concept } from '../../concept.ts'

export const PIPE = concept`
  水管
  [主支立总干铁铜]?管[子道线]?
  [角总]?阀门?
  (?:水)?龙头
  水表
  水箱
  热水器
  暖气片?
  地暖
  洗衣机
  (?<!焊)接[头口]
  消防栓?
  消火栓
  喷淋头?
  净水器
  花洒
  软管
  三通
  弯头
  水泵
  pipes?
  taps?
  faucets?
  valves?
  mains?
  hydrants?
  sprinklers?
  boiler
  radiator
  hose
  法兰
  阀
  水塔
  分水器
  tank
  water heater
`
