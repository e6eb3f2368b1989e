/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

export const TOOL = concept`
  修(?:理|东西|水|门|灯|剪|树)
  师傅.{0,4}[拿带]
  捅(?:天花板|楼板)
  巡逻
  巡更
  摆设
  砸墙
  水枪
  喷枪
  切菜
  快递
  开门
  砖头(?:垫|压|堵|掉|松|砌|顶)
  抄表
`

export const BEATS_CHILD = concept`
  打(?:小)?孩子?
  打(?:儿子|女儿|娃)
`

export const PAIN = concept`
  惨
  哭
  救命
  别打
  往死
  叫
  棍
  皮带
`

export const KILL = concept`
  杀人
  要杀
  杀了(?:我|他|她|你|全家)
  杀我
  [弄整搞]死(?:我(?!了)|他|她|你)
  [砍捅打剁]死(?:我|他|她|你|人|老)
  [砍捅剁](?:伤|人|我|他|她|你|手)
  要我(?:的)?命(?!了|啊)
  行凶
  (?:要|说|来|扬言|威胁).{0,6}(?:弄|报复|砍|捅|杀)(?:死)?(?:我|我们|你|她|他|全家)
  (?:威胁|扬言|说|要).{0,8}(?:放火|烧(?:我|死|了我))
  放狠话
  kill (?:me|him|her|us|you|my|them|someone)
  (?:threaten(?:s|ed|ing)?) (?:to|me|us|my)
  burn (?:our|my|the|down) .{0,12}(?:down|home|house|flat)
  murder\w{0,3}
  shoot (?:me|him|her|us|people)
  同归于尽
`

export const BREAKS_IN = concept`
  [硬强](?:要|行|往|是要)?.{0,2}[进闯]
  非要进
  撞门
  [闯冲翻爬](?:进|入)(?:来|了|我)
  破门
  入室
  强行(?:进|闯|撬|开)
  (?:在|人|正|来)撬
  [踹踢砸撞](?:我|咱|他|她|人)?(?:们)?(?:家)?(?:的|房|大|防盗)?门
  break(?:s|ing)? (?:in|into|down)
  forced? (?:his|their|her) way in
  (?:just|is|are) (?:break|climb|forc)ing in
  intruders?
  撬锁的
  翻墙
  翻进
`

export const FOLLOWED = concept`
  跟踪我
  跟踪
  尾随
  跟着我
  一直跟
  被.{0,6}跟(?:着|了)
  跟到
  following me
  stalk(?:ing|er)
  followed me
`

export const VICTIM = concept`
  我
  女儿
  孩子
  被人
  me
  my
`

export const HELD_BACK = concept`
  (?:抓|拽|拖|拉|按|掐|扯)[住着](?:了)?(?:我|她|女儿)
  [抓拽拖拉扯](?:我|她)的?(?:胳膊|手|头发|衣|走|进|到|上)
  被拖(?:进|走|到)
  being dragged
  (?:拽|揪|扯)(?:着|住)?(?:我)?(?:的)?头发
  不(?:让|准|许)(?:我|她)(?:走|出|离开|开门|进门|回家)(?!车)
  把(?:我|她|我们).{0,2}(?:堵|关|锁|按|拖|逼)(?:在|到|屋|住|进|墙)
  (?:grabbed|grabbing|dragg(?:ed|ing)) (?:me|her|my)
  won't let (?:me|her|us) (?:leave|go)
`

export const GATE = concept`
  保安
  门岗
  物业
  门卫
  门禁
  欠
  道闸
  登记
  guard
  gate
  security
`

export const SCREAM = concept`
  惨叫
  尖叫
  喊救命
  叫救命
  呼救
  求救
  喊救
  哭喊
  scream(?:s|ing)? for help
  screaming
  screams
`

export const BLOCKS = concept`
  堵(?:在|着)?(?:我家)?(?:门|我|屋)
  围(?:着|住)(?:我|保安|他|她)
  要债的?
  带人.{0,3}堵
`

/** Said outright that nobody has laid hands on anybody. */
export const NOT_YET = concept`
  不是人动手
  还没(?:有)?(?:到)?(?:动手|打)
  没(?:有)?动手
  nobody (?:touched|hit|was hurt)
  no one (?:touched|hit)
`

/** Asks what guards may or must do about it. */
export const ABOUT_DUTY = concept`
  管不管
  要(?:他|你们|保安).{0,8}(?:干什么|干嘛|何用|有什么用)
  能不能.{0,8}(?:拉|赶|带)走
  不作为
  该管
  为什么
  合法
  有权
  执法权
  职责
  该不该
  isn't (?:that|it) (?:his|their|your) job
  allowed to
  supposed to
  legal
`
