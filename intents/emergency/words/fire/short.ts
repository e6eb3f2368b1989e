/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const QUESTION_OF_RULE = concept`
  (?:着火|起火|失火)(?:时|后|的话|应该|要)?(?:怎么办|怎么跑|怎么逃|往哪|咋办|谁负责)
  (?:堵|堆|放|占|充电|飞线|上楼|杂物).{0,16}(?:怎么办|怎么跑|往哪儿?跑|谁负责|跑不掉|逃)
  (?:着|起|失)火(?:时|的时候|了)?.{0,6}(?:能|可以|可不可以|能不能)(?:坐|乘|用|走).{0,6}(?:电梯|楼梯|[吗么?？]|$)
  起火的?(?:风险|隐患)
  想[着到]着火
  真(?:要|的)?(?:是)?(?:着|起)(?:火|起?来)了?(?:的话)?[,，]?.{0,6}(?:往哪|怎么|咋|谁)
  (?:啥|什么|几)时候?.{0,4}烧起来
`

export const SMOKE = concept`
  烟(?:都|也|全)?(?:灌|涌|钻|窜|飘进|进了)
  [黑浓呛]烟
  冒.{0,3}烟
  [黑浓白]烟
  [全都]是烟
  好(?:多|大的?)烟
  (?:满|一)(?:屋|楼|层|走廊)[子道]?.{0,3}烟
  有(?:很多|好多|大)?烟(?!灰)
  烟(?:雾|很大|好大|特别大|太大|很浓|好浓)
  大烟
  进(?:来)?(?:了)?烟
  烟.{0,6}(?:从|往|顺|由|把).{0,8}(?:[涌钻灌进冒窜飘出来满])
  [涌窜飘灌钻]烟
  烟[涌窜灌钻]
  烟都?进
  smoke
  闻到.{0,3}烟(?!味|花|瘾)
`

export const SPARK = concept`
  火花
  火星
  冒火
  打火
  噼里啪啦
  噼啪
  sparks?
  sparking
`

export const ELECTRIC = concept`
  电
  插[座排头]
  开关
  线路?
  表箱
  空调
  outlet
  socket
  wires?
  wiring
  meter
  electric\w{0,5}
`

export const BURNT = concept`
  烧(?:塑料|橡胶|胶皮|电线).{0,4}(?:味|臭|呢)
  呛得?.{0,4}(?:下|出|喘|睁)不
  烧?[焦糊胡]了?的?(?:臭)?味
  烧焦(?:的)?(?:气|味|臭)
  烧[焦糊].{0,3}味
  焦臭
  着火的?味
  burning smell
  smell\w{0,4} .{0,12}burn(?:ing|t)
  something burning
`

export const WORKS = concept`
  烤箱
  烤糊
  电焊
  装修
  做饭
  炒菜
  饭
  灯泡
  抽烟
  香烟
  油烟
  打药
  油漆
`

export const FIRE_ALARM = concept`
  烟感
  火警
  烟雾报警器?
  ◦(?:报警|警报|警铃)器?
  警铃
  fire alarm
  smoke alarm
`

export const SOUNDS = concept`
  响
  叫
  going off
  ringing
  went off
  beeping
`
