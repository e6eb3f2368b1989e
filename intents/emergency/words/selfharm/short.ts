/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const PERCHED = concept`
  [站坐蹲][在到着了]
  有人.{0,4}[站坐蹲爬翻]
  翻(?:出|过|到|越)
  跨(?:出|过)
  爬(?:到|上|出)
  [站坐](?:了)?个人
  脚.{0,3}悬
  上了?(?:楼顶|天台)
  standing
  sitting
  climb(?:ed|ing)
  on the
  outside the
  leg over
  crying on
  往楼顶去
  [站坐](?=阳台|窗|栏|楼顶|天台)
`

export const FAREWELL = concept`
  再见
  永别
  谢谢你们
  对不起
  走了
  告别
  拜托你们照顾
  别怪我
  别找我
  别难过
  goodbye
  sorry
  forgive me
  tell my (?:family|kids|mother|wife|husband)
`

export const RELEASE = concept`
  解脱
  走了就
  不(?:再)?(?:拖累|连累)
  没什么(?:好)?留恋
  这辈子
  (?:撑|坚持)不(?:下去|住)了
  来世
  别找我
  各位
  先走
  没了
  不在了
  就这样
  forever
  for everything
  i love them
  everyone
`

export const GONE = concept`
  (?:我|哪天我)(?:要是)?(?:没了|不在了|死了)(?!空|钱|电|卡|水|网|信|家|小区|时间|房)
  以后收不到
  等我走(?:了)?以后
  (?:开了|打开)煤?气.{0,6}(?:就这样|睡|不)
  人生.{0,3}(?:到头|没)
  对(?:这个)?世界.{0,4}(?:没|无)
`

export const TO_WATER = concept`
  往(?:水|河|湖|江)(?:里|中)(?:走|跳|去)
  (?:要|想)?跳(?:河|湖|江)
  (?:要|想|人|去|说|准备)跳水
`

export const ROPE = concept`
  绳子?
  rope
`

export const SHUT_IN = concept`
  反锁
  锁
  不开门
  崩溃
  locked
  won't open
`

export const NO_HOPE = concept`
  没什么好?留恋
  没(?:有)?留恋
  没人在乎我
  没有人在乎我
  nothing matters
  nobody (?:would )?(?:cares?|miss me)
`

export const TOLD = concept`
  谣言
  辟谣
  演习
  演练
  讲座
  宣传
  新闻
  听说.{0,6}(?:去年|以前|上次)
  电影
  小说
  防自杀
  预防
  装修
  房产
  movie
  training
`
