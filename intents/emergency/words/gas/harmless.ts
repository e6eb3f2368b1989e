import { concept } from '../../concept.ts'

/** What names gas without any of it leaking, and smells that have their own cause. */
export const HARMLESS = concept`
  暖气.{0,8}(?:嘶嘶|呲呲)
  排气阀
  [热冷暖空水蒸脾]气
  气泡
  没漏
  煤?气费
  新闻
  (?:泄漏|漏气)(?:的)?(?:报警|检测|探测|保护)器?
  漏[水电风]
  放气阀
  (?<!是)不是(?:煤气|燃气|天然气|gas)
  防.{0,2}煤气中毒
  煤气中毒的?.{0,4}(?:提示|知识|预防|宣传)
  检漏
  查漏(?:水|电)
  自来水.{0,6}味
  没味
  (?:轮胎|车胎|窗户?|门缝|空调|冰箱|氟|抽水|水箱|皮球|气球|暖气片?).{0,3}漏气
  gas (?:bill|fee|company|card)
  一股(?:下水|霉)
  支?气管炎
  玻璃裂
  漏不漏(?=$|[啊呀吗,，。?？])
  (?:开关|旋钮|把手|支架|面板|螺丝|腿)(?:有点|都)?松[了动]
  漏没漏
`
