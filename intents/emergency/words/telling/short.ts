/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

/** A condition put to us (“要是再不来人…”), which imagines nothing. */
export const DEMANDED = concept`
  (?:如果|要是|假如)(?:你们|物业|还|再|还是)?(?!家里|没人在|我不在|不在).{0,2}[不没]
  if (?:you|nobody|no one) .{0,6}(?:don't|doesn't|comes)
`

/** The flames are out; whoever is hurt or smells gas is still to be helped. */
export const DOUSED = concept`
  已经?(?:被)?(?:扑灭|灭)
  (?<![汤水粥奶锅溢].{0,5})扑灭了
  火(?:都|被)?灭了(?!.{0,8}(?:气|味|呛|还|但|又))
  (?:was|has been) put out
`

/** Nothing is smelt or seen, nobody is inside or hurt; other signs (多人头晕) may still tell. */
export const DENIED = concept`
  (?<![有是])[没无](?:有|闻到|闻着|闻见)?(?:什么|啥|任何|其他|煤气|燃气)?(?:异|怪|气)?味道?(?!觉|口|儿?大|不)
  没(?:有)?(?:冒烟|着火|明火|漏水|漏气|困人|伤人)
  没(?:有)?(?:人)?受?伤(?!口)
  没(?:有)?砸[到着中]
  [没未](?:有)?(?:动手|碰到人)
  人(?:都|也)?没(?:啥|什么)?事
  里[面头]没(?:有)?人(?!应|答|理|说)
  (?<![我她他娃孩])没(?:有)?人在(?:里[面头]|电梯)
  [,，]空(?:梯|的)(?=$|[,，。])
  (?:no|without any|without a|can't|cannot|don't|didn't) smell(?: anything)?
  smell nothing
  (?:nobody|no one|no-one)(?: is| was|'s)? (?:inside|in it|hurt|injured|stuck)
  no (?:smoke|fire|leak|flames?)
`

export const UNWELL = concept`
  [晕昏]
  想?吐
  恶心
  难受
  dizz\w{1,4}
  sick
  headaches?
`

/** What is told of one time in the past, whatever goes on now. */
export const ONCE = concept`
  (?:着火|起火|失火|爆管|爆|漏水|漏气|困人|困|打架|淹|跳楼|冒烟)了?的?那(?:家|户|层|栋|次|回|天|晚|人|个|位|事)
  上(?:次|回).{0,10}(?:修|弄|处理|换)好(?:之|以)?后
  (?:那次|上次|上回|去年|前年).{0,10}(?:以后|之后).{0,10}(?:装|锁|换|加|改|补)了?(?:没|吗|好)
  谣言
  辟谣
  [爆裂漏断坏了].{0,4}(?:去年|前年|上次|上个月|之前|以前).{0,4}修(?:过|好)
  [困爆崩淹]过(?!.{0,6}(?:膝|脚|腰|轮|门|腿))(?!来|去)
  [困关卡爆炸烧淹打闹][^,，。!！?？]{0,4}那(?:次|回|晚|年|天|事|件事)
  那(?:次|回|晚|天|年).{0,6}(?:困|爆|着火|打架|淹|关|漏)
  上个?月.{0,10}(?:那次|那回)
  [周礼拜星期]{1,2}[一二三四五六日天].{0,4}(?:打架|吵架|着火|闹)的?.{0,3}(?:监控|录像|视频)
  打架的(?:监控|录像|视频|事|那)
  报(?:火)?警那
  (?:burst|flooded|leaked|caught fire|broke) .{0,8}(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))
  the (?:\w{2,6} )?(?:pipe|main|leak|fire|flood) that .{0,12}(?:burst|flooded|in|was)
`

/** What was, is so again. */
export const AGAIN = concept`
  人还在
  还在[里喷漏烧冒流]
  又(?:把人|困|关|爆|着|冒|漏|喷)
`

