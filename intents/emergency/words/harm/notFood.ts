import { concept } from '../../concept.ts'

export const NOT_FOOD = concept`
  电池
  颗粒
  药片
  [老灭]?鼠药
  灭蟑
  蟑螂药
  硬币
  疏通剂
  通渠
  凝珠
  洗衣
  洗洁精
  消毒
  84
  漂白
  野?菌子
  蘑菇
  干燥剂
  钉
  磁[铁珠]
  农药
  清洁剂
  杀虫
  汽油
  甲醇
  batter(?:y|ies)
  bleach
  detergent
  mushrooms?
`
