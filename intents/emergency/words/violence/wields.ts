import { concept } from '../../concept.ts'

export const WIELDS = concept`
  拎
  架
  追
  冲
  把(?=刀)
  拿
  持
  举
  挥
  舞
  手[里上]
  提着
  抄
  带着?
  掏
  亮
  握
  抡
  用(?=刀|棍|砖|斧|酒瓶)
  泼
  with
  has
  have
  holding
  waving
  carrying
  pulled
  swinging
  swing\w{0,3}
`
