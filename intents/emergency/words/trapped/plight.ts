import { concept } from '../../concept.ts'

/** What those inside complain of. */
export const PLIGHT = concept`
  [钻爬挤]不出
  下不来(?!楼)
  (?:我|我们|人|里).{0,6}动不了
  (?:关|困)了.{0,6}(?:钟|分|小时|半天)
  氧气
  闷
  没人(?:来)?放
  腿.{0,2}软
  [好我很]怕
  害怕
  吓哭
  百分之
  手机.{0,3}没电
  [两三四五六七八几\d]个人
  就我自己
  我一个人
  我[和跟].{1,6}
  哭
  晕
  几楼也?不知道
  没人[答应理]
  minutes
  half an hour
  an hour
  nobody
  no one
  no light
  scared
  抱着
  憋
  alone inside
  alone
  空气
  没人回
  尿裤子
  mins?
`
