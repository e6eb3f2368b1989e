import { BOXED } from './boxed.ts'
import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { SOMEBODY } from './people.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'

const HARMLESS = concept`
  电梯卡(?![在住到了])、困难、犯困、困扰、[很太好]困[了啊]、里[面头]没有?人、没有?人在里[面头]?、刚?从电梯里?出来、下不来楼
  (?:won't|doesn't|not|to|can't|barrier) lift、(?:lift|elevator) card、面包车
  (?:手|脚|头|指头).{0,3}(?:卡|夹)在、(?:房子|屋子|房门|大门)(?:都|也)?锁着、上电梯权限、困意、困难户
`
const LIFT = concept`
  电梯、货梯、客梯、[在坐]梯里?、梯里、轿厢、升降梯、elevators?、lifts?
  \d号梯、梯子里、[左右]边梯、井道
`
const HELD = concept`
  [关卡夹困锁]着、关住、夹层、困、被关、被锁、关(?:了|着|住)?(?:一?个?|几个|两个)?人、[把将]${SOMEBODY}.{0,4}(?:关|锁|夹|困)、(?<!门)关半
  trapped、shut in
  卡(?:了|着|住).{0,4}人、被电梯关、困梯
`
const HELD_IN = concept`
  关[在进到]、卡(?:[在到])、锁[在到]、困[在到于]?、夹在、trapped、(?:stuck|locked|caught|shut|imprisoned) (?:inside|in)
`
const LIFT_INSIDE = concept`(?:电|货|客)?梯(?!卡)里?面?、轿厢、elevator、lift`
const NO_WAY_OUT = concept`
  出不到、出不[来去了切得]、下不[来去](?!车)、走不出、(?:怎么|咋个?|怎样|能)出(?:去|来)、放(?:我|我们|人)出
  (?:can't|cannot|couldn't|unable to|can not) (?:get|come) (?:out|off)、let (?:me|us) out
  get (?:me|us|them|him|her) out
`
const DEAD = concept`
  不开门、哐、悬、坠落、故障、灭、没信号、一半、停(?!车|运)、(?<!自)不[动走](?!心)、没动静、门.{0,4}(?:不开|打不开|开不[了开])、打不开、开不[了开]、往下掉
  [下坠往]坠、掉下[来去]、下滑、忽上忽下、卡[住在死]、失控、没反应、没用、没声、黑、坏了、没电、占线、没人[接理应来]、闷、中间、半[空道路层]、求救、维保、警铃、扒
  (?:won't|doesn't|not|isn't|don't|can't) (?:open|move|moving|work|working|respond|do anything)
  stopped、stuck、dropped、fell、died、nobody answers、does nothing、no (?:signal|answer|light)
  急停、(?<!自)关了就、坠
  动不了
  froze、frozen、jammed、急降、门缝
  半路
`
/** Somebody in the car; where the lift itself is named, “里面” is enough. */
const INSIDE = concept`
  里[面头].{0,4}(?:哭声|叫声|敲|乘客|孕妇|有声音|喊)、(?:我|我们).{0,2}在.{0,6}(?:电梯|货梯)(?:里[面头]?)?(?=$|[,，。!！ ])
  里[面头]?(?:还|现在|好像|都|也|就)?(?:有|困|关|是)(?:着|了)?.{0,6}${SOMEBODY}
  ${SOMEBODY}.{0,6}(?:还|都|就|现在|也|一个|一起)?.{0,2}[在从待](?:\d号楼的?)?(?:这个?|那个?)?(?:电梯|货梯|梯|轿厢)?里[面头]?
  里[面头]的(?:人|老人|孩子)、里[面头]${SOMEBODY}、${SOMEBODY}.{0,6}[蹲坐站]在(?:电梯|里|角)
  (?:i am|i'm|im|we are|we're|he is|she is|they are|someone is|people are|people|kid is|child is|son is|daughter is|mother is|mom is|dad is|we've been|i've been|been) .{0,14}(?:inside|in (?:it|here|there|the lift|the elevator))
  inside、in here
`
const IN_THE_LIFT = concept`
  (?:我|我们|孩子|老人).{0,2}在.{0,6}(?:电梯|货梯)(?:里[面头]?)?(?=$|[,，。!！ ])
  (?:${SOMEBODY}.{0,4}|^|还|都)[在]电梯里[面头]?(?:了|啊|呢)?(?=$|[,，。!！])
  (?:i am|i'm|im|we are|we're|someone is|somebody is) (?:stuck |still )?in (?:the|an|your) (?:lift|elevator)(?=$|[,.!])
`
const SHUT_UP = concept`
  困住了?、被困(?:了|住|啊)?、(?:trapped|stuck in here|we are stuck|we're stuck|i'm stuck|i am stuck)
  困人、人困(?:了|住)
`
const ELSEWHERE = concept`
  车、小区、道闸、门禁、家里、卧室、厕所、卫生间、杆、闸、门锁、阳台、天台、屋里、房间、月卡、火、烟、水(?!泥)、car、barrier、gate、bathroom、bedroom、fire、smoke、traffic
  balcony、toilet
  (?:手|脚|头).{0,2}卡、微信、系统、验证码、小程序、app
  沟、坑、化粪、树、网、墙缝、进不[来去]、[东南西北侧后前]门、大门、岗亭、骑手、外卖、快递、矿、地铁、机场、高速、堵车、雪、出差、火车站、路上
`
const BETWEEN = concept`
  半中间、\d{1,2}[楼层]?(?:和|跟|与|到|\u3001)\d{1,2}[楼层]?(?:之)?[中]?间、两层[楼]?(?:之)?(?:中)?间、(?:楼层|半)[之中]间、半空、半道
  门.{0,6}对着墙、between (?:\w{1,9} )?(?:two )?floors、between (?:the )?\w{1,8} and \w{1,8}(?: floor)?
`
const CRY = concept`
  拍门、喊、求救、救命、呼救、砸门、哭、shouting、screaming、banging、calling for help、knocking
  井道.{0,4}喊
`
const BUTTON = concept`按了?(?:半天)?(?:紧急|报警|警)?[铃钮]、按警、紧急呼叫、警铃、alarm button、emergency button`
const UNANSWERED = concept`没人、没反应、无人、不应、不理、没声、nobody (?:answers|comes|is coming)、no one (?:answers|comes)、nothing、no answer`
const NOT_OUT = concept`没(?:有)?(?:见)?(?:出来|下来|上来|到)、不见(?:出|下|上)来、(?:坐|到)(?:了)?(?:一半|半路)、hasn't come (?:out|down|up)`
const NUISANCE = concept`
  抽烟、吸烟、烟味、狗[尿屎毛叫味拉]、遛狗、牵狗、尿、垃圾、广告、空调(?!停|不|坏了,|没)、电动车、电瓶、卫生、臭、镜子、装修(?:垃圾|材料)、搬家
  风扇、get it checked、nobody hurt
  动手动脚、摸我
`
const CAR = concept`念、车、小区门口、道闸、门禁、月卡、car、gate、barrier`
const LIFT_STANDS = concept`不动、灭、掉、卡、不开门、悬、没信号、哐、停、门.{0,3}开不、门.{0,3}打不开、往下、坠、stopped`

