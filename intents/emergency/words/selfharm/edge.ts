import { concept } from '../../concept.ts'

export const EDGE = concept`
  天台
  楼[顶沿]
  屋顶
  顶[楼层]
  窗[台户外]
  栏杆
  护栏
  女儿墙
  外机
  阳台外
  桥[上边]
  悬
  ledge
  roof(?:top)?
  balcony
  window ?sill
  railing
  top of the building
  window
  窗沿
  阳台
`
