/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'
import { CHILD, CHILD_EN, ELDER, ELDER_EN } from '../../people.ts'

/** Things, animals and staff that are not where they should be. */
export const HARMLESS = concept`
  (?:孩子|小孩|儿子|女儿|老人|老爷子|孙子|孙女|宝宝)的(?!人|妈|爸|奶|爷|外|姥|哥|弟|姐|妹)[^,，。!！?？]{1,6}(?:丢|不见|失踪|找不|掉)
  (?:[看听瞧望]不见)(?!孩|人|他|她|娃|我家|我儿|我女|我妈|我爸)
  玩躲.{0,3}
  走丢(?:的|了).{0,16}找(?:着|到|回)
  (?:钥匙|发票|书包|证件?|卡|手机|包裹|快递|助听器|水枪|玩具|球|单车|自行车|电瓶车|耳机|衣服|邮件|信|文件|包)(?:又|在|都|全)?[^,，。!！人孩]{0,6}(?:失踪|走丢|丢了|不见)
  失踪人口
  丢了?一?(?:只|件|顶|双|条|把|部|本|串|张)
  (?:${CHILD}|${ELDER})[^穿背戴骑带,，。!！丢]{0,5}(?:滑板车|自行车|童车|平衡车|校服|衣服|鞋|书包|玩具|手机|钥匙|手表|眼镜|门卡|门禁|水杯|帽子)
  他妈
  妈的
  (?:老人|孩子|小孩|学生|儿子|女儿|爸|妈|老婆)的.{0,6}(?:卡|证|包|车|衣|鞋|玩具|手机|钥匙|东西|狗|猫|作业|书)
  老[人年](?:卡|证|机|乘车)
  忘(?:了)?带
  躲猫猫
  (?:孩子?|婴儿|儿童|宝宝)(?:推?车|床|房|椅|座)
  老(?:太)?[婆头].{0,2}(?:看|买菜的)
  (?:kid|child|son|daughter|mother|father|mom|dad|baby)'s? (?:bag|bike|card|phone|toy|key|shoe)\w{0,2}
  (?:kid|child|son|daughter|mother|father|mom|dad|baby) lost (?:his|her|a|the)
  (?:孩子|小孩|娃|儿子|女儿|老人|老伴|宝宝)[^,，。!！?？人]{0,6}(?:停在|放在|落在|忘在|丢在|寄来|订的|买的|晾在|晒的)[^,，。!！?？人]{0,14}(?:丢|不见|没了?|找不)
  (?:kid|child|son|daughter|mother|father|mom|mum|dad|baby)'s \w{2,8} (?:bag|bike|card|phone|toy|key|shoe|jacket|scooter)\w{0,2}
  不见得
  找不[到着]你们
  防.{0,4}走失
  丢的丢
  (?:说要|老说|总说|闹着要|动不动说要?)离家出走
  丢了[^,，。人]{0,4}(?:卡|证|钥匙|手机|包|钱|鞋|帽|眼镜|手表|伞|耳环|拐杖|水壶|书)
  (?:拐杖|水壶|外套|伞|助行器|轮椅|马扎|滑板车|平衡车)[^,，。人]{0,4}(?:丢|不见|没了|落)
`

export const STAFF = concept`
  经理
  管家
  师傅
  客服
  物业人
  保安人
  快递
  外卖
  证
  卡
  包裹
  集体
  对象
`

export const CHILD_WORDS = concept`
  ${CHILD}
  ${CHILD_EN}
`

export const WHO = concept`
  ${CHILD}
  ${ELDER}
  ${CHILD_EN}
  ${ELDER_EN}
`

export const WHO_EN = concept`
  ${CHILD_EN}
  ${ELDER_EN}
`

export const NOT_BACK = concept`
  没回
  未归
  没到家
  (?:就|还|一直|也|都)?(?:没|没有|未|不见|冇)(?:再|见)?(?:回|返|到|归|上)(?:来|家|屋)?(?!复|应|电话|消息)
  不回来
  没见人
  打不通
  关机
  联系不上
  没(?:应|音信)
  (?:not|hasn't|haven't|didn't|never|isn't|aren't) (?:come |came |returned |been |get |got |gone )?(?:back|home|returned)
  phone is off
  still out
  没人影
  不见人影
  没(?:有)?(?:一点|半点)?(?:消息|信儿|音讯|动静|回音)(?!.{0,4}通知)
  (?:didn't|hasn't|not) come back
  电话.{0,2}(?:没人接|不接)
  seen (?:him|her)
`

export const GONE_WITHOUT = concept`
  (?:一个人|自己)?[跑溜走]出(?:小区|大门|门|去)
  一个人.{0,2}[跑走]
  [跑溜走]出去
  自己(?:坐电梯)?(?:跑|走|下|出)(?:了|出|去|下|门|进)
  出门了
  两个?钟头
  出去
  赌气
  吵架
  ran (?:off|away|out)
  walked out
  went for a walk
  走了
  离家
  走出
  gone out
  went out
  left
`

