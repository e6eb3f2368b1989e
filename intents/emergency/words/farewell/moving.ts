import { concept } from '../../concept.ts'

export const MOVING = concept`
  搬
  退租
  租约
  新房
  新家
  出差
  旅游
  出国(?!.{0,4}不回)
  回老家
  过年
  过节
  调走
  几天
  [两三四五六七八九\d][周天]后?(?!没|不|几)
  个月后?(?!没|不)
  卖(?:了)?房
  交房
  离职
  放假
  住院
  moving
  holiday
  vacation
`