/** Damage that is left when it is over: 泡烂的地板. */
export const DAMAGE = concept`
  (?:淹|泡|烧|熏|砸|炸)[坏烂黑毁]了?的(?!人|味)
  着火(?:烧坏)?(?:的)?那层
  (?:火灾|着火|爆管|淹水)(?:之?后|以后|过后)
  the damage
  burnt? marks?
`

/** It happens now and again, so the message is about the habit. */
export const HABIT = concept`
  每次
  经常
  总是
  老是
  [三四五六七八九十几\d]次了
  过(?:好)?几[次回]
  三天两头
  隔三差五
  年年
  好几[次回]
  第几[次回]
  (?:three|four|five|six|many|several) times
  every (?:time|day|week)
  always
  老(?=困人|关人|卡人)
  家常便饭
  年.{0,4}[困关爆漏淹].{0,2}[几\d两三四五六七八九十][次回]
  老把
`

/** A time that belongs to what was done before, not to what happens: 上个月换的水管爆了. */
export const BACKGROUND = concept`
  (?:上次|上回|上个?月|上个?(?:周|星期|礼拜)|去年|之前|以前|昨[天晚]|前[天几].{0,1}).{0,4}(?:修|换|装|买|检查|保养|年检)(?!了吗|好了吗|没)
`

export const YESTERDAY = concept`
  昨[天晚夜日]
  前[天晚]
  yesterday
  last night
`

export const STILL = concept`
  (?<!到)现在(?!都?(?:还)?[没也](?:给|有|人|说|处))(?!.{0,8}(?:好了?没|了没有?|了吗|怎么样了))
  到现在(?!.{0,4}(?:赔|没个|没有?说|没给|没人|没一个|结果))
  这[次回]
  又
  这会
  刚
  此刻
  正在
  一直
  还在
  还没
  仍
  今[天早晚]
  again
  now
  still
`

/** Who is to do it, whom to ring one day, how it is explained: asked by those who are in no need. */
export const ASKED = concept`
  归(?:谁|哪家|你们|物业|燃气公司)
  (?:是|由|算|找)(?:谁|哪家|物业|你们|燃气公司).{0,8}(?:修|管|负责|还是|出)
  谁(?:来)?(?:修|换|管|装)(?=啊|呢|呀|的|$|[,，?？])
  (?<![就快])先?问(?:问|一下|清楚)(?=$|[,，。])
  我?(?:先)?[存记备]一?(?:下|着)(?=$|[,，。])
  整改(?=.{0,3}[完好了没吗])
  的?原理(?=$|[,，。?？])
  想学(?!校)
  (?:该|应)打(?:哪个|什么)(?:电话|号)
  (?:写|讲|编|画)(?:一?个|一?篇|一?首|段)
  属不属于
  怎么做(?=$|[,，?？])
  write (?:me )?(?:a|an)
  (?:whose|what) job
  who (?:repairs|fixes|checks|is responsible|pays)
  since the .{0,20}repair
  just to know
  (?:有没有|有|啥|什么|怎么)规定(?:没有|没|吗)?(?=$|[,，。?？])
  多长时间(?:必须|要|得)
  条例
  职责
  讲讲(?=$|[,，。?？])
  给(?:孩子|小孩|娃|学生)讲
  (?:孩子|小孩|娃|儿子|女儿)问我?(?:为|怎)
  explain (?:why|how|to)
  你会.{1,8}吗$
  为(?:啥|什么)要?加
  how do(?:es)? .{0,30}works?
`

export const URGENT = concept`
  快来
  快点
  快派
  快叫
  (?<!喊)救命
  救人
  来人
  赶紧
  赶快
  正在
  现在(?!都?(?:还)?[没也](?:给|有|人|说|处))(?!.{0,8}(?:好了?没|了没有?|了吗|怎么样了))
  刚刚
  刚才
  快[打帮救]
  help
  hurry
  right now
  please come
`
