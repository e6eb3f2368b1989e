import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'

const PART = concept`灶[台头眼具上]?、旋钮、[^按]钮、(?<!水|角|暖)阀门?、红把手、接[头口]、软管、[橡胶]皮管、管井、橱柜、柜子里、[燃气]表、表上头、炉[头灶]、stove、cooker、hob、cabinet、yellow pipe`
const SMELLS = concept`味(?!道?好|精|儿?香|道?不错)、臭、呛、冲鼻、刺鼻、熏、闷人、眼睛?都?辣、smell\w{0,3}、stink\w{0,3}、reek\w{0,3}`
const HISS = concept`丝丝、嘶嘶?、[呲嗤滋]、冒[气泡]、冒泡泡、往外吹、风往外、漏起、呼呼、有响声、hiss\w{0,3}、roar\w{0,3}`
const UNLIT = concept`灶(?:都|也)?没[点开]、灶关了、没开火、火(?:自己|都|就)?(?:被风|被汤|被水)?(?:吹灭|没了|灭了|熄了)、把?火[扑浇][了灭熄]、把火浇、(?:旋?钮|灶|开关).{0,4}[拧扭掰转].{0,3}[玩耍]、(?:扭|拧)开(?:耍|玩|了)、灶台?(?:的)?开关、没关[严好紧]、(?:钮|灶|阀)是?开[的着]、[关拧]不[严紧]`
const UNWELL = concept`[晕昏懵]、想睡、睡醒、恶心、反胃、头疼、发苦、蔫了、眼花、瘫、手脚.{0,2}软、sick、dizzy`
const OTHER = concept`冰箱、油烟、焦、糊、饭菜、菜味、下水、地漏、马桶、水管、暖气、垃圾、油漆、装修、甲醛、狗、猫尿、烧烤、烟味、霉、厕所、水龙头、水表、paint、drain`
const CARE = concept`灯.{0,3}(?:没|不)?敢(?!走)、不敢.{0,3}(?:开|碰|摸).{0,2}[灯火电]、别点火、不敢点火、别开灯、[能敢]开灯吗、掐了烟、还在抽烟、dare not switch`
const GADGET = concept`(?:白盒|盒子|盒盒|圆的|圆盘|报警器|小机器).{0,12}(?:叫|嘀|滴滴|哔|红灯|闪)、(?:嘀嘀|滴滴|哔哔|叫唤).{0,14}(?:盒子|盒盒|圆的|报警器)`
const READING = concept`(?:浓度|传感器|探测器|sensor).{0,8}(?:超标|报警|超了|过高|over|too high|alarm)`
const METER = concept`(?:燃气|煤气|天然气|气)?表(?!扬|示|格)、数字、指针、meter、dial`
const TURNS = concept`[在还]?(?:走字|转|动|跳字|跑|走)(?!不|道)、spinning、turning、running、moving`
const ALL_OFF = concept`(?:灶|火|炉|热水器|燃气|气|阀)[^,，。]{0,6}(?:没开|没用|没点|关着|关了|关掉|都关)、(?:没|都没)(?:开火|做饭|烧水|用气|点火)、(?:everything|stove|boiler|heater|all).{0,10}off`
const SEVERAL = concept`一桌人、一个接一个、我和.{1,4}都、家里小的、全家、一家、大家都、猫也`
const BURNER = concept`[铜炭火]炉、涮肉、炭、热水器、灶、炉子、煤球、洗澡`
const DIGGING = concept`挖(?:沟|机|掘|断|路|地)、铲子、钻机、施工、workmen、digger、excavator`

/** Gas told by what is smelt, heard and felt, without its name. */
export const GAS_SIGNS: readonly Rule[] = [
  [
    'stove open and smell',
    (t) => (near(t, UNLIT, SMELLS, 26) || near(t, UNLIT, UNWELL, 26)) && !mentions(t, concept`焦、糊、油烟机、打不`),
  ],
  [
    'switch played with, then smell',
    (t) =>
      near(t, concept`玩灶、灶台?(?:的)?开关、动了?灶`, concept`熏、味、晕`, 22) ||
      (mentions(t, concept`玩灶`) && mentions(t, concept`熏倒`)),
  ],
  [
    'hiss and stench',
    (t) => near(t, concept`[嗤呲滋嘶]{2}`, concept`臭、味`, 8) && !mentions(t, OTHER) && !mentions(t, concept`水`),
  ],
  ['hiss at a fitting', (t) => near(t, PART, HISS, 14) && tells(t, HISS) && !mentions(t, concept`水、暖、风机、油烟`)],
  ['smell at a fitting', (t) => near(t, PART, concept`呛、刺鼻、冲、眼睛都辣、stink\w{0,3}`, 8) && !mentions(t, OTHER)],
  ['hiss and eggs', (t) => tells(t, concept`hiss\w{0,3}`) && tells(t, concept`eggs?、stink\w{0,3}、smell\w{0,3}`)],
  ['smell and caution', (t) => tells(t, SMELLS) && mentions(t, CARE) && !mentions(t, OTHER)],
  [
    'gadget in the kitchen',
    (t) =>
      tells(t, GADGET) &&
      mentions(t, concept`厨房、橱柜、灶、墙角、屏上、气`) &&
      !mentions(t, concept`没电、换电池、到期`),
  ],
  [
    'meter turns though all is off',
    (t) =>
      near(t, METER, TURNS, 8) &&
      tells(t, ALL_OFF) &&
      !mentions(t, concept`水[表费管]、水龙头、电[表费闸]、用水、跳闸`),
  ],
  ['reading too high', (t) => tells(t, READING) && !mentions(t, concept`甲醛、pm`)],
  [
    'the gas itself',
    (t) =>
      tells(
        t,
        concept`那个气(?:的)?(?:味|漏|跑)、做饭那个气、加臭的?味、漏起了?.{0,8}那个?气、气[^水费表,，]{0,6}(?:跑出来|往外[跑窜])、没气.{0,8}是跑出来`,
      ),
  ],
  [
    'dug into',
    (t) => near(t, DIGGING, concept`滋、呲、冒气、吹土、roaring、hissing、味道?飘`, 18) && !mentions(t, concept`水管`),
  ],
  ['several unwell at a burner', (t) => near(t, SEVERAL, UNWELL, 10) && mentions(t, BURNER)],
  [
    'unwell at the heater',
    (t) =>
      tells(t, concept`洗澡、浴室`) &&
      mentions(t, concept`热水器`) &&
      tells(t, concept`[懵晕昏瘫]、手脚.{0,2}软、恶心`),
  ],
  [
    'smell and nobody answers',
    (t) =>
      tells(t, concept`(?:门缝|屋里|一开门|家里).{0,8}味.{0,4}(?:熏|重|冲|大|顶|闷)、(?:一|那)股味.{0,4}(?:顶|冲)`) &&
      mentions(t, concept`敲.{0,4}不应、没下楼、睡觉、鼻子、顶出来、犯迷糊、打盹、没人应`) &&
      !mentions(t, OTHER),
  ],
]
