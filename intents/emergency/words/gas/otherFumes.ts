import { concept } from '../../concept.ts'

export const OTHER_FUMES = concept`
  美甲
  理发
  烫发
  胶水
  香水
  蚊香
  洗衣店
  打印
  装修
  油漆
  刷漆
  打药
  农药
  垃圾
  吵
  噪
  下水
  杀虫
  消杀
  烧烤(?!炉)
  油烟
  抽烟
  物业费
  电梯
  公式
  账
  吃(?:了|坏)
  外卖
  食物
  排烟口
  火锅店
  牛油
  烧烤店
  paint
  noise
  bill
  sick of
`
