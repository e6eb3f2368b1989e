import { concept } from '../../concept.ts'
import { SOMEBODY } from '../../people.ts'

export const SENSELESS = concept`
  ${SOMEBODY}.{0,3}(?:突然|怎么叫都|怎么都)?没(?:有)?反应
  沉(?:下去|底)
  不会(?:哭|动|说话)了
  嘴唇.{0,3}[紫青白]
  (?:浑身|全身).{0,2}(?:发抖|抽|冰凉|发紫)
  (?<!要)[晕昏]倒
  昏迷
  [昏晕]过去
  ${SOMEBODY}.{0,6}[晕昏](?:了|厥)
  [晕栽]在
  [叫喊推摇]不(?:醒|应|答应)(?!客|物|你)
  [喊叫].{0,2}[不没](?:答应|应声|反应)
  不省人事
  没有?了?(?:呼吸|心跳|意识|知觉|脉搏)
  ${SOMEBODY}.{0,6}没气了(?!.{0,12}(?:表|充|卡))
  (?:失去|没了?)(?:意识|知觉)
  休克
  猝死
  ${SOMEBODY}.{0,10}一动不动
  眼神.{0,3}散
  (?:打)?(?:呼噜|鼾).{0,4}叫不
  unconscious
  (?<!ceiling )(?<!wall )(?<!roof )(?<!shelf )\bcollaps(?:ed|ing)\b
  (?:not|isn't|stopped|is not|no longer) breathing
  faint(?:ed|ing)
  passed out
  no pulse
  unresponsive
  (?:won't|doesn't|not|can't|isn't) (?:wake up|waking|wake|respond\w{0,3}|moving|responding)
  (?:叫|喊)(?:他|她)?没(?:声|反应)
  脸色.{0,2}(?:白|青|灰)
  (?:要|快|可能要)晕(?:倒|了|过去)
  心肺复苏
  aed(?:来|在)
  突然抽(?:了|起)
  晕.{0,4}里了
  [撞摔砸打]晕
  晕(?:倒)?了一个
  人不行了
  ${SOMEBODY}.{0,6}(?:好像|是不是|可能|怕是)(?:已经)?死了
  死在
  尸体
  (?:几|两|三|四|五)天.{0,5}没(?:出门|见|动静|开门).{0,20}(?:没人应|不应|臭)
`
