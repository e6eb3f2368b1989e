import { concept } from '../../concept.ts'

export const PET = concept`
  泰迪
  金毛
  柯基
  柴犬
  哈士奇
  二哈
  拉布拉多
  边牧
  比熊
  博美
  贵宾
  法斗
  雪纳瑞
  萨摩
  德牧
  布偶
  英短
  橘猫
  鹦鹉
  仓鼠
  兔子
  项圈
  狗链
  狗
  猫
  鸟
  乌龟
  宠物
  推车
  快递
  钥匙丢
  dog
  puppy
  kitten
  pet
  parrot
  my cat
  the cat
  cat is
  parcel
  package
`
