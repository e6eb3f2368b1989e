import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { HARM_SIGNS } from './harm.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** Blood, falls and faints that hurt nobody. */
export const HARMLESS = concept`
  (?:燕子|麻雀|鸽子|鸟|老鼠|耗子|猫|狗|蛇|鱼|蟑螂|虫子?|蝙蝠)[^,，。人]{0,4}死、中暑(?=药|茶|险|的药)、防暑、救护车(?=.{0,4}(?:怎么[走进停]|停哪|从哪|走错|来过|吵|声音|的?车位|专用|通道|进出))、ambulance (?:parking|entrance|access|route|lane|bay)
  [惊吓]出.{0,3}冷汗、[砸摔撞咬夹]到?过(?!来|去|敏)、(?:工|龙|插|接|像|镜|探|喷|街|罐|木|石|砖|枕|烟|弯|枪|锁)头、扶手、[一二]手
  手(?:机|续|动|工|把|套|推|段|柄|册|抄|法|电筒)、(?:气|笑|吓|忙|急|热|累|踢|绕|转|搞|弄|说|看|听|整|算|催)(?:都|得)?[晕昏](?:了|头)?
  (?:要|快)(?:被.{0,6}|气|吓|急|笑)[晕昏]倒、(?:要|快|都要|都快).{0,4}犯[了病]?、热血、(?<!低)血糖、血[压汗本脂拼型]
  [抽献心狗吐]血(?![了不])、气得吐血、急救(?:箱|包|知识|培训)、触电保护、漏电(?:保护|开关)、摔(?:门|东西|坏|碎|电话)、跌(?:价|了价)、良心.{0,3}狗
  (?:车|窗|门|机|闸|玻璃|雨棚|把手|雨伞)[子库顶窗身上]{0,2}被.{0,6}[砸撞划]、[撞砸](?:到|了|坏|着)(?:我)?(?:的|家)?(?:的)?(?:车|电|窗|阳|花|雨)
  砸.{0,2}(?:我|他)?(?:面前|跟前|脚边|旁边|身边)、(?:烟|油烟|漆|油漆|臭|味道?|垃圾).{0,8}(?:喘不|呼吸困难|窒息)、倒(?:了)?垃圾
  [热冷烦臭吵累笑气呛冻熏急吓困饿馋贵]死人、[划割刺](?:伤|破)了?(?:电梯|车|门|窗|墙|地|漆|轮)、(?:radiators?|does|valve) .{0,10}bleeding
  bit by bit、blood (?:pressure|sugar|type|test)、扶手、狗不咬人、说不(?:清|出)(?:是|在|哪|来)
  (?:伞|把手|杆|架|椅|桌|管|线|门|锁|钥匙|扶手)(?:骨折|断了)
  choked with
  气得.{0,4}[心胸头肝胃].{0,3}[疼痛]、指针、心疼(?:得要死|死了|电|钱|树|那|这)、[上里前后罐]头(?=丢|掉|扔|飞|的)、头发.{0,3}(?:卡|堵|缠)在.{0,3}(?:管|地漏|下水)、(?:猫|狗|鸟|松鼠|兔)[^,，。把咬撞]{0,4}受了?重?伤、[骑选歌助对新帮高水]手(?!指|臂|被)、压在.{1,5}手[里上]、被(?=子|褥|套|单|面|罩|窝|芯)
  救护车(?:一样|模样|似的|样子)、不咬人、没咬、(?:熏|臭|味|油漆|油烟)(?:得|到)?(?:我|人)?(?:要|快|都要|都快)[晕昏](?:倒|过去|了)?、(?:脚|手)(?:底|心)?.{0,2}(?:热|烫|冷|冻)得、砸到.{0,3}(?:书包|包|水杯|伞|玩具)
`
const SENSELESS = concept`
  ${SOMEBODY}.{0,3}(?:突然|怎么叫都|怎么都)?没(?:有)?反应、沉(?:下去|底)、不会(?:哭|动|说话)了、嘴唇.{0,3}[紫青白]
  (?:浑身|全身).{0,2}(?:发抖|抽|冰凉|发紫)、(?<!要)[晕昏]倒、昏迷、[昏晕]过去、${SOMEBODY}.{0,6}[晕昏](?:了|厥)、[晕栽]在
  [叫喊推摇]不(?:醒|应|答应)(?!客|物|你)、[喊叫].{0,2}[不没](?:答应|应声|反应)、不省人事、没有?了?(?:呼吸|心跳|意识|知觉|脉搏)
  ${SOMEBODY}.{0,6}没气了(?!.{0,12}(?:表|充|卡))、(?:失去|没了?)(?:意识|知觉)、休克、猝死、${SOMEBODY}.{0,10}一动不动、眼神.{0,3}散
  (?:打)?(?:呼噜|鼾).{0,4}叫不、unconscious、(?<!ceiling )(?<!wall )(?<!roof )(?<!shelf )\bcollaps(?:ed|ing)\b
  (?:not|isn't|stopped|is not|no longer) breathing、faint(?:ed|ing)、passed out、no pulse、unresponsive
  (?:won't|doesn't|not|can't|isn't) (?:wake up|waking|wake|respond\w{0,3}|moving|responding)
  (?:叫|喊)(?:他|她)?没(?:声|反应)、脸色.{0,2}(?:白|青|灰)、(?:要|快|可能要)晕(?:倒|了|过去)、心肺复苏、aed(?:来|在)、突然抽(?:了|起)
  晕.{0,4}里了
  [撞摔砸打]晕、晕(?:倒)?了一个、人不行了、${SOMEBODY}.{0,6}(?:好像|是不是|可能|怕是)(?:已经)?死了、死在、尸体
  (?:几|两|三|四|五)天.{0,5}没(?:出门|见|动静|开门).{0,20}(?:没人应|不应|臭)
`
const ILL = concept`
  呛(?:到|着|住)、(?:讲|说)话不(?:出|了|清|来)、话(?:都)?(?:讲|说)不(?:出|清|了)、(?:讲|说)不出话、不识讲
  (?:肚子|头|腰|背).{0,2}(?:剧|绞|疼得|痛得|疼死)、摔.{0,6}肚子[疼痛]、喘气?费劲、发紫、心脏病(?:又|突然)?(?:犯|发)
  犯(?:了)?(?:心脏病|哮喘|心绞痛|癫痫|羊癫疯)、心脏.{0,4}(?:不舒服|难受|[疼痛绞]|不行|骤停)、心绞痛、心梗、心肌梗、脑梗(?!后)、中风(?!险|后|在家)
  脑[出溢]血、抽搐、(?:抽筋|惊厥)(?=了|$|，| |,)、[高发]烧.{0,6}(?:抽|昏|惊厥)、口吐白沫、(?:胸|心)[口部]?.{0,3}(?:[疼痛闷绞]|压了?)
  (?:胳膊|左手|手脚|嘴).{0,3}[麻歪]、半边.{0,3}麻、天旋地转、捂着?(?:胸|心)口、一头(?:冷|虚)?汗.{0,8}(?:蹲|站不|说不)、冷汗、喘不(?:上|过|来)、呼吸困难、哮喘(?=发|犯|又|药|$|了)、透不过气
  脸.{0,2}(?:发|都|憋)?[紫青]、噎(?:到|住|着|得)、卡.{0,3}(?:喉|嗓)、[喉嗓].{0,4}卡、窒息、半边身、说不(?:出|了|清)话(?!的)、(?:羊|破)水
  (?:快|要)生了、(?:大)?出血、癫痫、羊癫疯、低血糖、中暑、过敏.{0,6}(?:肿|喘|休克|厉害)、剧痛、疼得.{0,3}(?:打滚|不行|厉害|直)、病危
  ${SOMEBODY}.{0,6}(?:快|要)不行了(?!的)、heart attack、stroke、chok(?:ing|ed)
  (?:can't|cannot|struggling to|trouble|hard to) breath\w{1,3}、seizures?
  chest (?:pains?|hurts|is tight)、pains? in (?:my|his|her|the) chest、in labou?r、water broke、convuls\w{1,5}、allergic、asthma
  虚汗、心慌.{0,3}(?:厉害|难受|不行|汗|喘)、见红、怀孕.{0,10}(?:疼|痛|血)、(?:肚子|腰).{0,2}[疼痛].{0,8}怀孕、一直吐、咳不停、鱼[骨刺].{0,4}卡、卡住.{0,3}喘、throat is (?:closing|swelling)、bee sting
  咳血、呕血、吐血、早产、要生、脑震荡、冻僵、醉倒、酒精中毒、透不过气
`
/** Long standing illness, told to explain something else. */
const CHRONIC = concept`康复、后遗症、受不了、吵、每周、常年、多年、病史、休息不好、住院、楼层、减免、通行、农药、噪、装修、突突、震得、砸墙、开钻`
const BLOOD = concept`
  血(?:哗|止|直|不停|一直)、血[淋]、流.{0,4}血、出血、血[流喷]、头破、满[脸头身手].{0,2}血、[全都]是血、一[地滩]血、血.{0,2}止不住、动脉、满身血
  bleed(?:s|ing)、bled、(?:lots? of|so much|losing|covered in|vomiting|coughing) (?:\w{2,5} )?blood
  blood everywhere
  出.{0,3}血
`
const FALL = concept`(?:洗澡|浴室|楼梯|台阶|厕所|地砖|冰).{0,6}滑了、摔、跌、滑倒、绊倒、滚[下了]、坠、栽[倒下]、fell、fallen、slipped、falls`
const HARM = concept`
  坐地上、起不[来了]、(?:不能|不会|不得|不敢)动、动不[了得]、站不[起了]、爬不起、骨折、断、破、昏、伤、头、腿、腰、胳膊、变形、肿、疼、120
  can't (?:move|get up|stand)、hurt、broken? (?:his|her|my|a|the)? ?(?:leg|arm|hip|neck|wrist|ankle)
  injur\w{1,4}、ambulance
`
const FELL = concept`
  ${SOMEBODY}.{0,5}从.{1,10}(?:[摔坠滚跌栽]|掉(?:下|到|进))、坠楼
  (?:${SOMEBODY})(?:在.{1,8}|刚|刚才|突然|一下子?|又|自己|不小心|走路|滑)?(?:摔|跌|滑|栽)(?:倒|了一跤|跤|下楼|下去|下来|地上)(?!过)
  ${SOMEBODY}.{0,2}[摔掉跌](?:进|到|入|在)?(?:了)?(?:沟|井|坑|河|湖|水|池|楼梯|电梯井)
  从(?:梯子|楼梯|滑梯|脚手架|高处).{0,4}(?:[摔坠滚跌栽]|掉)(?:下|了下)
  (?:he|she|man|woman|lady|worker|child|kid|boy|girl|mother|father|mom|dad|son|daughter|someone|somebody) .{0,10}(?:fell|fallen) (?:down|from|off|into)
  fell off (?:a|the|his|her) (?:ladder|roof|scaffold\w{0,3}|stairs|bike|wall|balcony)
`
const SHOCK = concept`
  [被让]电打、电打了、触电、电到(?:人|我|他|她|了|孩|手)、被电(?:了|到|击|倒|死|着|一下)、漏电.{0,6}(?:[打电麻](?:到|了|着)?.{0,2}(?:人|我|手|孩|他|她)|贴|倒)、电击
  漏电.{0,16}(?:就?抽(?:了|起来)?(?=$|[,，。!！])|[瘫栽]|倒[下了]|不动了)
  手.{0,4}(?:插座|插孔).{0,8}(?:抖|倒|麻)、electrocut\w{1,4}、electric(?:al)? shock、(?:got|was|been) shocked
`
const WATER = concept`
  溺[水亡]、${SOMEBODY}.{0,4}(?:掉|落|跌|滑|摔)(?:进|到|下|入|水|在).{0,4}(?:水(?!道)|池|河|湖|塘|里|井)、落水、呛水
  淹(?:着|到)(?:人|孩)、drown(?:s|ed|ing)(?! out)
  (?:child|kid|boy|girl|son|daughter|man|someone|he|she) .{0,8}(?:fell|falls|fallen) in(?:to)?
`
const BODY = '(?:手|脚|头|指|腿|胳膊|肩|背|脸|眼|腰|膝|耳|额)'
const STRUCK = concept`
  砸(?:到|中|伤|着|了|在|破)(?:了)?(?:一?个?|路)(?:人|我(?!家|的|车|后|书|面|跟|电|窗|阳|旁|身边|脚边|门|院|花|楼)|他|她|${BODY}|孩(?!.?车)|小孩|婴儿(?!车)|老|行人|阿姨|保安)
  ${SOMEBODY}(?:的)?${BODY}?(?:被|让|给).{0,12}砸(?:了|到|伤|中|晕|破|倒)(?!车|玻璃|窗|书)
  砸(?:了)?(?:我|他|她)?的?${BODY}、被.{0,6}(?:汽车|电动车|电瓶车|摩托|外卖|轿车|货车|三轮).{0,4}撞(?!坏|了一?个?坑)、撞了(?:一?个|人|他|她).{0,3}(?:人|姑娘|孩|老|阿姨|大爷|奶奶|爷爷|[,，]|$)(?!的车)、撞飞
  砸(?:中|到|破).{0,3}(?:脑袋|头|肩)、撞(?:到|倒|伤|了|飞)(?:了)?(?:一?个?)(?:人|我(?!的|车|家|后|前|电|左|右)|他|她|老|小孩|孩|行人|大)
  ${SOMEBODY}.{0,2}(?:被|让|给).{0,8}(?:撞|碾|轧|压(?=[到住在倒伤断着]))(?!坏|门|车|变|凹|了一?个?坑)
  (?:车|压|轧|碾|撞).{0,10}(?:被|把|给)?.{0,4}压在(?:下|底|轮)、车把${SOMEBODY}.{0,4}(?:压|碾|轧|撞)(?!坏)、(?:轧|碾|压)(?:了|到|着|断|伤)(?:我|他|她|小孩|孩子)?的?${BODY}
  被.{0,8}(?:狗|犬|蛇|猫|马蜂|黄蜂|蜂).{0,2}[咬蛰叮抓](?:了|伤|到|着|破|住)?
  (?:狗|犬|蛇|它).{0,3}咬(?:了|伤|到|住)(?:了)?(?:人|我|他|她|孩|小|老|一口)
  夹(?:到|住|断|伤|了|着|破)(?:了)?(?:我|他|她|孩子?|老人|小孩)?的?(?:手|脚|人|头|指|腿|胳膊|孩|老)
  ${SOMEBODY}?(?:被|让|给).{0,10}(?:门|机).{0,2}夹(?:了|住|到|伤)
  (?:手|脚|头|手指|指头|腿|胳膊)(?:被|给|都|让)?.{0,6}(?:夹|压|绞|卷|轧|切|割|锯|砸|卡)(?:断|到|住|伤|破|了|掉|烂|进|在)
  (?:开水|热水|热油|汤).{0,5}烫(?:到|伤|着|了|坏)、被.{0,6}烫(?:了|伤|到|着)、烫(?:伤|掉.{0,2}皮|起泡)、[烧灼炸]伤(?!车)
  [划割刺扎](?:伤|破|到|了).{0,2}(?:人|我|手|脚|脸|腿|孩|路|行|他|她|一身|动脉|大)、(?:把|被).{0,8}[划割扎]伤
  (?:指|腿|手|胳膊|骨头|肋骨|脚|腰)(?:都|摔|被|好像|可能)?断了、骨折、受(?:了)?(?:重)?伤、伤(?:到|了)?(?:人|者)
  (?:was|got|been|is) (?:hit|struck|run over) by
  (?:is|are|got|badly|seriously|been|was|someone) (?:hurt|injured|scalded|burnt|burned)
  (?:severe|bad|serious) burns?、bit(?:ten)? (?:me|my|a|him|her)、bitten
  broke (?:my|his|her) (?:leg|arm|hip|ankle|wrist|neck)
  (?:油|开水|热水|汤)泼(?:到|了)、(?:烫|泼|油).{0,8}皮.{0,2}掉、被.{0,5}车撞(?!坏|了一?个?坑)、(?:my|his|her|their) (?:leg|arm|hand|head|foot) (?:is )?(?:stuck|trapped|crushed)、(?:motorbike|bike|car) crash
  脱臼、(?:眼|脸|手).{0,6}炸(?:了|伤|到)、burn(?:ed|t) by、scalded
`
const LIMB = concept`
  ${BODY}(?!机|续|动|工|把|套|推|段|架|步|印|色|书|疼|像|条)、脑袋、额头、眼睛、手指、hand、finger、head、leg、arm、foot
  脖子、喉咙、胸口、下巴、鼻子、耳朵、肚子、neck、face
`
const MAIMS = concept`
  [摔跌撞砸夹割切扎刺烫咬压轧碾磕](?:到|断|伤|破|了|着|住|中|进|穿|门里|肿|开)?
  (?:cut|caught|crushed|trapped|burned|burnt|smashed|stuck) 
`
const UNHURT = concept`
  没破、没流血、没大碍、不严重、皮外、破了点皮、烫了?个洞
  没[受砸]?伤、没人.?受?伤、无人、没砸到、没事、幸亏、幸好、还好、好在、差一?点、人没、吓一?[跳坏]、no ?(?:one|body) (?:was )?hurt、luckily、nearly、almost
  windshield、my car
`
const POISON = concept`
  (?:误|喝|吃|吞|舔)(?:食|服|了|下|的|进|到|错)*.{0,3}(?:农药|鼠药|药水|洁厕|消毒|84|漂白|清洁剂|洗涤剂|洗洁精|洗衣液|洗衣凝珠|凝珠|樟脑|杀虫|花露水|汽油|酒精|敌敌畏|百草枯|电池|干燥剂|硬币|纽扣|玻璃|蘑菇|野菜|磁)
  (?:农药|鼠药|洁厕灵?|消毒[液水]|84|漂白水?|洗洁精|酒精|电池|硬币|干燥剂).{0,4}(?:喝|吃|吞|当)、(?:吃|喝)错(?:了)?(?:药|东西)?、误[食服喝吞]
  (?<!煤气|燃气|氧化碳)(?:食物|酒精)?中毒、poison(?:ed|ing)
  (?:drank|swallowed|ate) .{0,12}(?:bleach|pesticide|poison|battery|batteries|detergent|pills)
`
const PETS = concept`狗误、怕狗、猫吃、狗吃、我家狗、我家猫、my dog、my cat`
const DOWN = concept`
  ${SOMEBODY}.{0,3}坐(?:在)?地上.{0,3}(?:起不|站不|不动)
  ${SOMEBODY}.{0,4}(?:突然|忽然|一下子?)?(?<!垃圾|渣|水)(?:栽)?倒(?:在(?:地|路|床|楼|电|厕|卫|厨|客|沙|花|雪|血|门|里)|地(?!砖)|下(?!水)|了(?!垃圾|水|渣|杯|车))
  ${SOMEBODY}.{0,8}[躺趴瘫](?:在|倒|着).{0,8}(?:不动|不起|起不|没动|地上|路上|路边|楼梯|楼道|动不)、倒地、身子.{0,3}抖
  lying (?:on|in) the (?:ground|floor|street|stairs|corridor)、(?:down|fallen) and not
  ${SOMEBODY}.{0,6}(?<!垃圾|渣|水|车|树)倒在
`
const RUBBISH = concept`渣、垃圾、水泥、沙子、快递、车倒、树`
const AMBULANCE = concept`
  救护车、[打叫拨](?:一下)?120、120(?:快|急|来)、送医院、人命关天、(?:出|死)人(?:了|命)、快救人、救(?:救)?(?:我|他|她|孩|人啊|人!|老)、^救人
  ambulance、call 120、medical emergency
`
const NOT_NOW = concept`
  住院、出院、在家养、休养、恢复、轮椅、取(?:下)?快递、拿(?:下)?快递、装.{0,4}扶手、救护车.{0,6}(?:怎么进|通道|进不)(?!.{0,12}(?:不行|病人|昏|血))
  去世、过世、没收入、赖账、监控、探头、物业费
  天天来
  救护车.{0,12}(?:通道|[怎咋]么?进)
`

