import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { CORNERED } from './cornered.ts'
import { isDistressed } from './distress.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

/** Beating, killing and grabbing of other things than people. */
export const HARMLESS = concept`
  打(?:了|着)?(?:太极|乒乓|羽毛球|篮球|台球|牌|麻将|球|架子鼓|鼓|针|疫苗|包票|水漂|官司|嘴仗|口水仗|游击)、口水仗、嘴仗
  (?:狗|犬|金毛|小孩|孩子).{0,10}追着、电打、动动手、fight(?:ing)? over
  threaten\w{0,4} to (?:block|report|sue|complain|cut)、打架(?:似的|一样)
  打(?:我|他|她|你们?|业主)(?:们)?(?:的)?(?:电话|手机|微信|招呼)、打人(?:工|口)、打人的样子
  (?:我|俺)(?:真|都|就|也|可)?(?:要|想|会)?(?:去)?打人、再.{0,5}打人、打死(?:我)?(?:也|都)?不、打我主意、杀[虫价鸡菌毒]、刀具、刀闸
  抢[修购单占车红票位]、被打(?:扰|断|印|开|扫|破|折)、动手(?:修|术|做|干|处理|能力|装)、自己动手、被.{0,2}[踹撬砸]、玩具(?:枪|刀)、打起精神
  (?:棍|杆).{0,2}(?:捅|敲|顶)(?:天花板|楼板|顶)、(?:道闸|栏杆|门|杆).{0,6}砸人、砍(?:了|掉|树|价)、捅(?:了)?半天、打起来(?:都|也)有可能
  夹枪带棒、打电话、(?:you are|you're|is|it's) killing me、fight(?:ing)? for、knife sharpen\w{1,5}
  抢钱(?:呢|啊|吗)
  弄死(?:我|他|她)?(?:家|们家)?的?(?:猫|狗|花|鱼|鸟)、堵(?:我|他|她)?的?车(?!里)
  孩子抓着我
  [狗猫](?:跟.{1,4}|和.{1,4}|在)?打[起了]?架、放狠话.{0,8}(?:告|投诉|曝光|举报|起诉)、位.{0,3}被抢、(?:手机|包|车厘子|快递|生意|名额|票)被抢(?=了[^,，]{0,4}[换补])、不是人动手
  堵.{0,3}打(?:通|穿|掉|孔|洞|眼)、(?:真|都|就|可)?(?:要|想|会)(?:跟|和|与).{1,4}(?:干架|打架|打起来|干仗)、想打人、枪头、打架那(?:事|次|天|晚|回)、[水电]表.{0,10}转、树枝.{0,10}打、打我(?:的|家)?(?:玻璃|窗|阳台)、拖到(?:换|下|明|年|什么|几|啥|猴)、师傅.{0,3}被绑架
  刀[痕疤]、刀伤(?!人)、孩子踢
`
const WEAPON = concept`
  刀、斧头?、铁?棍、枪、砖头、钢管、铁锹、凶器、榔头、锤子、酒瓶、硫酸、电棍、匕首、knife、knives、gun、machete、axe、weapon、bat、hammer
  acid
  凳子?、椅子、木棒、球棒、棍棒、菜刀、火钳
`
const WIELDS = concept`
  拎、架、追、冲、把(?=刀)、拿、持、举、挥、舞、手[里上]、提着、抄、带着?、掏、亮、握、抡、用(?=刀|棍|砖|斧|酒瓶)、泼、with、has、have、holding、waving
  carrying、pulled、swinging
  swing\w{0,3}
`
const TOOL = concept`修(?:理|东西|水|门|灯|剪|树)、师傅.{0,4}[拿带]、捅(?:天花板|楼板)、巡逻、巡更、摆设、砸墙、水枪、喷枪、切菜、快递、开门、砖头(?:垫|压|堵|掉|松|砌|顶)、抄表`
const FIGHT = concept`
  把.{0,4}(?:女|她|我|孩|老).{0,3}(?:往.{1,4}[撞摔拖推]|按在|推倒)、追着.{0,8}(?:跑|打|砍)、闹事、持械、歹徒、劫匪、凶手、暴徒
  堵(?!墙).{0,8}打(?!电话|招呼|开|车)、打砸、砸(?:车|店|东西)打、chasing、打[起了]?架(?!子)、打(?:了)?起来、[群互]殴、斗殴、群架
  干(?:起|了一)?[来架仗](?!的|自)、打人、打(?:我|他|她|老[公婆头太人]|业主|保安|女人|男人|媳妇|爸|妈|人)
  (?:揍|捶|殴打|围殴|暴打|毒打)(?:了|着|我|他|她|老|人|一|起|得|业|保|孩|小|女|邻)、家暴、施暴、(?:掐|勒).{0,3}脖、掐(?:起|一块|成|我|她)
  扇.{0,3}(?:耳光|巴掌)、(?<![风门电])扇(?:了)?(?:我|她|他)、动[起了]?手(?!机|动脚)、动刀、见血、被.{0,6}(?:打了|打伤|打得|打倒|揍|砍|捅|殴)、往死里打、打伤、扭打、撕打、厮打、打骂
  打成一团、见人就打、打的?(?:头破|满脸|鼻青)、别打了?、fight(?:s|ing)?、beat(?:s|ing)? (?:me|him|her|up|his|my|a|someone)
  (?:is |are |keeps |was |just )?(?:hitting|punching|attacking|assaulting|strangling|choking|chasing|kicking) (?:me|him|her|his|my|each|a|someone|the|people)
  (?:hit|punched|attacked|assaulted|beat|hits|slapped) (?:me|him|her|a guard|someone|people)
  domestic (?:violence|abuse)、stabb?(?:ed|ing)?
  动粗、围(?:着|住).{1,10}打(?!听|电|招|牌)、按(?:住|在).{0,8}打、被.{0,6}打到(?!电)、拿.{1,4}(?:砸|打|捅|砍|拍)(?:我|他|她|人)
  (?:几个|一群|一伙|一帮|俩|两个).{0,4}(?:人|混混|男的|小伙|流氓|青年).{0,4}[堵围追](?:着|住)?(?:我|他|她)(?!车|家车)、械斗、撕扯、(?:踢|踹|推倒)(?:了)?(?:我(?!家|的|门|车)|他|她|老人)、虐待(?:孩|老|儿)、挟持、纵火、恐吓我
  在打一个(?=$|,|，)
`
const BEATS_CHILD = concept`打(?:小)?孩子?、打(?:儿子|女儿|娃)`
const PAIN = concept`惨、哭、救命、别打、往死、叫、棍、皮带`
const KILL = concept`
  杀人、要杀、杀了(?:我|他|她|你|全家)、杀我、[弄整搞]死(?:我(?!了)|他|她|你)、[砍捅打剁]死(?:我|他|她|你|人|老)、[砍捅剁](?:伤|人|我|他|她|你|手)
  要我(?:的)?命(?!了|啊)、行凶、(?:要|说|来|扬言|威胁).{0,6}(?:弄|报复|砍|捅|杀)(?:死)?(?:我|我们|你|她|他|全家)
  (?:威胁|扬言|说|要).{0,8}(?:放火|烧(?:我|死|了我))、放狠话、kill (?:me|him|her|us|you|my|them|someone)
  (?:threaten(?:s|ed|ing)?) (?:to|me|us|my)
  burn (?:our|my|the|down) .{0,12}(?:down|home|house|flat)、murder\w{0,3}
  shoot (?:me|him|her|us|people)
  同归于尽
`
const BREAKS_IN = concept`
  [硬强](?:要|行|往|是要)?.{0,2}[进闯]、非要进、撞门、[闯冲翻爬](?:进|入)(?:来|了|我)、破门、入室、强行(?:进|闯|撬|开)、(?:在|人|正|来)撬
  [踹踢砸撞](?:我|咱|他|她|人)?(?:们)?(?:家)?(?:的|房|大|防盗)?门、break(?:s|ing)? (?:in|into|down)
  forced? (?:his|their|her) way in、(?:just|is|are) (?:break|climb|forc)ing in、intruders?
  撬锁的
  翻墙、翻进
`
const DANGER = concept`
  我家、我屋、骂、喊、醉、不[走出]、怕、一个人在、威胁、救命、快、现在、正、蒙面、砸、一伙、有人、my、our、now、help、masked、man、someone
  我门
  院子、家里
`
const ANIMAL = concept`
  猫、狗、老鼠、虫、蛇、树枝、蟑螂、蝙蝠、鸟、车、水、信箱、快递柜、cat、dog、rat、car、water
  藤、纱窗
`
const FOLLOWED = concept`跟踪我、跟踪、尾随、跟着我、一直跟、被.{0,6}跟(?:着|了)、跟到、following me、stalk(?:ing|er)、followed me`
const VICTIM = concept`我、女儿、孩子、被人、me、my`
const STAYS = concept`
  就在、楼下、前男友、前夫、变态、不走、一直、现在、怕、还在、救、快、躲、不让、等我、抓、scared、still、help、right now、lift
  下夜班、进了电梯、won't leave、home
`
const CRIME = concept`
  (?:抱|搂|缠|拉扯)(?:着|住)(?:我|她|女).{0,4}(?:不放|不让|不走|不松)、抢劫、打劫、抢(?:了|走)?我、抢(?:走)?(?:包|手机|项链|钱|孩子|小孩)
  (?:刀|棍).{0,6}要钱、动手动脚.{0,14}(?:怕|还在|现在|救|快)、绑架、劫持、拐[走卖]、非礼、猥亵、强[奸抱吻]、强行.{0,2}[搂抱拉拖带]、耍流氓
  (?:扯|摸|抱住|搂)(?:着|了)?我?(?:女儿|孩子|老婆|她)、性骚扰、robb(?:ed|ing|ery)、mugg(?:ed|ing)、kidnap\w{0,4}
  rap(?:e|ed|ing)、molest\w{0,3}、grop(?:ed|ing)
  被抢了、抢了我、摸我(?!家|的)、流氓、(?:爬|翻)窗.{0,3}进、小偷.{0,4}(?:在|入|进).{0,4}(?:屋|家|房|里)、burglars?(?= in)、dragged into
  拦(?:住|着|下)?.{0,4}要钱、(?:tried|trying) to grab (?:my|me|her|a)
`
const HELD_BACK = concept`
  (?:抓|拽|拖|拉|按|掐|扯)[住着](?:了)?(?:我|她|女儿)、[抓拽拖拉扯](?:我|她)的?(?:胳膊|手|头发|衣|走|进|到|上)、被拖(?:进|走|到)、being dragged
  (?:拽|揪|扯)(?:着|住)?(?:我)?(?:的)?头发、不(?:让|准|许)(?:我|她)(?:走|出|离开|开门|进门|回家)(?!车)
  把(?:我|她|我们).{0,2}(?:堵|关|锁|按|拖|逼)(?:在|到|屋|住|进|墙)
  (?:grabbed|grabbing|dragg(?:ed|ing)) (?:me|her|my)、won't let (?:me|her|us) (?:leave|go)
`
const GATE = concept`保安、门岗、物业、门卫、门禁、欠、道闸、登记、guard、gate、security`
const SCREAM = concept`惨叫、尖叫、喊救命、叫救命、呼救、求救、喊救、哭喊、scream(?:s|ing)? for help、screaming、screams`
const NOISE = concept`
  放学、疯跑、ktv、剧本、天天、每[天晚]、\d点、[一两三十]点、游戏、孩子玩、小孩玩、电影、噪、玩、party、every、parrot、playing
  alarm、门铃、鹦鹉、八哥、老鼠、蟑螂、吓(?:到|得)我、真人、机器、音量、(?:baby|kid|child) (?:woke|is|was|keeps)、row、drill\w{0,3}
`
const BLOCKS = concept`
  堵(?:在|着)?(?:我家)?(?:门|我|屋)、围(?:着|住)(?:我|保安|他|她)、要债的?
  带人.{0,3}堵
`
/** Said outright that nobody has laid hands on anybody. */
const NOT_YET = concept`不是人动手、还没(?:有)?(?:到)?(?:动手|打)、没(?:有)?动手、nobody (?:touched|hit|was hurt)、no one (?:touched|hit)`
/** Asks what guards may or must do about it. */
const ABOUT_DUTY = concept`
  管不管、要(?:他|你们|保安).{0,8}(?:干什么|干嘛|何用|有什么用)、能不能.{0,8}(?:拉|赶|带)走、不作为、该管、为什么、合法、有权、执法权、职责、该不该、isn't (?:that|it) (?:his|their|your) job
  allowed to、supposed to、legal
`

