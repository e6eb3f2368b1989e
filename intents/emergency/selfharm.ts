import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { FAREWELL_SIGNS } from './farewell.ts'
import { firstThatHolds, type Rule, type Telling } from './telling.ts'

/** Ways of speaking in which nobody means to die. */
export const FIGURE = concept`
  去死吧?你、吵.{0,4}(?:没法|无法)活、还让不让.{0,3}活、跳楼(?:价|机|大甩卖|甩卖|清仓)、自杀式
  (?:热|冷|冻|困|累|吵|饿|烦|笑|急|气|臭|难受|疼|痛|渴|闷|挤|慢|丑|贵|闹)(?:得|到|的|死了?)?.{0,4}(?:想死|要死|去死)、想死(?:你|的心)
  (?:你|物业|客服)们?.{0,2}(?:怎么)?不?去死、[他她]们?怎么不去死、费.{0,3}不如(?:去)?死、永别了?(?:这|[,，]?我的(?:车|房|钱|押金|电|网|工资|假|周末|觉))、生不如死、[打累笑]死、活着的(?!意|希|勇)
  (?:树|草|花|植物|鱼|猫|狗|绿植).{0,6}活、对着墙.{0,8}跳下去、(?:误服|小孩|孩子).{0,10}瓶.{0,6}药、瓶.{0,6}药.{0,6}(?:小孩|孩子|岁)
  end (?:my|the|our|this) (?:lease|contract|tenancy|subscription|rent\w{0,3}|parking)、dying (?:of|to|for)、i could die of、dead battery
  (?:狗|猫|泰迪|鸟|兔子)[^,，。人]{0,4}跳(?:楼|下|了)、不想活在[这那]种?.{0,6}(?:小区|楼|房)、(?:让|叫|令)人(?:真|都)?想(?:跳楼|死|自杀)、熬不下去了?.{0,8}(?:冻|热|冷|吵|臭|暖气|施工|装修)、(?:冻|热|冷|吵|臭|熏).{0,6}(?:熬|撑|扛|坚持)不(?:下去|住)了?、(?:跳|摔|掉)下[来去]过、[把将].{1,10}从.{0,8}(?:扔|丢|砸|摔|甩|踢)(?:下去|了)、[把将].{1,10}(?:扔|丢|砸|摔|甩|踢)(?:下去|下楼)、我?死了?也不(?:搬|交|同意|签|让|退)
  (?:涨|催|吵|气|烦|热|冷|贵|等|拖|折腾|逼)得我?.{0,3}(?:想跳楼|想死|要死)、死路一条.{0,4}(?:物业|公司)
`
const WISH = concept`
  身[子体].{0,3}探出、跳了.{0,6}(?:不难受|解脱)、告别的?(?:话|信)、熬到头、今晚(?:就)?结束
  wish i (?:could|would|were|was)? ?(?:just )?(?:not wake|die|dead|gone)、not wake up tomorrow
  (?:说|他|她|我|让我|求|宁愿|宁可|真|只)(?:他|她|我)?(?:要|想|真想|只想)?去死(?!吧你)、让我死、说要死、求死
  (?:没|没有|无|失去|不再有).{0,6}(?:活|生活)(?:下去)?的?(?:勇气|力气|希望|动力|念头)、没有?.{0,4}(?:勇气|力气|动力).{0,3}活、不想(?:再)?坚持
  药(?:都|全|全部)吃(?:了|完|光|下)、吃完了?.{0,4}药、离开(?:这个|这|了)?(?:世界|人世|人间)、别拦我、我准备好了.{0,4}(?:结束|走)
  (?:没|无).{0,4}留恋、绝食、enough of (?:life|living)、no point (?:in |to )?(?:living|life)
  (?:trying|tried|wants|going) to kill (?:himself|herself|themselves)、不(?:太)?想(?:再)?活
  想(?:要)?(?:去)?死(?![你机])、寻死、(?:企图|想|要|想要)?自杀、轻生、自[残尽]、(?:想|看)不开、寻短见?、短见、傻事
  活(?:着)?(?:不下去|够了|腻了|不成了|不起了)、不想(?:再)?(?:做人|活着|在这个?世|见到明天|醒)、不如死、死了算
  死了(?:才|就)?(?:能|会|可以)?(?:干净|清净|轻松|解脱|好|安静)、死.{0,4}(?:不|没那么|比较)[疼痛]、[怎想]么(?:样)?(?:去)?死(?!机|活|沉)
  一了百了、(?:结束|了结).{0,4}(?:生命|一切|自己|这一生|性命)、了断、活(?:着|到).{0,6}(?:没|无|什么|啥).{0,2}(?:意思|意义|劲|盼头)
  (?:没|没有|无)(?:什么)?活(?:头|路|着的)、活着.{0,3}(?:累|苦|痛苦|受罪)、遗[书言]、后事、永别、勿念、割腕、割(?:了|自己)?(?:的)?手(?:腕|了)、跳楼
  往下跳、跳下[去来]、(?:要|想|准备)跳(?!绳|舞|槽|广|操|闸|过|脚)、(?<!保洁|大姐|阿姨)(?:想|要|说).{0,6}从.{0,6}(?:楼|顶|上面|这里|阳台|窗)[^滚摔掉走爬梯]{0,2}下去(?!买|拿|散|走走|取|的路)
  (?<![树户子面墙杆线])上吊(?![死根着灯顶线])、服毒、烧炭自?、炭.{0,4}买、(?:一|整|半)瓶.{0,4}药(?!水)
  (?:大把|很多|好多|一堆).{0,2}(?:安眠药|药片|药)、安眠药、吃了药.{0,8}睡过去、(?:来世|下辈子)(?:再)?(?:见|报|还|做)、死给你
  (?:永远|从.{0,4}|想)消失、(?:跟|陪)(?:着)?(?:他|她|老伴|你)(?:一起)?(?:走|去)了?(?:算|$|，)、带着?.{0,6}一起(?:走|死)
  (?:我|爸|妈|们).{0,4}先走一步(?!.{0,6}(?:下班|回家|回去))、想早(?:点)?走(?!路)、(?:我|他|她|妈)死了(?!也|都|算|心|这)、想跟着.{0,2}去
  写完.{0,4}就走、不[疼痛].{0,4}(?:办法|方法|死法)、脚.{0,3}悬、留下.{0,10}(?:密码|纸条|信|存折).{0,10}(?:楼顶|天台|走了|不见)
  不(?:再|想)?(?:再)?(?:拖累|连累)、(?:撑|坚持|熬|扛|捱)不(?:下去|住)了、不(?:想)?治了
  kill(?:ing)? (?:myself|himself|herself|themselves)、(?:want|wants|going|wanna|ready) (?:to )?die
  about dying、suicid(?:e|al)、end (?:it all|it|my life|his life|her life|everything)
  (?:don't|do not|doesn't) want to (?:live|be alive|be here any ?more|go on|exist|wake up)
  can't go on(?: living| like this| any ?more)?、better off (?:dead|without me)、no reason to live
  (?:isn't|not|ain't) worth (?:living|it any ?more)、want it to stop、want to disappear
  won't be here (?:tomorrow|any ?more)、when (?:i'm|i am) (?:gone|dead)
  (?:took|swallowed|taken) (?:all|a (?:whole )?bottle of|too many) .{0,8}pills、pills ready
  jump(?:ing)? (?:off|from|out|down)、going to jump、hurt(?:ing)? (?:myself|himself|herself)
  cut(?:ting)? (?:myself|himself|herself|my wrists|her wrists|his wrists)、overdos(?:e|ed)、self.harm
  hang (?:myself|himself|herself)
  没脸(?:再)?活、不配(?:再)?活、(?<![养种救])不活了、今晚了结、(?:过后|以后|明天)就?没有?我了、我跳了、一起死、跟了去、翻过去就、让我走(?:吧|$)、再见(?:了)?世界
  (?:永远|一直|就想)睡过去、死了也好、死了更好、跟我[妈爸].{0,2}说(?:声)?对不起、忍不住了.{0,6}(?:刀|割)、刀片.{0,10}(?:手边|忍不住|割)、(?:撑|熬)到今天
  (?:took|swallowed|taken|ate) (?:a |the )?(?:whole|entire|full) bottle、(?:swallowed|took) .{0,20}(?:sleeping (?:pills|tablets))、walking into the (?:lake|river|water)、(?:sent|texted|wrote|left) .{0,10}(?:farewell|goodbye note|suicide note)
  (?<!要|该)喝(?:了)?药(?:了|自|走)、吞(?:了|下)?.{0,5}药(?!店)、见不到(?:他|我|她)了、一走了之、不如一死、了无生趣、绝笔、诀别、万念俱灰
  [熬捱]不?(?:落去|下去)、about to jump、jumped (?:off|from)、wish i (?:were|was) dead
  (?:没|没有|无).{0,3}牵挂、留(?:了|下)(?:封|一封)?(?:信|纸条|遗).{0,10}(?:不见|对不起|走|找不)、[刀割]痕、(?:要|想|准备|说).{0,3}喝(?:农)?药(?!店)、不想(?:再)?看(?:到|见)?.{0,3}明天、死路一条
  一死了之
  不想(?:再)?生存、(?:no|don't (?:see|have) (?:a|any)) reason to (?:live|keep living|go on)
`
const EDGE = concept`
  天台、楼[顶沿]、屋顶、顶[楼层]、窗[台户外]、栏杆、护栏、女儿墙、外机、阳台外、桥[上边]、悬、ledge、roof(?:top)?、balcony、window ?sill、railing
  top of the building、window
  窗沿、阳台
`
const PERCHED = concept`
  [站坐蹲][在到着了]、有人.{0,4}[站坐蹲爬翻]、翻(?:出|过|到|越)、跨(?:出|过)、爬(?:到|上|出)、[站坐](?:了)?个人、脚.{0,3}悬、上了?(?:楼顶|天台)
  standing、sitting、climb(?:ed|ing)、on the、outside the、leg over、crying on
  往楼顶去
  [站坐](?=阳台|窗|栏|楼顶|天台)
`
const BRINK = concept`
  边、外、沿、哭、跳、不下来、有人、一个人、上面、坐在、密码、站了个、遗、悬、ledge、edge、jump、outside、over the、crying、somebody
  脚在外、翻过去、不活、就死、要死
`
const WORK = concept`
  维修、师傅、工人、施工、安装、清洗、猫、狗、鸟、晒、漏、防水、小偷、偷、打牌、聊天、乘凉、抽烟、拍照、开会、扔、外墙、快递、workers?、cat、leak\w{0,4}
  repair\w{0,4}、clean\w{0,4}、smoking
`
const FAREWELL = concept`
  再见、永别、谢谢你们、对不起、走了、告别、拜托你们照顾、别怪我、别找我、别难过、goodbye、sorry、forgive me
  tell my (?:family|kids|mother|wife|husband)
`
const RELEASE = concept`
  解脱、走了就、不(?:再)?(?:拖累|连累)、没什么(?:好)?留恋、这辈子、(?:撑|坚持)不(?:下去|住)了、来世、别找我、各位、先走、没了、不在了、就这样、forever
  for everything、i love them、everyone
`
const GONE = concept`
  (?:我|哪天我)(?:要是)?(?:没了|不在了|死了)(?!空|钱|电|卡|水|网|信|家|小区|时间|房)、以后收不到、等我走(?:了)?以后
  (?:开了|打开)煤?气.{0,6}(?:就这样|睡|不)、人生.{0,3}(?:到头|没)、对(?:这个)?世界.{0,4}(?:没|无)
`
const TO_WATER = concept`往(?:水|河|湖|江)(?:里|中)(?:走|跳|去)、(?:要|想)?跳(?:河|湖|江)、(?:要|想|人|去|说|准备)跳水`
const ROPE = concept`绳子?、rope`
const SHUT_IN = concept`反锁、锁、不开门、崩溃、locked、won't open`
const NO_HOPE = concept`没什么好?留恋、没(?:有)?留恋、没人在乎我、没有人在乎我、nothing matters、nobody (?:would )?(?:cares?|miss me)`
const TOLD = concept`谣言、辟谣、演习、演练、讲座、宣传、新闻、听说.{0,6}(?:去年|以前|上次)、电影、小说、防自杀、预防、装修、房产、movie、training`

