import { concept } from '../../concept.ts'

export const BBQ = concept`
  空气炸锅
  尾气
  烧烤
  烧纸
  烧香
  鞭炮
  烟花
  做饭
  炒菜
  油烟
  抽烟
  吸烟
  雾霾
  排气
  cigarettes?
  barbecue
  bbq
  smoking
  cooking
  grease
  restaurant
  chimney
  红薯
  香薰
  艾灸
  灭蚊
`
