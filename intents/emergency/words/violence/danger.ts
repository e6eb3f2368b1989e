import { concept } from '../../concept.ts'

export const DANGER = concept`
  我家
  我屋
  骂
  喊
  醉
  不[走出]
  怕
  一个人在
  威胁
  救命
  快
  现在
  正
  蒙面
  砸
  一伙
  有人
  my
  our
  now
  help
  masked
  man
  someone
  我门
  院子
  家里
`