/** What those inside complain of. */
const PLIGHT = concept`
  [钻爬挤]不出、下不来(?!楼)、(?:我|我们|人|里).{0,6}动不了、(?:关|困)了.{0,6}(?:钟|分|小时|半天)、氧气、闷、没人(?:来)?放、腿.{0,2}软、[好我很]怕、害怕、吓哭、百分之
  手机.{0,3}没电、[两三四五六七八几\d]个人、就我自己、我一个人、我[和跟].{1,6}、哭、晕、几楼也?不知道、没人[答应理]
  minutes、half an hour、an hour、nobody、no one、no light、scared
  抱着、憋、alone inside、alone
  空气、没人回、尿裤子
  mins?
`
const HERE_INSIDE = concept`
  关(?:在)?里[面头](?:了|呢|啊|,|，|$)、里[面头]有人、人(?:还|都)?在里[面头]、[钻爬挤]不出[去来]、门.{0,4}对着.{0,3}墙、(?:^|[,，。!！ ])出不[来去][啦了]?(?=$|[!！,，。])
  inside the (?:lift|elevator)
  (?:it's|is) a wall
  (?:关|困)了.{0,6}(?:钟|小时|半天).{0,8}[放救理]、被电梯关、卡电梯了、困梯、电梯.{0,3}[掉坠]到.{0,6}(?:不开门|打不开)、手机.{0,4}百分之.{0,4}[,，]?电梯里
  人在轿厢
  门.{0,8}外面是墙
`

