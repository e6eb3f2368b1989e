/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const PART = concept`
  灶[台头眼具上]?
  旋钮
  [^按]钮
  (?<!水|角|暖)阀门?
  红把手
  接[头口]
  软管
  [橡胶]皮管
  管井
  橱柜
  柜子里
  [燃气]表
  表上头
  炉[头灶]
  stove
  cooker
  hob
  cabinet
  yellow pipe
`

export const SMELLS = concept`
  味(?!道?好|精|儿?香|道?不错)
  臭
  呛
  冲鼻
  刺鼻
  熏
  闷人
  眼睛?都?辣
  smell\w{0,3}
  stink\w{0,3}
  reek\w{0,3}
`

export const HISS = concept`
  丝丝
  嘶嘶?
  [呲嗤滋]
  冒[气泡]
  冒泡泡
  往外吹
  风往外
  漏起
  呼呼
  有响声
  hiss\w{0,3}
  roar\w{0,3}
`

export const UNLIT = concept`
  灶(?:都|也)?没[点开]
  灶关了
  没开火
  火(?:自己|都|就)?(?:被风|被汤|被水)?(?:吹灭|没了|灭了|熄了)
  把?火[扑浇][了灭熄]
  把火浇
  (?:旋?钮|灶|开关).{0,4}[拧扭掰转].{0,3}[玩耍]
  (?:扭|拧)开(?:耍|玩|了)
  灶台?(?:的)?开关
  没关[严好紧]
  (?:钮|灶|阀)是?开[的着]
  [关拧]不[严紧]
`

export const UNWELL = concept`
  [晕昏懵]
  想睡
  睡醒
  恶心
  反胃
  头疼
  发苦
  蔫了
  眼花
  瘫
  手脚.{0,2}软
  sick
  dizzy
`

export const CARE = concept`
  灯.{0,3}(?:没|不)?敢(?!走)
  不敢.{0,3}(?:开|碰|摸).{0,2}[灯火电]
  别点火
  不敢点火
  别开灯
  [能敢]开灯吗
  掐了烟
  还在抽烟
  dare not switch
`

export const GADGET = concept`
  (?:白盒|盒子|盒盒|圆的|圆盘|报警器|小机器).{0,12}(?:叫|嘀|滴滴|哔|红灯|闪)
  (?:嘀嘀|滴滴|哔哔|叫唤).{0,14}(?:盒子|盒盒|圆的|报警器)
`

export const READING = concept`
  (?:浓度|传感器|探测器|sensor).{0,8}(?:超标|报警|超了|过高|over|too high|alarm)
`

export const METER = concept`
  (?:燃气|煤气|天然气|气)?表(?!扬|示|格)
  数字
  指针
  meter
  dial
`

export const TURNS = concept`
  [在还]?(?:走字|转|动|跳字|跑|走)(?!不|道)
  spinning
  turning
  running
  moving
`

export const ALL_OFF = concept`
  (?:灶|火|炉|热水器|燃气|气|阀)[^,，。]{0,6}(?:没开|没用|没点|关着|关了|关掉|都关)
  (?:没|都没)(?:开火|做饭|烧水|用气|点火)
  (?:everything|stove|boiler|heater|all).{0,10}off
`

export const SEVERAL = concept`
  一桌人
  一个接一个
  我和.{1,4}都
  家里小的
  全家
  一家
  大家都
  猫也
`

export const BURNER = concept`
  [铜炭火]炉
  涮肉
  炭
  热水器
  灶
  炉子
  煤球
  洗澡
`

export const DIGGING = concept`
  挖(?:沟|机|掘|断|路|地)
  铲子
  钻机
  施工
  workmen
  digger
  excavator
`
