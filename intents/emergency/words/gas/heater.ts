import { concept } from '../../concept.ts'

export const HEATER = concept`
  热水器
  洗(?:着|完|个)?澡
  煤炉
  煤球
  蜂窝煤
  炭
  壁挂炉
  取暖炉
  烤火
  火锅
  火盆
  water heater
  boiler
  charcoal
  coal
  烧烤炉
  烤炉
  炉子
  炭火
  generator
`
