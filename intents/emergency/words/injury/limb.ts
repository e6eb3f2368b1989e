import { concept } from '../../concept.ts'
import { BODY } from '../../people.ts'

export const LIMB = concept`
  ${BODY}(?!机|续|动|工|把|套|推|段|架|步|印|色|书|疼|像|条)
  脑袋
  额头
  眼睛
  手指
  hand
  finger
  head
  leg
  arm
  foot
  脖子
  喉咙
  胸口
  下巴
  鼻子
  耳朵
  肚子
  neck
  face
`
