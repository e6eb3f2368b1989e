/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const SPURTS = concept`
  [滋呲飙激喷](?:了)?我?(?:一脸|一身)
  [滋呲飙激打冲喷](?:到|着|对着)?.{0,2}天花板
  (?:按|捂|堵)都?[按捂堵]不住
  松手就[冲喷滋]
  往外[滋呲飙激]
  [嗷哇]嗷?往外
  jet(?:s|ting)
  往里涌
  灯罩?里.{0,3}往下[倒淌]
  水.{0,6}往下倒
  高压水?枪.{0,6}[打喷冲]
  (?:往下|一层一层).{0,8}[淌流].{0,6}瀑布
  盆.{0,3}接?.{0,2}[几三两]秒
  (?:顶层|楼上|上面).{0,8}一路(?:浇|淌|流)
`

export const STANDS = concept`
  到.{0,3}(?:脚脖|脚踝|脚面|小腿|膝)
  没(?:过)?脚(?:踝|脖|面)
  地板.{0,4}(?:漂|拱成)
  (?:拖鞋|slippers).{0,6}(?:漂|float\w{0,3})
  轮子?.{0,3}(?:一半|不见).{0,6}涨
  (?:插线板|插排|插座).{0,4}泡
  (?:water|it) is over the
  (?:门口|门缝).{0,6}(?:往外)?[淌涌冒].{0,10}(?:楼梯|水|出|$)
  (?:门口|门缝|门底下).{0,4}水.{0,4}[淌涌冒]
  门[口缝].{0,4}往外[淌涌冒流]
  坡道.{0,6}(?:河|溪|灌)
  (?:底坑|井道?|电梯).{0,6}灌满
  轿厢里.{0,3}往外倒
  (?:推|打)?开门.{0,6}涌.{0,4}身
  river .{0,30}(?:door|under)
  stairwell is a waterfall
  waterfall .{0,8}from
`

export const UPWELLS = concept`
  [井路地][面盖]?.{0,10}往[上外]翻
  [井路]盖.{0,6}顶起
  咕嘟.{0,4}往外翻
  盖都顶起来
`

export const CAME_OFF = concept`
  (?:铁疙瘩|拧的地方|接口|那截|管|龙头|hose|阀).{0,4}(?:断了|掉了|崩了|裂了?|came off|snapped)
`

export const SPRAYS = concept`
  [滋呲喷飙激]
  往外
  浇
  jet\w{0,4}
  float\w{0,3}
  spray\w{0,3}
`

export const WITHOUT_VALVE = concept`
  没关总闸?阀?.{0,10}(?:堵|冲|喷|按)
  一头.{0,12}松手
`

export const SEWAGE = concept`
  马桶
  厕所堵
  排污
  臭水
  污水
  粪
  化粪
  toilet
  sewage
  慢慢
  一滴
  滴水
`
