/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

/** Held by the current: the hand that can't let go. */
export const HELD_BY_CURRENT = concept`
  (?:手|人|胳膊).{0,6}(?:粘|黏|吸)[在住到].{0,4}(?:线|电|插|机|灯)
  (?:手)?[抓握].{0,8}(?:线|电|插).{0,6}松不开
  胳膊.{0,3}甩不[掉开]
  (?:漏|有)电.{0,10}(?:贴|甩不|麻得)
  触着了
  (?:can't|cannot) let go
  went stiff
`

export const SWALLOWS = concept`
  咽(?:下|了|进)
  吞(?:下|了|进)
  吃(?:了|下|进|完)
  喝(?:了|下|进)
  当(?:糖|水|酒)
  放嘴里
  舔
  swallow\w{0,3}
  drank
  ate
`

export const BEHIND_A_DOOR = concept`
  (?:一|几|两|三)天没(?:开门|出门|见|下楼).{0,24}(?:喘|哼|呻吟|呼呼|叫唤)
`

export const PIERCED = concept`
  [戳扎插溅崩](?:到|进|在|中)?(?:了)?(?:人|我|他|她|孩子?)?(?:的)?(?:眼|脖|喉|肚)
`

export const OTHERS = concept`
  狗
  猫
  鸟
  鱼
  树
  花盆
  盆栽
  灯
  玻璃
  dog
  cat
`
