import { concept } from '../../concept.ts'

export const WEAPON = concept`
  刀
  斧头?
  铁?棍
  枪
  砖头
  钢管
  铁锹
  凶器
  榔头
  锤子
  酒瓶
  硫酸
  电棍
  匕首
  knife
  knives
  gun
  machete
  axe
  weapon
  bat
  hammer
  acid
  凳子?
  椅子
  木棒
  球棒
  棍棒
  菜刀
  火钳
`