const RULES: readonly Rule[] = [
  ['senseless', (t) => tells(t, SENSELESS)],
  ['acutely ill', (t) => tells(t, ILL) && !mentions(t, CHRONIC)],
  ['bleeding', (t) => tells(t, BLOOD)],
  ['electric shock', (t) => tells(t, SHOCK) && !mentions(t, UNHURT)],
  ['in the water', (t) => tells(t, WATER)],
  ['fall', (t) => (tells(t, FELL) || near(t, FALL, HARM, 12)) && !mentions(t, UNHURT)],
  ['struck, burnt or bitten', (t) => tells(t, STRUCK) && !mentions(t, UNHURT)],
  [
    'limb hurt',
    (t) =>
      near(t, MAIMS, LIMB, 5) &&
      tells(t, concept`了、住、流、断、血、疼、哭、出不来、bleeding、hurts`) &&
      !mentions(t, UNHURT) &&
      !mentions(t, concept`车、刷、录、防夹`),
  ],
  ['poison', (t) => tells(t, POISON) && !mentions(t, PETS)],
  ['lies on the ground', (t) => tells(t, DOWN) && !mentions(t, RUBBISH)],
  ['ambulance', (t) => tells(t, AMBULANCE)],
  ['fall, then harm', (t) => follows(t, FALL, BLOOD, 20)],
  [
    'cry for help about a person',
    (t) =>
      isDistressed(t) &&
      near(
        t,
        concept`${SOMEBODY}`,
        concept`摔(?!坏)、血(?!压|糖|汗)、晕、昏、[疼痛](?=得|死|啊|,|，|$)、受伤、撞(?!坏)、砸(?!坏)、烫、咬、抽筋、吐、没气、不行了、倒了(?!垃圾)、不动了、吞、中毒、hurt、bleeding、fell、pain`,
        10,
      ) &&
      !mentions(t, UNHURT) &&
      !mentions(t, concept`车、电梯、头疼、脑壳疼、吵、噪、气得、水、砸墙、装修`),
  ],
]

/** Somebody is hurt or gravely ill. */
export function findInjury(telling: Telling): string | undefined {
  if (isTalk(telling)) return undefined
  if (mentions(telling.text, NOT_NOW) && !telling.urgent) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...HARM_SIGNS])
}
