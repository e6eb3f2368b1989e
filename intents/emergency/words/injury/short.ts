/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'
import { SOMEBODY } from '../../people.ts'

export const BLOOD = concept`
  血(?:哗|止|直|不停|一直)
  血[淋]
  流.{0,4}血
  出血
  血[流喷]
  头破
  满[脸头身手].{0,2}血
  [全都]是血
  一[地滩]血
  血.{0,2}止不住
  动脉
  满身血
  bleed(?:s|ing)
  bled
  (?:lots? of|so much|losing|covered in|vomiting|coughing) (?:\w{2,5} )?blood
  blood everywhere
  出.{0,3}血
`

export const FALL = concept`
  (?:洗澡|浴室|楼梯|台阶|厕所|地砖|冰).{0,6}滑了
  摔
  跌
  滑倒
  绊倒
  滚[下了]
  坠
  栽[倒下]
  fell
  fallen
  slipped
  falls
`

export const FELL = concept`
  ${SOMEBODY}.{0,5}从.{1,10}(?:[摔坠滚跌栽]|掉(?:下|到|进))
  坠楼
  (?:${SOMEBODY})(?:在.{1,8}|刚|刚才|突然|一下子?|又|自己|不小心|走路|滑)?(?:摔|跌|滑|栽)(?:倒|了一跤|跤|下楼|下去|下来|地上)(?!过)
  ${SOMEBODY}.{0,2}[摔掉跌](?:进|到|入|在)?(?:了)?(?:沟|井|坑|河|湖|水|池|楼梯|电梯井)
  从(?:梯子|楼梯|滑梯|脚手架|高处).{0,4}(?:[摔坠滚跌栽]|掉)(?:下|了下)
  (?:he|she|man|woman|lady|worker|child|kid|boy|girl|mother|father|mom|dad|son|daughter|someone|somebody) .{0,10}(?:fell|fallen) (?:down|from|off|into)
  fell off (?:a|the|his|her) (?:ladder|roof|scaffold\w{0,3}|stairs|bike|wall|balcony)
`

export const SHOCK = concept`
  [被让]电打
  电打了
  触电
  电到(?:人|我|他|她|了|孩|手)
  被电(?:了|到|击|倒|死|着|一下)
  漏电.{0,6}(?:[打电麻](?:到|了|着)?.{0,2}(?:人|我|手|孩|他|她)|贴|倒)
  电击
  漏电.{0,16}(?:就?抽(?:了|起来)?(?=$|[,，。!！])|[瘫栽]|倒[下了]|不动了)
  手.{0,4}(?:插座|插孔).{0,8}(?:抖|倒|麻)
  electrocut\w{1,4}
  electric(?:al)? shock
  (?:got|was|been) shocked
`

export const WATER = concept`
  溺[水亡]
  ${SOMEBODY}.{0,4}(?:掉|落|跌|滑|摔)(?:进|到|下|入|水|在).{0,4}(?:水(?!道)|池|河|湖|塘|里|井)
  落水
  呛水
  淹(?:着|到)(?:人|孩)
  drown(?:s|ed|ing)(?! out)
  (?:child|kid|boy|girl|son|daughter|man|someone|he|she) .{0,8}(?:fell|falls|fallen) in(?:to)?
`

export const MAIMS = concept`
  [摔跌撞砸夹割切扎刺烫咬压轧碾磕](?:到|断|伤|破|了|着|住|中|进|穿|门里|肿|开)?
  (?:cut|caught|crushed|trapped|burned|burnt|smashed|stuck)
`

export const POISON = concept`
  (?:误|喝|吃|吞|舔)(?:食|服|了|下|的|进|到|错){0,4}.{0,3}(?:农药|鼠药|药水|洁厕|消毒|84|漂白|清洁剂|洗涤剂|洗洁精|洗衣液|洗衣凝珠|凝珠|樟脑|杀虫|花露水|汽油|酒精|敌敌畏|百草枯|电池|干燥剂|硬币|纽扣|玻璃|蘑菇|野菜|磁)
  (?:农药|鼠药|洁厕灵?|消毒[液水]|84|漂白水?|洗洁精|酒精|电池|硬币|干燥剂).{0,4}(?:喝|吃|吞|当)
  (?:吃|喝)错(?:了)?(?:药|东西)?
  误[食服喝吞]
  (?<!煤气|燃气|氧化碳)(?:食物|酒精)?中毒
  poison(?:ed|ing)
  (?:drank|swallowed|ate) .{0,12}(?:bleach|pesticide|poison|battery|batteries|detergent|pills)
`

export const PETS = concept`
  狗误
  怕狗
  猫吃
  狗吃
  我家狗
  我家猫
  my dog
  my cat
`

export const DOWN = concept`
  ${SOMEBODY}.{0,3}坐(?:在)?地上.{0,3}(?:起不|站不|不动)
  ${SOMEBODY}.{0,4}(?:突然|忽然|一下子?)?(?<!垃圾|渣|水)(?:栽)?倒(?:在(?:地|路|床|楼|电|厕|卫|厨|客|沙|花|雪|血|门|里)|地(?!砖)|下(?!水)|了(?!垃圾|水|渣|杯|车))
  ${SOMEBODY}.{0,8}[躺趴瘫](?:在|倒|着).{0,8}(?:不动|不起|起不|没动|地上|路上|路边|楼梯|楼道|动不)
  倒地
  身子.{0,3}抖
  lying (?:on|in) the (?:ground|floor|street|stairs|corridor)
  (?:down|fallen) and not
  ${SOMEBODY}.{0,6}(?<!垃圾|渣|水|车|树)倒在
`

export const RUBBISH = concept`
  渣
  垃圾
  水泥
  沙子
  快递
  车倒
  树
`

export const AMBULANCE = concept`
  救护车
  [打叫拨](?:一下)?120
  120(?:快|急|来)
  送医院
  人命关天
  (?:出|死)人(?:了|命)
  快救人
  救(?:救)?(?:我|他|她|孩|人啊|人!|老)
  ^救人
  ambulance
  call 120
  medical emergency
`

export const NOT_NOW = concept`
  住院
  出院
  在家养
  休养
  恢复
  轮椅
  取(?:下)?快递
  拿(?:下)?快递
  装.{0,4}扶手
  救护车.{0,6}(?:怎么进|通道|进不)(?!.{0,12}(?:不行|病人|昏|血))
  去世
  过世
  没收入
  赖账
  监控
  探头
  物业费
  天天来
  救护车.{0,12}(?:通道|[怎咋]么?进)
`
