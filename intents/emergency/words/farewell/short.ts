/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const FOR_EVER = concept`
  过了今[晚天夜]
  以后(?:的事)?(?:就|也|都)?不(?:麻烦|用再?(?:联系|给我|找))
  我?不(?:再)?回来了
  很久很久
  再也不(?:会|用)(?:回|来|麻烦)
  (?:屋|家|房子)(?:里)?就?没人了
  人都不在了
  就都?清了
  对不起大家
  道个?别
  说声对不起
  谢谢这[些几]年
  谢谢(?:大家|你们).{0,4}照顾
  反正没人
  明天.{0,4}来开门
  won't be needing
  别怪[我他她]
`

export const OVER_THE_RAIL = concept`
  跨在.{0,12}外
  (?:栏杆|护栏|窗台?|女儿墙)外头?.{0,10}(?:不动|看下|往下看)
  坐在?(?:水箱|女儿墙|楼沿)
  鞋子?.{0,4}放在?边
  往下看人.{0,2}[小像]
  (?:楼|上面)的风(?:真)?(?:好)?舒服.{0,6}往下
`

export const FAR_BELOW = concept`
  (?:底下|下面|楼下|地上)的?(?:人|车|灯).{0,3}(?:小|蚂蚁|远)
  (?:people|cars) .{0,12}(?:so|look) (?:small|tiny)
`

export const ROOF = concept`
  楼顶
  顶楼
  天台
  roof
`

export const BEFORE = concept`
  存折
  密码
  别怪
  安静
  发了个?定位
  遗
  gone (?:very )?quiet
  gave away
`

export const TO_LAKE = concept`
  (?:往|朝)(?:湖|河|江|水库|水)(?:那边|里|边)?(?:去|走).{0,8}(?:别跟|别来|说)
`
