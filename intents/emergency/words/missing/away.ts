import { concept } from '../../concept.ts'

export const AWAY = concept`
  暖气
  供暖
  热乎
  停水
  停电
  通气
  打工
  出差
  外地
  国外
  海外
  部队
  加班
  下班
  住校
  出国
  旅游
  快递
  报修
  师傅
  物业
  房产证
  回复
  发票
`
