import { concept } from '../../concept.ts'

export const OTHER = concept`
  冰箱
  油烟
  焦
  糊
  饭菜
  菜味
  下水
  地漏
  马桶
  水管
  暖气
  垃圾
  油漆
  装修
  甲醛
  狗
  猫尿
  烧烤
  烟味
  霉
  厕所
  水龙头
  水表
  paint
  drain
`
