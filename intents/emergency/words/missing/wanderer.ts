import { concept } from '../../concept.ts'

export const WANDERER = concept`
  健忘
  小区
  confused
  痴呆
  自闭
  失智
  阿尔茨
  智力
  糊涂
  记性
  脑子
  精神病
  找遍
  [找寻]
  不认(?:得|识)?路
  手机没带
  没带手机
  天.?黑
  dementia
  autis\w{1,3}
  alzheimer\S{0,3}
  dark
  phone is off
  不认人
  记不住
  神志不清
  退化
  下大?雨
`
