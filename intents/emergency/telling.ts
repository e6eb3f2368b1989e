import { concept, mentions, without } from './concept.ts'
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

const IMAGINED = concept`如果、假如、要是、万一、假设、倘若、若是、假使、what if、in case、if (?:there|i|you|a|an|the|my|we|someone|it|ever)`
/** A condition put to us (“要是再不来人…”), which imagines nothing. */
const DEMANDED = concept`
  (?:如果|要是|假如)(?:你们|物业|还|再|还是)?.{0,2}[不没]、if (?:you|nobody|no one) .{0,6}(?:don't|doesn't|comes)
`
const DRILL = concept`
  演习、演练、培训、讲座、宣传、预案、应急流程、流程是、须知、知识、新闻、电影、电视剧、测试、手环、drills?、training、test、testing、the news、movie
  真的吗、真的假的、is it safe(?= now|\?|$)
`
const OVER = concept`
  已经?(?:被)?(?:灭|扑灭|修好|救出|救下|解决|处理|找到|回来|好了|没事|送医)、(?:人|们|都|全)已经?.{0,4}出来、扑灭了
  火(?:都|被)?灭了(?!.{0,8}(?:气|味|呛|还|但|又))、救出来了、(?<!不)没事[了啦儿]、(?<![没未])(?<!没有)找到[了啦]、[子人妈爸奶爷]回来[了啦]、虚惊
  误会、误报、误触、不用来了、解除了?$、人没事、(?:现在|已经)?没烟了、不(?:冒|漏|流|喷)了、人都没事、false alarm、all good now、is out now
  was put out、has been (?:put out|rescued|found|fixed|repaired)、found (?:him|her)
`
const PAST = concept`
  上次、上回、上个?月、上个?(?:周|星期|礼拜)、去年、前年、今年.月、之前、以前、那次、那事、那回、那件事、那天、前几天、前阵子、前段时间、曾经
  last (?:week|month|year|time)、(?:days?|weeks?|months?|years?) ago
`
/** It happens now and again, so the message is about the habit. */
const HABIT = concept`每次、经常、总是、老是、[三四五六七八九十几\d]次了、过(?:好)?几次、every (?:time|day|week)、always`
/** A time that belongs to what was done before, not to what happens: 上个月换的水管爆了. */
const BACKGROUND = concept`(?:上次|上回|上个?月|上个?(?:周|星期|礼拜)|去年|之前|以前|昨[天晚]|前[天几].{0,1}).{0,4}(?:修|换|装|买|检查|保养|年检)(?!了吗|好了吗|没)`
const YESTERDAY = concept`昨[天晚夜日]、前[天晚]、yesterday、last night`
const STILL = concept`现在(?!都?(?:还)?[没也](?:给|有|人|说|处))、这[次回]、又、这会、刚、此刻、正在、一直、还在、还没、仍、今[天早晚]、again、now、still`
const BUSINESS = concept`
  应该(?:怎么|打|找|做)、打什么电话、责任、谁(?:来)?(?:负责|承担|赔|出钱)、怎么[算赔]、收费、多少钱、费用、[赔索]偿、赔钱、理赔、医药费、损失费、保修、保险、减免
  原因.{0,2}查、处理结果、(?:有|出)结果、结果呢、进度、维修单、[事人].{0,2}怎么处理、处理了吗、修好[了没]吗?、修了吗、查清、休养、申请、顺延、答应补、抵扣
  off my rent、refund、月卡、合法、隐患、押金、误工、缴费、交费、贴.{0,3}通知、登记、怎么(?:换|装|预防)、什么时候(?:修|打扫|装)、(?:报过?警|处理)了想
  compensat\w{1,6}、who pays、insurance、who do i call、how to report
  说法、(?<![我有])听说、据说、网上说、群里说、i heard
`
const URGENT = concept`快来、快点、快派、快叫、救命、救人、来人、赶紧、赶快、正在、现在(?!都?(?:还)?[没也](?:给|有|人|说|处))、刚刚、刚才、快[打帮救]、help、hurry、right now、please come`

/** Reads the frame of a message; rules decide what weakens them. */
export function readTelling(message: string): Telling {
  const text = fold(message)
  const told = without(text, BACKGROUND)
  const past = mentions(told, PAST)
  const still = mentions(text, STILL)
  return {
    text,
    imagined: mentions(text, IMAGINED) && !mentions(text, DEMANDED),
    drill: mentions(text, DRILL),
    over: mentions(text, OVER),
    past: past && !still,
    habit: mentions(text, HABIT) && !still,
    yesterday: mentions(told, YESTERDAY) && !still,
    business: mentions(text, BUSINESS),
    urgent: mentions(text, URGENT),
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
