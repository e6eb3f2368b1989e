import { concept } from '../../concept.ts'

export const DIZZY = concept`
  犯迷糊
  难受
  叫不醒
  昏迷
  feel (?:ill|sick|dizzy)
  晕倒
  头(?:好|很|有点|都|越来越|直|发|也)?[晕昏懵]
  发[晕昏]
  晕(?:晕|乎|得|了)
  恶心
  想吐
  呕吐
  昏沉
  迷糊
  [晕昏]过去
  dizzy
  headaches?
  nause\w{1,4}
  light-?headed
  sick
  吐了
  没力气
  没劲
  站不[住稳]
  发软
  腿软
  head (?:hurts|aches|is spinning)
`
