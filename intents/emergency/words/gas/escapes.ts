import { concept } from '../../concept.ts'

export const ESCAPES = concept`
  冒
  呼呼
  gas
  刺鼻
  出气
  漏
  漏气
  嘶嘶
  [呲嗤]{2}
  漏煤
  冒泡
  味
  闻
  呛
  熏
  气还
  hissing
  smell\w{0,4}
  满屋
  一屋
`
