import { concept } from '../../concept.ts'

export const SOUNDS = concept`
  响
  叫
  报警了
  [闪亮]红
  红灯
  推送
  触发
  (?:won't|doesn't|keeps?) (?:stop )?(?:beep\w{0,3})
  beep(?:s|ing)?
  going off
  went off
  goes off
  ring(?:s|ing)
  sounding
  flashing
  red light
  triggered
  [滴嘀哔嗶]{2}
  🚨
  不停
  screaming
`
