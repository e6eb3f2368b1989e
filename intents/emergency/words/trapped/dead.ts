import { concept } from '../../concept.ts'

export const DEAD = concept`
  不开门
  哐
  悬
  坠落
  故障
  灭
  没信号
  一半
  停(?!车|运)
  (?<!自)不[动走](?!心)
  没动静
  门.{0,4}(?:不开|打不开|开不[了开])
  打不开
  开不[了开]
  往下掉
  [下坠往]坠
  掉下[来去]
  下滑
  忽上忽下
  卡[住在死]
  失控
  没反应
  没用
  没声
  黑
  坏了
  没电
  占线
  没人[接理应来]
  闷
  中间
  半[空道路层]
  求救
  维保
  警铃
  扒
  (?:won't|doesn't|not|isn't|don't|can't) (?:open|move|moving|work|working|respond|do anything)
  stopped
  stuck
  dropped
  fell
  died
  nobody answers
  does nothing
  no (?:signal|answer|light)
  急停
  (?<!自)关了就
  坠
  动不了
  froze
  frozen
  jammed
  急降
  门缝
  半路
`