const RULES: readonly Rule[] = [
  ['weapon in hand', (t) => (follows(t, WIELDS, WEAPON, 5) || follows(t, WEAPON, WIELDS, 1)) && !mentions(t, TOOL)],
  ['fight', (t) => tells(t, FIGHT)],
  ['one beats another', (t) => tells(t, concept`(?:在|几个|一群|一伙|他们|男的).{0,6}打(?:着)?(?:一个?)?${SOMEBODY}`)],
  ['child beaten', (t) => near(t, BEATS_CHILD, PAIN, 18)],
  ['threat to kill', (t) => tells(t, KILL)],
  ['breaking in', (t) => tells(t, BREAKS_IN) && mentions(t, DANGER) && !mentions(t, ANIMAL)],
  [
    'followed',
    (t) =>
      (near(t, FOLLOWED, VICTIM, 4) ||
        tells(t, concept`被人?尾随、尾随我、跟踪我、被.{0,5}跟着、跟着我、following me、followed me`)) &&
      mentions(t, STAYS),
  ],
  ['robbery or worse', (t) => tells(t, CRIME)],
  ['held by force', (t) => tells(t, HELD_BACK) && !mentions(t, GATE)],
  ['screams', (t) => tells(t, SCREAM) && !mentions(t, NOISE)],
  ['hemmed in', (t) => tells(t, BLOCKS) && mentions(t, concept`打、威胁、棍、刀、砍、弄死、剁、带人、债、几个人`)],
  [
    'cry for help against somebody',
    (t) =>
      isDistressed(t) &&
      tells(
        t,
        concept`打我(?!电话)、要打、刀(?!闸|片|痕)、砍、威胁我、闯、砸门、踹门、追我、跟着我、动手、掐、(?<!heart |asthma |panic )attack(?:ed|ing|s)?、following me`,
      ) &&
      !mentions(t, ANIMAL) &&
      !mentions(t, concept`打电话、打了?\d、打扫、打印、掉`),
  ],
]

/** Violence or its threat, now. */
export function findViolence(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday) return undefined
  if (mentions(telling.text, ABOUT_DUTY) && !telling.urgent) return undefined
  if (mentions(telling.text, NOT_YET) && !mentions(telling.text, WEAPON)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...CORNERED])
}