const SOMEBODY_IN_IT = concept`${SOMEBODY}.{0,6}在.{0,8}(?:电梯|货梯|轿厢|梯子?)里、卡.{0,4}电梯里`

const RULES: readonly Rule[] = [
  ['someone held in a lift', (t) => near(t, LIFT, HELD, 9) && !mentions(t, concept`车困`)],
  ['held, then lift', (t) => follows(t, HELD_IN, LIFT_INSIDE, 5)],
  ['no way out of a lift', (t) => near(t, LIFT, NO_WAY_OUT, 24) && !mentions(t, CAR)],
  ['dead lift with someone inside', (t) => near(t, LIFT, DEAD, 20) && tells(t, INSIDE) && !mentions(t, NUISANCE)],
  ['in the lift', (t) => tells(t, IN_THE_LIFT) && !mentions(t, NUISANCE)],
  ['held inside', (t) => near(t, concept`里[面头]`, HELD_IN, 3) && mentions(t, LIFT)],
  [
    'cries from a lift',
    (t) =>
      (follows(t, concept`(?:电|货|客)梯(?:井|里)[面头]?、井道里?、lift、elevator`, CRY, 12) &&
        !mentions(t, concept`天天、广告、买`)) ||
      follows(t, CRY, concept`(?:in|inside|from) the (?:lift|elevator)`, 6),
  ],
  ['help, the lift stands', (t) => mentions(t, concept`救命、救[救我]、help`) && near(t, LIFT, LIFT_STANDS, 8)],
  [
    'alarm button in a lift',
    (t) => near(t, LIFT, BUTTON, 8) && mentions(t, UNANSWERED) && !mentions(t, concept`坏、失灵`),
  ],
  [
    'went in, did not come out',
    (t) =>
      near(t, LIFT, NOT_OUT, 20) && mentions(t, concept`${SOMEBODY}`) && !mentions(t, concept`师傅、维修、维保、等`),
  ],
  ['shut up somewhere', (t) => tells(t, SHUT_UP) && !mentions(t, ELSEWHERE)],
  [
    'between floors',
    (t) =>
      tells(t, BETWEEN) &&
      !mentions(t, concept`杆、闸、窗帘、车`) &&
      (tells(t, INSIDE) ||
        tells(t, HELD_IN) ||
        tells(t, NO_WAY_OUT) ||
        mentions(t, concept`救援、占线、按、看到墙、就?我一个人、好怕、害怕`)),
  ],
  [
    'wants to be let out',
    (t) =>
      tells(
        t,
        concept`
          放(?:我|我们|人)出(?:去|来)、里[面头].{0,10}出不[来去]、扒(?:开)?.{0,3}门、门.{0,3}扒开、let (?:me|us) out
          force the doors?
        `,
      ) &&
      !mentions(t, CAR) &&
      !mentions(t, concept`厕所、卫生间、家里、卧室、块钱、抬`),
  ],
  [
    'no answer inside',
    (t) =>
      near(t, concept`里[面头]`, concept`对讲、警铃、按[钮键]、[关开]门键`, 4) &&
      (tells(t, NO_WAY_OUT) || mentions(t, concept`半空、停`)),
  ],
  ['cannot get out of here', (t) => tells(t, concept`(?:in|inside) here`) && tells(t, NO_WAY_OUT) && !mentions(t, CAR)],
  [
    'afraid in a standing lift',
    (t) =>
      near(t, LIFT, LIFT_STANDS, 10) &&
      tells(
        t,
        concept`幽闭、不敢动、心跳、喘不、好怕、我怕、蹲、腿.{0,2}软、我一个人、发抖、百分之、手机.{0,3}没电、快来、发出来`,
      ),
  ],
  ['dead lift and its plight', (t) => near(t, LIFT, DEAD, 14) && tells(t, PLIGHT) && !mentions(t, NUISANCE)],
  [
    'people counted inside',
    (t) =>
      tells(
        t,
        concept`梯里[面头]?.{0,4}[两三四五六七八几\d]个(?:人|老人|孩子|小孩)、[梯里].{0,3}[一两三四]家[三四五]?口`,
      ) && !mentions(t, NUISANCE),
  ],
  ['here, inside', (t) => tells(t, HERE_INSIDE) && !mentions(t, ELSEWHERE) && !mentions(t, NUISANCE)],
  [
    'rode and stopped',
    (t) =>
      near(t, concept`[坐乘搭]电梯`, concept`停(?!车|电费)、卡、半[道路]、掉`, 8) &&
      mentions(t, concept`${SOMEBODY}`) &&
      !mentions(t, concept`电梯卡、老是、总`),
  ],
  [
    'in this lift',
    (t) => tells(t, concept`(?:in|inside) (?:this|your) (?:damn |bloody )?(?:lift|elevator)`) && tells(t, PLIGHT),
  ],
  [
    'someone cannot get out',
    (t) =>
      tells(t, concept`${SOMEBODY}们?(?:都|也|现在|就|挤|钻)?(?:挤|钻|爬|出)不(?:出)?[来去]`) &&
      !mentions(t, ELSEWHERE),
  ],
  ['save people, lift', (t) => tells(t, concept`救人`) && mentions(t, LIFT)],
  [
    'those inside say',
    (t) => tells(t, concept`里[面头]的(?:人|老人|孩子|大爷|阿姨|业主)`) && mentions(t, LIFT) && !mentions(t, NUISANCE),
  ],
  [
    'in it and in trouble',
    (t) =>
      tells(t, SOMEBODY_IN_IT) &&
      (tells(t, UNANSWERED) || tells(t, NO_WAY_OUT) || tells(t, PLIGHT) || tells(t, concept`卡.{0,4}电梯里`)) &&
      !mentions(t, NUISANCE),
  ],
  [
    'cry for help about a lift',
    (t) =>
      isDistressed(t) &&
      near(t, LIFT, concept`困、闷、里[面头]、不动、停在、卡、黑、坠、inside、stuck`, 8) &&
      !mentions(t, NUISANCE) &&
      !mentions(t, concept`外面、门口、等了、下坠感、爬楼、老人家?爬、天天、又坏、卡(?:丢|刷)`),
  ],
]

/** Said outright that nobody is in it. */
const EMPTY = concept`
  没有?人在里、里[面头](?:现在|应该|好像)?没有?人(?!应|回|答|理|接|管|来|说|吭)、没有?困(?:到|着|住)?人、没人(?:被)?困、空梯、(?:nobody|no one|noone)(?: is|'s)? (?:inside|in it|trapped|stuck)、empty
`

/** Someone is inside a lift that does not let them out. */
export function findTrapped(telling: Telling): string | undefined {
  if (isTalk(telling) || telling.yesterday || mentions(telling.text, EMPTY)) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...BOXED])
}
