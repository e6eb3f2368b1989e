/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

/** What goes on when the flames are out. */
export const STILL_DANGEROUS = concept`
  味
  呛
  烟
  晕
  [烧烫]伤
  smell\w{0,3}
  smoke
`

export const LIFT = concept`
  电梯
  货梯
  客梯
  轿厢
  \d号梯
  那[部台]梯
  lifts?
  elevators?
`

export const OUTSIDE = concept`
  在外[面头]
  外[面头]等
  [没不]在(?:电梯|梯|里)
  (?:在|到)(?:一楼|底下|楼下|大厅|大堂|门口|走廊)[^,，。]{0,4}[等站]
  [等按]了?[^,，。]{0,6}(?:不来|不上来|不下来|没来|白等)
  等电梯
  waiting for (?:the|a|it)
  on the ground floor waiting
`

/** Somebody may be in it. */
export const INDOORS = concept`
  里[面头边]
  困
  关[在着了住]
  被关
  喊
  叫(?!号)
  哭
  敲
  拍
  没上来
  没下来
  没出来
  出不
  inside
  in it
  stuck
  trapped
  shout\w{0,3}
`

export const OUT_AGAIN = concept`
  (?:我|我们|人|大家|都|全|才|后来|自己)[^,，。血晕]{0,6}出来了
  放(?:了)?(?:我|我们|人)?出来
  救(?:了)?出来
  自己(?:又|就)?(?:弹|打)?开了
  后来(?:自己|又|就)(?:好|动|走)了
  got out (?:fine|ok|okay|safe|all right|by)
  it carried on
  let (?:me|us) out after
`

export const FEARED = concept`
  (?:怕|担心|万一|别)[^,，。]{0,8}[困关]
  afraid of (?:being|getting)
`

export const SUPPLY = concept`
  来水
  停水
  没水
  供水
  恢复
  抢修
  自来水公司
  市政
  主管网
  water (?:is )?back
  supply
`

export const WATER = concept`
  水
  漏
  爆管
  water
  pipe
  leak\w{0,3}
`

export const AT_HOME = concept`
  [我他她]家
  家里
  屋
  厨房
  卫生间
  厕所
  阳台
  楼道
  楼梯
  走廊
  车库
  地库
  [淹泡灌漫涌]
  my (?:flat|kitchen|bathroom|floor|ceiling)
  flood\w{0,3}
`

export const DRIPS = concept`
  一滴
  滴答
  滴水
  滴一
  [慢微]{1,2}[渗漏]
  渗
  一点点
  有点(?:潮|湿|渗|漏)
  不急
  drip\w{0,4}
  a little
  slow(?:ly)?
  damp
`

/** Water that cannot wait. */
export const MUCH = concept`
  喷
  爆
  涌
  灌
  淹
  冲
  哗
  瀑
  断
  崩
  裂开
  漫
  关不
  止不
  满
  大
  越来越
  塌
  灯
  电
  burst\w{0,3}
  pour\w{0,3}
  flood\w{0,3}
  gush\w{0,3}
  spray\w{0,3}
  faster
  more
  lights?
`
