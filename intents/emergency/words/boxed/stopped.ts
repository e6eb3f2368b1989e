import { concept } from '../../concept.ts'

export const STOPPED = concept`
  不动
  不走
  关
  困
  按[啥什]
  黑
  灯[灭也]
  喊
  开不
  打不开
  悬
  出不
  手机.{0,4}(?:百分|\d|没电)
  停
  半天
  卡
  哭
  won't (?:open|move)
  dropped
  stuck
  phone
  hung
`
