import { concept } from '../../concept.ts'

export const NOT_A_LIFT = concept`
  柜
  东西(?!里)
  快递
  垃圾
  配电
  电表
  水表
  纸箱
  信箱
  工具
  狗
  猫
  阁楼
  月饼
  厕所
  卫生间
  卧室
  厨房
  阳台
  书房
  车里
  车库
  网
  系统
  app
  parcel
  cat
  dog
`
