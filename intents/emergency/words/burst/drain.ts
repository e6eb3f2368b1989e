import { concept } from '../../concept.ts'

/** Sewage, toilets, drips, wet walls: other people's work, and no emergency. */
export const DRAIN = concept`
  马桶
  厕所堵
  堵(?!都|不)
  地漏
  下水
  反水
  返水
  污水
  化粪
  臭水
  脏水
  井盖
  窨井
  dirty water
  慢慢下
  下得慢
  粪
  toilet
  drains?
  sink is
  sewage
  水池?下不去
  洗澡水[^,，。]{0,4}(?:下不|排不|流不|不走|慢)
  地漏慢
  漫进来一点
  (?:薄|浅浅)一层
`
