/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'
import { SOMEBODY } from '../../people.ts'

export const SOMEBODY_IN_IT = concept`
  ${SOMEBODY}.{0,6}在.{0,8}(?:电梯|货梯|轿厢|梯子?)里
  卡.{0,4}电梯里
`

/** Said outright that nobody is in it. */
export const EMPTY = concept`
  没有?人在里
  里[面头](?:现在|应该|好像)?没有?人(?!应|回|答|理|接|管|来|说|吭)
  没有?困(?:到|着|住)?人
  没人(?:被)?困
  空梯
  (?:nobody|no one|noone)(?: is|'s)? (?:inside|in it|trapped|stuck)
  empty
  人(?:都|全)在外[头面]
  人没进去
  空(?:轿厢|电梯)
  里[面头](?:现在|应该|好像)?(?:就|只|都|全)?是空
  [没未]被?[关困](?:到|着|住)?(?=$|[,，。])
  (?<![我们妈爸])人在外[头面][,，]?(?!.{0,12}[困关孩妈爸老])
`

export const LIFT = concept`
  电梯
  货梯
  客梯
  [在坐]梯里?
  梯里
  轿厢
  升降梯
  elevators?
  lifts?
  \d号梯
  梯子里
  [左右]边梯
  井道
`

export const HELD = concept`
  [关卡夹困锁]着
  关住
  夹层
  困
  被关
  被锁
  关(?:了|着|住)?(?:一?个?|几个|两个)?人
  [把将]${SOMEBODY}.{0,4}(?:关|锁|夹|困)
  (?<!门)关半
  trapped
  shut in
  卡(?:了|着|住).{0,4}人
  被电梯关
  困梯
`

export const HELD_IN = concept`
  关[在进到]
  卡(?:[在到])
  锁[在到]
  困[在到于]?
  夹在
  trapped
  (?:stuck|locked|caught|shut|imprisoned) (?:inside|in)
`

export const LIFT_INSIDE = concept`
  (?:电|货|客)?梯(?!卡)里?面?
  轿厢
  elevator
  lift
`

export const NO_WAY_OUT = concept`
  出不到
  出不[来去了切得]
  下不[来去](?!车)
  走不出
  (?:怎么|咋个?|怎样|能)出(?:去|来)
  放(?:我|我们|人)出
  (?:can't|cannot|couldn't|unable to|can not) (?:get|come) (?:out|off)
  let (?:me|us) out
  get (?:me|us|them|him|her) out
`

/** Somebody in the car; where the lift itself is named, “里面” is enough. */
export const INSIDE = concept`
  里[面头].{0,4}(?:哭声|叫声|敲|乘客|孕妇|有声音|喊)
  (?:我|我们).{0,2}在.{0,6}(?:电梯|货梯)(?:里[面头]?)?(?=$|[,，。!！ ])
  里[面头]?(?:还|现在|好像|都|也|就)?(?:有|困|关|是)(?:着|了)?.{0,6}${SOMEBODY}
  ${SOMEBODY}.{0,6}(?:还|都|就|现在|也|一个|一起)?.{0,2}[在从待](?:\d号楼的?)?(?:这个?|那个?)?(?:电梯|货梯|梯|轿厢)?里[面头]?
  里[面头]的(?:人|老人|孩子)
  里[面头]${SOMEBODY}
  ${SOMEBODY}.{0,6}[蹲坐站]在(?:电梯|里|角)
  (?:i am|i'm|im|we are|we're|he is|she is|they are|someone is|people are|people|kid is|child is|son is|daughter is|mother is|mom is|dad is|we've been|i've been|been) .{0,14}(?:inside|in (?:it|here|there|the lift|the elevator))
  inside
  in here
`

export const IN_THE_LIFT = concept`
  (?:我|我们|孩子|老人).{0,2}在.{0,6}(?:电梯|货梯)(?:里[面头]?)?(?=$|[,，。!！ ])
  (?:${SOMEBODY}.{0,4}|^|还|都)[在]电梯里[面头]?(?:了|啊|呢)?(?=$|[,，。!！])
  (?:i am|i'm|im|we are|we're|someone is|somebody is) (?:stuck |still )?in (?:the|an|your) (?:lift|elevator)(?=$|[,.!])
`

export const SHUT_UP = concept`
  困住了?
  被困(?:了|住|啊)?
  (?:trapped|stuck in here|we are stuck|we're stuck|i'm stuck|i am stuck)
  困人
  人困(?:了|住)
`

export const BETWEEN = concept`
  半中间
  \d{1,2}[楼层](?:和|跟|与|到)\d{1,2}[楼层](?:之|的)?当中
  \d{1,2}[楼层]?(?:和|跟|与|到|\u3001)\d{1,2}[楼层]?(?:之)?[中]?间
  两层[楼]?(?:之)?(?:中)?间
  (?:楼层|半)[之中]间
  半空
  半道
  门.{0,6}对着墙
  between (?:\w{1,9} )?(?:two )?floors
  between (?:the )?\w{1,8} and \w{1,8}(?: floor)?
`

export const CRY = concept`
  拍门
  喊
  求救
  救命
  呼救
  砸门
  哭
  shouting
  screaming
  banging
  calling for help
  knocking
  井道.{0,4}喊
`

export const BUTTON = concept`
  按了?(?:半天)?(?:紧急|报警|警)?[铃钮]
  按警
  紧急呼叫
  警铃
  alarm button
  emergency button
`

export const UNANSWERED = concept`
  没人
  没反应
  无人
  不应
  不理
  没声
  nobody (?:answers|comes|is coming)
  no one (?:answers|comes)
  nothing
  no answer
`

export const NOT_OUT = concept`
  没(?:有)?(?:见)?(?:出来|下来|上来|到)
  不见(?:出|下|上)来
  (?:坐|到)(?:了)?(?:一半|半路)
  hasn't come (?:out|down|up)
`

export const CAR = concept`
  念
  车
  小区门口
  道闸
  门禁
  月卡
  car
  gate
  barrier
`

export const LIFT_STANDS = concept`
  不动
  灭
  掉
  卡
  不开门
  悬
  没信号
  哐
  停
  门.{0,3}开不
  门.{0,3}打不开
  往下
  坠
  stopped
`

export const HERE_INSIDE = concept`
  关(?:在)?里[面头](?:了|呢|啊|,|，|$)
  里[面头]有人
  人(?:还|都)?在里[面头]
  [钻爬挤]不出[去来]
  门.{0,4}对着.{0,3}墙
  (?:^|[,，。!！ ])出不[来去][啦了]?(?=$|[!！,，。])
  inside the (?:lift|elevator)
  (?:it's|is) a wall
  (?:关|困)了.{0,6}(?:钟|小时|半天).{0,8}[放救理]
  被电梯关
  卡电梯了
  困梯
  电梯.{0,3}[掉坠]到.{0,6}(?:不开门|打不开)
  手机.{0,4}百分之.{0,4}[,，]?电梯里
  人在轿厢
  门.{0,8}外面是墙
  [卡停困]了?.{0,8}(?:还|都)在里[面头]
  (?:还|都)在里[面头].{0,6}(?:出不|不开|不动)
`
