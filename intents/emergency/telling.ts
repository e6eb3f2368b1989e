import { concept, mentions, without } from './concept.ts'
import { isFiction, plainSpeech } from './figure.ts'
import { fold } from './fold.ts'

/** How a message speaks of what it speaks of. */
export interface Telling {
  /** Folded. */
  text: string
  /** A case that is only imagined: 如果着火. */
  imagined: boolean
  /** A drill, a lecture, the news, a leaflet. */
  drill: boolean
  /** It is over, or was an error: 已经扑灭, 误报. */
  over: boolean
  /** The flames are out: 已经扑灭. */
  doused: boolean
  /** Its sign is said to be absent, or nobody to be in danger: 没异味, 里面没人. */
  denied: boolean
  /** It was some other time: 上次, 去年. */
  past: boolean
  /** It happens now and again: 经常, 每次. */
  habit: boolean
  /** It was yesterday, which may go on. */
  yesterday: boolean
  /** About money, blame or rules: 谁赔, 应该打什么电话. */
  business: boolean
  /** Calls for help now. */
  urgent: boolean
}

const IMAGINED = concept`
  如果、假如、要是、万一、假设、倘若、若是、假使、what if、in case、if (?:there|i|you|a|an|the|my|we|someone|something|anything|anyone|it|ever)
  要不是、(?:碰|遇|赶)[上到](?!.{0,12}(?:快来|救命))(?=.{0,14}(?:这种事|这类|的话|怎么|能不能|可以|会不会|谁))、(?<!发现)真(?:要|的)?(?:着|起|失)火(?![了啦])、(?:着|起|失)火了?(?:你们?|物业|机器人)(?:会|能)、哪天(?:要是)?(?=.{0,6}(?:着|起)火)
  before (?:there's|there is|we have) (?:ever )?(?:a|any) (?:real )?fire、first so i know、ever a fire
  (?:着|起|失)火了?都(?:没人|不会|不)(?:知道|晓得)、(?:着|起)火(?:怎么|咋|往哪|都)?(?:跑|逃)都?(?:不|没)、先(?:了解|问问|打听)、这种事.{0,8}(?:能做|会|管|怎么)
`
/** A condition put to us (“要是再不来人…”), which imagines nothing. */
const DEMANDED = concept`
  (?:如果|要是|假如)(?:你们|物业|还|再|还是)?(?!家里|没人在|我不在|不在).{0,2}[不没]、if (?:you|nobody|no one) .{0,6}(?:don't|doesn't|comes)
`
const DRILL = concept`
  演习、演练、培训、讲座、宣传、预案、应急流程、流程是、须知、知识、新闻、电影、电视剧、测试、手环、(?:fire|safety|evacuation|emergency|earthquake) drills?、drills? (?:today|tomorrow|at|on)、(?:a|is it|it's a) drill(?=$|[?,.!])、training、test、testing、the news、movie
  真的吗、真的假的、是真是假、真假、梦[见到]、怎么读、is it safe(?= now|\?|$)
`
const OVER = concept`
  已经?(?:被)?(?:修好|救出|救下|解决|处理|找到|回来|好了|没事|送医)、(?:人|们|都|全)已经?.{0,4}出来
  救出来了、(?<!不)没事[了啦儿]、(?<![没未])(?<!没有)找到[了啦]、[子人妈爸奶爷]回来[了啦]、虚惊
  误会、(?<!是不是)(?<!会不会)(?<!不是)(?<!是否)误[报触](?![吗吧啊呢?？])、不用来了、解除了?$、从医院.{0,2}回来、出院了、人(?:早|都|也|已经)?没(?:啥|什么)?事、早没事、早就?(?:修好|断电|灭了|好了|没烟|没味)、人(?:现在)?好好的、(?:现在|已经)没(?:有)?(?:味道?|气味|烟|水)了
  原来(?:是|就是)(?!.{0,10}(?:[煤燃天]|漏|着火|起火|爆|断|裂))、结果(?:是|就是)(?!.{0,10}(?:[煤燃天]|漏|着火|起火|爆|断|裂))、其实(?:是|就是)(?!.{0,10}(?:[煤燃天]|漏|着火|起火|爆|断|裂))、闹(?:了)?(?:个)?笑话、闹乌龙、看错了、闻错了、听错了、搞错了
  锦旗、点(?:个|一个)?赞(?!助)、表扬、多亏(?!.{0,14}(?:还|又|快来))、想夸、夸(?:一下|两句|夸)、事情?过去了、笑着说
  (?:现在|已经)?没烟了、不(?:冒|漏|流|喷)了、人都没事、(?<!(?:is|be) (?:it|this|that)? ?(?:a )?)false alarm、all good now、is out now
  has been (?:rescued|found|fixed|repaired)、found (?:him|her)
`
/** The flames are out; whoever is hurt or smells gas is still to be helped. */
const DOUSED = concept`
  已经?(?:被)?(?:扑灭|灭)
  (?<![汤水粥奶锅溢].{0,5})扑灭了
  火(?:都|被)?灭了(?!.{0,8}(?:气|味|呛|还|但|又))
  (?:was|has been) put out
`
/** Nothing is smelt or seen, nobody is inside or hurt; other signs (多人头晕) may still tell. */
const DENIED = concept`
  (?<![有是])[没无](?:有|闻到|闻着|闻见)?(?:什么|啥|任何|其他|煤气|燃气)?(?:异|怪|气)?味道?(?!觉|口|儿?大|不)、没(?:有)?(?:冒烟|着火|明火|漏水|漏气|困人|伤人)、没(?:有)?(?:人)?受?伤(?!口)、没(?:有)?砸[到着中]、[没未](?:有)?(?:动手|碰到人)
  人(?:都|也)?没(?:啥|什么)?事、里[面头]没(?:有)?人(?!应|答|理|说)、(?<![我她他娃孩])没(?:有)?人在(?:里[面头]|电梯)、[,，]空(?:梯|的)(?=$|[,，。])、(?:no|without any|without a|can't|cannot|don't|didn't) smell(?: anything)?、smell nothing
  (?:nobody|no one|no-one)(?: is| was|'s)? (?:inside|in it|hurt|injured|stuck)、no (?:smoke|fire|leak|flames?)
`
const UNWELL = concept`[晕昏]、想?吐、恶心、难受、dizz\w{1,4}、sick、headaches?`
const PAST = concept`
  上次、上回、上个?月、上个?(?:周|星期|礼拜)、去年、前年、今年.月、之前、以前、那次、那事、那回、那件事、那天、前几天、前阵子、前段时间、曾经
  last (?:week|month|year|time)、(?:days?|weeks?|months?|years?) ago
`
/** What is told of one time in the past, whatever goes on now. */
const ONCE = concept`
  (?:着火|起火|失火|爆管|爆|漏水|漏气|困人|困|打架|淹|跳楼|冒烟)了?的?那(?:家|户|层|栋|次|回|天|晚|人|个|位|事)、上(?:次|回).{0,10}(?:修|弄|处理|换)好(?:之|以)?后、(?:那次|上次|上回|去年|前年).{0,10}(?:以后|之后).{0,10}(?:装|锁|换|加|改|补)了?(?:没|吗|好)
  谣言、辟谣
  [爆裂漏断坏了].{0,4}(?:去年|前年|上次|上个月|之前|以前).{0,4}修(?:过|好)、  [困爆崩淹]过(?!.{0,6}(?:膝|脚|腰|轮|门|腿))(?!来|去)、[困关卡爆炸烧淹打闹][^,，。!！?？]{0,4}那(?:次|回|晚|年|天|事|件事)、那(?:次|回|晚|天|年).{0,6}(?:困|爆|着火|打架|淹|关|漏)、上个?月.{0,10}(?:那次|那回)
  [周礼拜星期]{1,2}[一二三四五六日天].{0,4}(?:打架|吵架|着火|闹)的?.{0,3}(?:监控|录像|视频)、打架的(?:监控|录像|视频|事|那)、报(?:火)?警那
  (?:burst|flooded|leaked|caught fire|broke) .{0,8}(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))
  the (?:\w{2,6} )?(?:pipe|main|leak|fire|flood) that .{0,12}(?:burst|flooded|in|was)
`
/** What was, is so again. */
const AGAIN = concept`人还在、还在[里喷漏烧冒流]、又(?:把人|困|关|爆|着|冒|漏|喷)`
/** Damage that is left when it is over: 泡烂的地板. */
const DAMAGE = concept`(?:淹|泡|烧|熏|砸|炸)[坏烂黑毁]了?的(?!人|味)、着火(?:烧坏)?(?:的)?那层、(?:火灾|着火|爆管|淹水)(?:之?后|以后|过后)、the damage、burnt? marks?`
/** It happens now and again, so the message is about the habit. */
const HABIT = concept`每次、经常、总是、老是、[三四五六七八九十几\d]次了、过(?:好)?几[次回]、三天两头、隔三差五、年年、好几[次回]、第几[次回]、(?:three|four|five|six|many|several) times、every (?:time|day|week)、always`
/** A time that belongs to what was done before, not to what happens: 上个月换的水管爆了. */
const BACKGROUND = concept`(?:上次|上回|上个?月|上个?(?:周|星期|礼拜)|去年|之前|以前|昨[天晚]|前[天几].{0,1}).{0,4}(?:修|换|装|买|检查|保养|年检)(?!了吗|好了吗|没)`
const YESTERDAY = concept`昨[天晚夜日]、前[天晚]、yesterday、last night`
const STILL = concept`(?<!到)现在(?!都?(?:还)?[没也](?:给|有|人|说|处))(?!.{0,8}(?:好了?没|了没有?|了吗|怎么样了))、到现在(?!.{0,4}(?:赔|没个|没有?说|没给|没人|结果))、这[次回]、又、这会、刚、此刻、正在、一直、还在、还没、仍、今[天早晚]、again、now、still`
const BUSINESS = concept`
  应该(?:怎么|打|找|做)、打什么电话、责任、谁(?:来)?(?:负责|承担|赔|出钱)、怎么[算赔]、收费、多少钱、费用、[赔索]偿、赔钱、理赔、医药费、损失费、保修、保险、减免
  原因.{0,2}查、处理结果、(?:有|出)结果、结果呢、进度、维修单、[事人].{0,2}怎么处理、处理了吗、修好[了没]吗?、修了吗、查清、休养、申请、顺延、答应补、抵扣
  off my rent、refund、月卡、合法、隐患、押金、误工、缴费、交费、贴.{0,3}通知、登记、怎么(?:换|装|预防)、什么时候(?:修|打扫|装)、(?:报过?警|处理)了想
  compensat\w{1,6}、who pays、insurance、who do i call、how to report
  概率、几率、赔吗、赔多少、钱谁(?:出|掏|付)、谁掏、检查过?没有?、查过没、(?:算不算|包不包|保不保|赔不赔|免不免).{0,12}(?:保|物业|活|修|费|$)、质保、保不保、要多少(?:人|票|户)、几成(?:人|业主)?、多少票、维修基?金、(?:费|钱).{0,4}(?:免|扣|减|退)、[扣免减退].{0,4}[天月]费?(?=行|可以|成|吗)、单号
  (?:哪个|什么|啥)牌子、[买选]哪(?:个|款|种)、好用吗、温馨提示、哪里看、还(?:想|敢|好意思)收、凭什么收、敢收、依据、能做(?:哪些|什么)、是摆设、换公司、什么时候轮到、修复、粉刷、开(?:个|张)?证明、调解、哪天轮
  does the warranty、am i paying、how do owners、vote you out、what became of、any news、is .{2,24} (?:mended|repaired|fixed) yet、ping me when、would your desk、genuine
  说法、(?<![我有])听说、据说、网上说、群里说、i heard
`
/** Who is to do it, whom to ring one day, how it is explained: asked by those who are in no need. */
const ASKED = concept`
  归(?:谁|哪家|你们|物业|燃气公司)、(?:是|由|算|找)(?:谁|哪家|物业|你们|燃气公司).{0,8}(?:修|管|负责|还是|出)、谁(?:来)?(?:修|换|管|装)(?=啊|呢|呀|的|$|[,，?？])、(?<![就快])先?问(?:问|一下|清楚)(?=$|[,，。])
  我?(?:先)?[存记备]一?(?:下|着)(?=$|[,，。])、整改(?=.{0,3}[完好了没吗])、的?原理(?=$|[,，。?？])、想学(?!校)、(?:该|应)打(?:哪个|什么)(?:电话|号)、(?:写|讲|编|画)(?:一?个|一?篇|一?首|段)、属不属于、怎么做(?=$|[,，?？])
  write (?:me )?(?:a|an)、(?:whose|what) job、who (?:repairs|fixes|checks|is responsible|pays)、since the .{0,20}repair、just to know
`
const URGENT = concept`快来、快点、快派、快叫、(?<!喊)救命、救人、来人、赶紧、赶快、正在、现在(?!都?(?:还)?[没也](?:给|有|人|说|处))(?!.{0,8}(?:好了?没|了没有?|了吗|怎么样了))、刚刚、刚才、快[打帮救]、help、hurry、right now、please come`

