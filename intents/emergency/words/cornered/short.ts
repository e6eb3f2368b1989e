/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const HIDES = concept`
  [躲藏](?:在|到|进|着)?.{0,3}(?:厕所|卫生间|衣柜|床底|床下|柜子|房间|卧室|被窝|阳台)
  在床底
  锁在(?:厕所|卫生间|卧室|房间).{0,4}(?:里|不敢)
  hid(?:ing)? (?:in|under)
`

export const FROM_HIM = concept`
  外面
  [他她]喝
  喝酒
  喝多
  脚步
  砸
  不敢
  翻东西
  打字
  桌子翻
  骂
  踹
  drunk
  breaking
  shouting
`

export const BEASTS = concept`
  猫
  狗
  老鼠
  蟑螂
  虫
  雨
  太阳
  地震
  噪
  吵
  装修
  鞭炮
  cat
  dog
  spider
`

export const AT_LOCK = concept`
  [撬摸捅扭](?:着|我|开)?.{0,4}(?:锁眼?|门锁?|阳台|窗)
  鼓捣.{0,3}(?:锁|门)
  拧.{0,2}(?:门把|锁)
  fiddling with (?:my|the|our) (?:lock|door)
  pick(?:s|ing)? (?:my|the|our) lock
`

export const AT_NIGHT = concept`
  半夜
  现在
  这会
  我一个
  一个人在家
  不敢
  影子
  又来了
  right now
  holding the handle
  脚步
`

export const TRADE = concept`
  师傅
  开锁
  换锁
  修
  钥匙断
  忘带
  自己撬
  快递柜
  物业的?人
  撬坏
  被撬
  locksmith
`

export const DOWNED = concept`
  按(?:在|我在|到)地上?
  按地上.{0,2}[踢打]
  [摁压]在地
  (?:被|给).{0,8}拖(?:起|着|走|进|地上|上车)
  拖地上
  抢了.{0,8}的?包
  (?:pulled|dragged|forced|pushed) (?:a|the|my) (?:girl|woman|child|kid|daughter|wife) (?:in|into|out)
`

export const MENACE = concept`
  让我好看
  要我好看
  算账
  废了[我他她]
  弄我
  不给钱.{0,3}别想走
  别想活
  等着瞧
  写.{0,3}今晚见
  says? (?:i'll|i will) pay
  (?:he|she)'ll (?:get|hurt) me
  要找.{0,8}(?:女人|男人)
`

export const AT_HAND = concept`
  门口
  守
  坐在
  楼下
  踹
  泼
  楼道
  不走
  不肯走
  围住
  反[锁插]
  outside my door
  大堂
`

export const CARER = concept`
  (?:护工|保姆|月嫂|老师|carer|nanny|nurse).{0,8}(?:在)?(?:打|拧|扇|掐|踢|slapp?ing|hitting|beating)
  (?:被|给)(?:护工|保姆|月嫂).{0,6}(?:打|拧|扇|掐|踢)
`

export const ARMED = concept`
  约架
  (?:手里)?[拎提带](?:着)?(?:链子|家伙|棍|钢管)
  抄(?:上|起)?(?:家伙|擀面杖|棍|板凳|酒瓶)
  利嘢
  攥.{0,6}(?:亮亮|尖|刀)
  酒瓶往.{0,4}(?:头|脑|脸)
  往.{0,3}(?:头|脑袋|脸)上?招呼
`

export const CUT_OFF = concept`
  喊了?一?声.{0,3}就没声
  喊劈了?
  (?:两口子|夫妻|他俩).{0,4}干(?:上|起来)了?
  喝[酒多醉].{0,20}(?:砸|摔|桌子翻|哭).{0,20}(?:厕所|房间|卧室|躲|不敢)
  (?:摔|砸|咣当).{0,10}(?:喊|哭).{0,6}没声
`

export const TRAILED = concept`
  跟(?:着)?(?:我)?(?:进|到)了?.{0,2}电梯
  跟我回家
  站.{0,2}我(?:后面|身后|背后).{0,6}
  followed me (?:home|into)
`

export const TRAILER = concept`
  男
  有个?人
  陌生
  他
  man
  guy
`

export const WHISPER = concept`
  在我(?:屋|家|房)里?翻
  小点声.{0,10}(?:有人|屋里)
  别打(?:我)?电话.{0,6}(?:会响|他)
  别回电话.{0,4}(?:他|响)
  被人(?:拿|绑|按|扣)住
`
