/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'
import { CHILD, CHILD_EN, ELDER, ELDER_EN } from '../../people.ts'

export const WHO = concept`
  ${CHILD}
  ${ELDER}
  ${CHILD_EN}
  ${ELDER_EN}
  妞妞
  小朋友
`

export const LITTLE = concept`
  ${CHILD}
  ${CHILD_EN}
  妞妞
`

export const BLINK = concept`
  转个?[身眼]
  [松撒]手
  (?:接|打|回)个?电话
  上个?(?:厕所|洗手间)
  低个?头
  眨眼
  眨个?眼
  一会儿?
  一下子?
  功夫
  扭头
  一愣神
  turned (?:around|my back)
  looked away
`

export const GONE = concept`
  没(?:有)?人(?:了|影)?(?=$|[,，。!！])
  人没了?
  [没冇]了(?=$|[,，。!！])
  没影
  不见
  不认(?:得|识)
  没看见人?
  gone
  vanished
  disappeared
`

export const THINGS = concept`
  快递
  外卖
  车(?!里|库|站)
  包(?!子)
  手机
  钥匙
  钱
  狗(?!孩)
  猫
  鸟
  网
  电[没了]
  水[没了]
  信号
  外套
  伞
  wallet
  phone is gone
`

export const NO_MEMORY = concept`
  (?:记不得|不记得|不认[得识]|说不清|讲不清).{0,6}(?:名|家|路|住|自己)
  听不懂
  只会笑
  糊涂
  聋哑
  痴呆
  失智
  doesn't know (?:where|his|her)
`

export const ABROAD = concept`
  出去
  出门
  转悠
  绕圈
  走[丢失]
  一松手
  没带手机
  [在往]外
  开门走
  没影
  小时
  夜里
  没回
  wander\w{0,3}
`

export const ALONE_AT = concept`
  (?:自己|一个人|独自).{0,4}(?:走|跑|爬|骑|往|在).{0,4}(?:地库|车库|马路|池|湖|水边|河|大门外|车道)
  光着脚.{0,6}一个人
  barefoot
  on the (?:road|driveway|street) alone
`

export const NO_ADULT = concept`
  (?:大人|家长|爸妈|父母).{0,3}(?:不在|没在|不见)
  没(?:有)?(?:大人|家长)(?!卡|证)
  no (?:grown-?up|adult|parent)s?
`

export const IN_CAR = concept`
  车(?:里|内|上).{0,8}(?:娃|孩|宝宝|婴儿).{0,12}(?:哭|关|锁|晕|热|汗|太阳)
  (?:baby|child|kid) .{0,14}(?:locked|alone|left) in (?:a|the) car
`

export const SAYS = concept`
  (?:校车|司机|老师|幼儿园|学校|补习班|托管|班主任|同学|保安|nursery|school|driver).{0,8}(?:说|讲|says?).{0,18}(?:没看见|没见|下了|放在|接走|没到|没来|没去|没上|不在|collected|picked up|left)
`

export const WHERE = concept`
  没(?:有)?人?去接
  家里(?:也|都)?没有?(?=$|[,，。])
  人呢
  哪去
  哪里去
  没进门
  找
  not by us
  没搭上
  没见到
  不接
  打不通
  [六七八九十\d]点了
`

export const TAKEN = concept`
  (?:接走|抱走|带走|领走).{0,20}(?:不是我|没(?:有)?.{0,6}(?:探视|同意)|电话.{0,6}(?:关|不通)|哭)
  (?:月嫂|保姆|阿姨|nurse|nanny).{0,40}(?:宝宝|孩|娃|newborn|baby).{0,30}(?:不通|没回|行李|关机|phone off|bags gone)
  抱着孩子的那个.{0,10}(?:哭|不像)
`

export const NOTE = concept`
  再也找不到我
  离家出走
  (?:留|写)了?.{0,4}(?:纸条|信|日记).{0,10}(?:走|找)
`

export const YOUNG = concept`
  书包
  十[一二三四五六七]
  才\d
  岁
  女儿
  儿子
  孩
  闺女
`

export const SHUT_IN = concept`
  [关锁](?:进|到)(?:了)?(?:.{0,4})(?:室|间|柜|房|屋|车|箱)
`

export const SILENT = concept`
  没声
  哭
  钥匙.{0,4}[断丢里]
  打不开
  不开
  不会开
  进不去
`

export const ESCAPED = concept`
  (?:窗|墙|门|栏).{0,4}[翻爬跑钻]出去?.{0,12}(?:没追上|追不上|没影|不见|光着)
`

export const NOWHERE = concept`
  (?:孩|娃|儿子?|女儿|宝宝|老人|奶奶|爷爷|爸|妈).{0,4}不在屋
  翻遍.{0,12}(?:娃|孩|人)
  哪儿?都没(?:有)?(?:人|他|她|[,，。])
  捉迷藏.{0,10}人没
  躲猫猫.{0,10}(?:不见|没了|找不)
  行散(?:了|咗)
  喊破嗓子.{0,8}(?:没人|不应|水池)
  伐见了
  not by us
`

export const CLOSE = concept`
  (?:把|帮).{0,8}门.{0,4}(?:关|拦|锁)(?:一下|上|住)?
`

export const RIDES = concept`
  (?:孙|孩|娃|儿子|女儿).{0,10}(?:往.{0,6}(?:去|跑|走)|跑出|骑.{0,6}往)
`
