import { concept } from '../../concept.ts'

export const LEAK = concept`
  [咝哧]{1,2}
  喷
  往外[跑泄窜]
  窜
  外[泄逸]
  起泡
  coming out
  blowing
  hissing
  (?:can't|won't) (?:shut|turn|close)
  喷气
  出气
  (?:掉|脱)了
  came off
  came loose
  漏
  泄
  跑气
  (?:往外|在|还在)?冒(?!险)
  嘶嘶
  [呲嗤丝滋刺]{2}
  呼呼
  关不[上住死紧牢了严]
  没关[严紧好]
  (?:打|挖|撞|扯|拧|咬|剪|弄|割|砸|铲|踩|绊)[断破坏穿掉漏]
  钻[破穿断到]
  断[裂了]
  破[了裂损]
  裂[了开]
  脱落
  松[了脱]
  leak(?:s|ing|ed|age)?
  hiss(?:es|ing)?
  escaping
  broken
  ruptured
  drilled
  cut through
  snapped
  [钻打凿].{0,3}洞
  溢
  逸
  散出
  飘
`
