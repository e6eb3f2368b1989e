import { concept } from '../../concept.ts'

export const BRINK = concept`
  边
  外
  沿
  哭
  跳
  不下来
  有人
  一个人
  上面
  坐在
  密码
  站了个
  遗
  悬
  ledge
  edge
  jump
  outside
  over the
  crying
  somebody
  脚在外
  翻过去
  不活
  就死
  要死
`
