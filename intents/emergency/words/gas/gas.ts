import { concept } from '../../concept.ts'

export const GAS = concept`
  黄管子?
  co detector
  co alarm
  煤气
  天然气
  燃气
  液化气
  沼气
  可燃气体?
  一氧化碳
  管道气
  气[罐瓶管表]
  (?<!空|暖)气阀
  调压[箱站柜]
  通的?气
  gas
  carbon monoxide
  propane
  毒气
  气体(?!灭火)
  (?<![a-z])gas ?!
`