const RULES: readonly Rule[] = [
  ['wish to die', (t) => tells(t, WISH)],
  ['on the edge', (t) => near(t, EDGE, PERCHED, 10) && tells(t, BRINK) && !mentions(t, WORK)],
  ['farewell', (t) => near(t, FAREWELL, RELEASE, 14) && !mentions(t, concept`搬、退、房子、换、moving、your help`)],
  ['when I am gone', (t) => tells(t, GONE)],
  ['into the water', (t) => tells(t, TO_WATER) && !mentions(t, concept`狗、游泳、钓`)],
  ['shut in with a rope', (t) => near(t, ROPE, SHUT_IN, 20) && !mentions(t, concept`晾、跳绳、车、狗`)],
  [
    'pills or blade in hand',
    (t) =>
      near(
        t,
        concept`手[里上头](?:正|就|还)?(?:拿|攥|握|捏|有)着?.{0,4}(?:药|刀片)、(?:pills|blade|razor) in my hand`,
        concept`说说?话、陪我、没人、撑、难受、不想、算了、talk`,
        20,
      ),
  ],
  ['nothing keeps me', (t) => tells(t, NO_HOPE) || follows(t, concept`活`, concept`累赘、拖累`, 8)],
]

/**
 * Someone means to die. A condition (“再不解决我就跳”) is taken at its word: to doubt it would be the worse mistake.
 */
export function findSelfHarm(telling: Telling): string | undefined {
  if (mentions(telling.text, TOLD) || telling.drill || telling.past) return undefined
  return firstThatHolds(without(telling.text, FIGURE), [...RULES, ...FAREWELL_SIGNS])
}
