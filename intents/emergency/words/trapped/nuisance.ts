import { concept } from '../../concept.ts'

export const NUISANCE = concept`
  抽烟
  吸烟
  烟味
  狗[尿屎毛叫味拉]
  遛狗
  牵狗
  尿
  垃圾
  广告
  空调(?!停|不|坏了,|没)
  电动车
  电瓶
  卫生
  臭
  镜子
  装修(?:垃圾|材料)
  搬家
  风扇
  get it checked
  nobody hurt
  动手动脚
  摸我
  到家
`