export const SOUGHT = concept`
  看没看(?:见|到)
  看[到见](?:我|我家|我们家).{1,8}(?:没有?|吗)(?=$|[,，。?？])
  有没有(?:看见|看到|见).{0,4}
  (?:有没有|谁|有人).{0,6}(?:看见|看到|见过|见到)
  广播.{0,6}找
  帮.{0,4}[找寻](?!下|一下|人修)
  ^找(?:人|孩子|老人|娃|我)
  求助
  看(?:下|一下|到)?.{0,8}监控
  查.{0,6}(?:监控|往哪|哪个门)
  have you seen
  has anyone seen
  help me (?:look for|find)
  最后.{0,8}见
`

export const LOOKS = concept`
  穿.{0,8}[衣裤鞋袄衫裙服]
  背.{0,6}书包
  戴.{0,4}(?:眼镜|帽)
  花衬衫
  [黑白]头发
  骑.{0,6}车
  刚会走
  \d{1,2}岁
  [一二三四五六七八九十]岁
  wearing
  years? old
  in a (?:red|blue|yellow|green|white|black)
  扎.{0,4}辫
`

export const TAKEN = concept`
  (?:抱|带|牵|领|拐)走(?:了)?
  taken my
  took my (?:child|kid|son|daughter|baby)
  (?:close|lock) the gates?
`

export const LOCKED = concept`
  反?锁(?:在|了|起来|住|进|到|上)?
  (?:被|一个人)?关(?:在|屋|房|里)
  反锁
  [吹带刮碰甩](?:关|上|锁)
  locked
  slammed shut
  shut
  把门.{0,2}[关带锁吹]上
  门(?:自己|被风)?(?:就)?(?:关|锁|带)(?:上|死)?了
`

export const ALONE = concept`
  [在屋家房车室]{1,2}[里面内头]
  [屋房车]
  一个
  自己
  里面
  进不去
  出不来
  哭
  inside
  in the
  alone
  卫生间
  浴室
  厕所
`

export const OUTSIDE = concept`
  门外
  外面进不去家
  电动车
  电瓶车
  车棚
  单车
  自行车
  把锁
  玩坏
  写作业
  门锁坏
  换锁
  儿童锁
  接(?:孩子|娃)
  开着门
  旁边
`

export const TINY = concept`
  [俩两]个小的
  小的[在还]
  孙[子女]
  [一二两三四五六1-6]岁
  个月
  婴儿
  宝宝
  小孩
  小朋友
  孩
  娃
  toddler
  baby
  child
  kid
  infant
  \w{2,5}-year-old
  \d year old
`

export const FOUND_CHILD = concept`
  (?:[一二两三四五]岁|两三岁|小).{0,3}(?:孩子?|娃).{0,3}(?:一个人|独自|自己).{0,4}(?:路|外面|马路|楼下|游荡|在哭|哭)
  (?:elderly|old|confused) .{0,10}wandering
  捡(?:到|着).{0,4}(?:小孩|孩子|老人|娃)
  (?:小孩|孩子|小朋友|小?(?:男|女)孩|老人|老太太?|老奶奶|老爷爷|老头|爷爷|奶奶).{0,16}(?:找不到|不知道|不认识|说不[清出]|不记得|不会说).{0,4}(?:妈|爸|家|回|自己|住|大人|路|叫)
  (?:lost|crying) (?:child|kid|boy|girl)
  (?:girl|boy|child|kid) (?:is )?(?:crying|alone|lost)
  doesn't know where (?:he|she|they) lives?
  (?:孩子?|娃|岁).{0,12}一个人.{0,4}(?:走来走去|在外|在路|在楼下|在哭|站)
  (?<!有)没(?:有)?大人(?:跟|看|在|$)
  (?:小孩|孩子|小朋友|小[男女]孩).{0,8}(?:妈妈|爸爸|爸妈).{0,2}不见
  (?:讲|说)不清住
  捡到孩子
  迷路的(?:小孩|孩子|小朋友|老人)
  walking alone
  no adult
  (?:can't|cannot|doesn't) (?:say|know|tell|remember) .{0,8}where (?:he|she|they) lives?
  (?:小孩|孩子|小朋友).{0,12}哭.{0,14}(?:不知道|找不到)
`

export const PARTED = concept`
  电梯.{0,3}(?:把|带).{0,4}走
  (?:孩子|娃|宝宝).{0,10}电梯.{0,4}(?:关|走)
  lift doors? closed
  (?:went|gone) down without
`

export const NOT_THERE = concept`
  (?:孩子|女儿|儿子|孙子|孙女|老人)(?:都)?不在.{1,8}[,，]?.{0,2}也不在
  (?:孩子|女儿|儿子|孙子|孙女|宝宝|老人|妈)(?:人)?不在(?:床上|屋里|房间|学校|幼儿园)
  (?:son|daughter|child|kid|baby|mother|father|dad|mom) (?:is not|isn't) in (?:the|his|her)
`

export const VANISHED = concept`
  一?转[眼身].{0,6}(?:没|不见)
  (?:人|孩子|娃)(?:就)?(?:没了|不见了|没影)
  (?:身|眼|功夫|工夫|一会儿?|一眼).{0,4}人?没(?:了|影)
`