/** Reads the frame of a message; rules decide what weakens them. */
export function readTelling(message: string): Telling {
  const text = plainSpeech(fold(message))
  const told = without(text, BACKGROUND)
  const past = mentions(told, PAST)
  const still = mentions(text, STILL)
  const urgent = mentions(text, URGENT)
  return {
    text,
    imagined: mentions(text, IMAGINED) && !mentions(text, DEMANDED),
    drill: mentions(text, DRILL) || (!urgent && isFiction(text)),
    over: mentions(text, OVER),
    doused: mentions(text, DOUSED),
    denied: mentions(text, DENIED) && !mentions(text, UNWELL),
    past: (past && !still) || (!urgent && mentions(text, ONCE) && !mentions(text, AGAIN)),
    habit: mentions(text, HABIT) && !still,
    yesterday: mentions(told, YESTERDAY) && !still,
    business: mentions(text, BUSINESS) || mentions(text, ASKED) || (!still && mentions(text, DAMAGE)),
    urgent,
  }
}

/** Whether the message is talk about such things and not a call: imagined, a drill, over, long ago, or about money. */
export function isTalk(telling: Telling): boolean {
  if (telling.imagined || telling.drill || telling.over || telling.past || telling.habit) return true
  return telling.business && !telling.urgent
}

/** A named test of a telling; the name is kept with the match. */
export type Rule = readonly [name: string, holds: (text: string) => boolean]

/** Name of the first rule that holds. */
export function firstThatHolds(text: string, rules: readonly Rule[]): string | undefined {
  return rules.find(([, holds]) => holds(text))?.[0]
}
