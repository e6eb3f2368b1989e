/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const WINDOWS = concept`
  窗[子户]?
  阳台
  客厅
  走廊
  对面
  楼上
  屋[里顶]
  房顶
  视?频?里?看到
  windows?
  across the yard
  doorbell camera
`

export const GLOWS = concept`
  红通通
  通红
  红光
  红了(?=$|[,，。])
  火红
  亮得不正常
  glowing
  orange
  red light
`

export const CRACKLES = concept`
  噼
  家里就?
  烟
  热
  舔
  窗帘
  熏
  呼呼
  妈
  crackl\w{1,4}
  only my
  smoke
`

export const LIGHTS = concept`
  灯笼
  夕阳
  晚霞
  红灯
  霓虹
  过年
  广告
  对联
  装饰
  sunset
  lantern
`

export const LEAPS = concept`
  火舌
  [蹿窜](?:起来?|上|到|得|出)
  往外[蹿窜](?!水)
  卷起来
`

export const FUEL = concept`
  锅
  油
  纸箱
  木头
  电瓶
  电池
  充电
  垃圾
  火
  光
  桌布
  窗帘
  柜
`

export const COOKS_OFF = concept`
  (?:电瓶|电池|充电|充着?电|充电宝|battery).{0,16}(?:放炮|蹿|喷火|[嗤滋呲]|冒[气烟]|鼓包.{0,4}[烫冒]|烫了?个洞|hissing|smoking)
`

export const SCORCHED = concept`
  烫穿
  烧穿
  烧出.{0,2}洞
  [着燃]咧
  (?:墙|房|屋|厨房)[^,，]{0,3}燃紧
  也着(?=$|[,，])
  炕烟道着
  烟子.{0,5}大
  [房屋]成烟
`

export const HOT_DOOR = concept`
  门把手?.{0,3}烫
  door handle is hot
  门缝.{0,4}(?:灰|烟)
  (?:grey|gray|black) stuff .{0,12}under the door
`

export const BED = concept`
  (?:bed|sofa|socket|outlet|battery|oven|dryer|charger|curtain)s? (?:is|are|'s) (?:smoking|smouldering|smoldering)
`
