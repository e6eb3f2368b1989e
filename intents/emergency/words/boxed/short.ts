/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'
import { SOMEBODY } from '../../people.ts'

/** A lift in the words of those who don't say so. */
export const BOX = concept`
  铁盒子?
  铁箱子?
  铁笼子?
  (?:在|个)箱子里
  轿子里
  夹层
  井里
  上上下下那?个?东西
  上下的那?个
  metal box
  box that goes
  the cabin
  cab
`

export const WALL = concept`
  (?:门|缝|外[头面]?|对面).{0,6}(?:是|对着|全是)(?:墙|水泥|砖)
  (?:it's|just) (?:a )?(?:brick |concrete )?wall
`

export const SQUEEZED = concept`
  一条缝
  [推掰扒]不开
  手机
  怕
  出去
  盖子
  不动
  中间
`

export const DROPPED = concept`
  (?:哐|咣|咚|嗖|突然|刚).{0,6}(?:坠|往下[坠掉沉]|掉了一|往上冲)
  (?:坠|往下掉|往上冲)了?.{0,4}(?:点|下|一截)
  dropped
`

export const HANGS = concept`
  悬着?
  不敢喘
  不敢动
  卡住
  停住
  不动了
  门不开
  hung
  scared
`

export const SHUT = concept`
  [关困](?:在|到)?里[头面]
  [关困]到起
  (?:被)?关在.{0,8}东西里
`

export const PLIGHT = concept`
  门.{0,3}(?:[推掰打开]不开|不开|开不)
  按(?:啥|什么|哪).{0,3}都?
  分钟
  刻钟
  小时
  闷坏
  闷死
  憋
  喘不
  灯(?:灭|黑|也)
  黑灯
  喊不应
  百分之
`

export const INSIDE = concept`
  我们?.{0,2}在.{0,12}梯里
  我?们?(?:还)?在里[头面]
  在里[头面]大概
  里面.{0,6}(?:怀孕|孕妇|老人)
  is inside
`

export const DARK = concept`
  (?:楼层)?灯(?:都)?(?:灭|黑)了?
  漆黑
  黑灯
  黑漆
  风扇.{0,2}停
  汗淋
  停电
  数字.{0,3}停
  屏显?示?
  display
  display says
  no light
`

export const DOOR_SHUT = concept`
  门.{0,3}[推掰]不开
  门不开
  门(?:合|关)上
  门打不开
  doors? (?:won't|don't) (?:budge|open)
`

export const HALF = concept`
  两层(?:楼)?(?:的)?中间
  [一二三四五六七八九十\d]{1,3}层半
  between floors
  [一二三四五六七八九十\d]{1,3}楼.{0,2}[一二三四五六七八九十\d]{1,3}楼.{0,3}(?:之|中)间
`

export const HALTED = concept`
  [电货]梯.{0,4}(?:忽然|突然|一下子|猛地).{0,4}停(?:住|了|下)
  [电货]梯走到?一半
`

export const SENT_WORD = concept`
  ${SOMEBODY}.{0,16}(?:发(?:微信|消息|短信|语音)|打电话|来电话?|打来).{0,8}[电货]梯.{0,8}(?:黑|不动|卡|停了|困|打不开|不开门)
`

export const RODE = concept`
  (?:坐|乘|进去|推车进).{0,12}(?:没下来|没上来|没出来|没上去)
  进去.{0,4}(?:分钟|半天)
  乘上去.{0,6}停
`

export const HEARD = concept`
  (?:墙|井|里)[里面头]?.{0,4}(?:拍|咚咚|喊|敲|哭)
  听见.{0,4}(?:哭|喊|拍|敲)
  电话.{0,6}断
`

export const BELL = concept`
  按了.{0,8}(?:铃|警|钮).{0,12}(?:没下文|没人|稍候|没反应)
  bell rings
`
