import { concept } from '../../concept.ts'

export const ANIMAL = concept`
  猫
  狗
  老鼠
  虫
  蛇
  树枝
  蟑螂
  蝙蝠
  鸟
  车
  水
  信箱
  快递柜
  cat
  dog
  rat
  car
  water
  藤
  纱窗
`
