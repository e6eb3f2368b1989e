import { concept } from '../../concept.ts'

export const UNLIT = concept`
  没火
  呼呼
  isn't lit
  浇灭
  浇熄
  玩灶
  坏了
  没关
  忘(?:了|记)?(?:关)
  关不[严上紧]
  没(?:点|打)着
  火(?:灭|熄)了?
  拧开
  打开(?:了)?(?:没|不知)
  开着
  没开火
  满屋
  越来越大
  left on
  not lit
  went out
  换(?:了)?灶
  换(?:了)?表
  换罐
`
