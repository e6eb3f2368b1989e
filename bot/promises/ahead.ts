import { isDone } from './tense.ts'
import type { Context, Rule } from './types.ts'

/*
 * Times that may lie behind or ahead: an hour, a part of the day, so many days. They promise where the clause looks
 * ahead, that is where something is done, comes or is given in it, and nothing says that it is past or a habit.
 */

const N = '(?:[\\d一二两三四五六七八九十几半百]{1,4}(?:个)?[来多半]?|个把|个?一两|三两|三五)'
const UNIT = '(?:分钟|刻钟|小时|钟头|工作日|星期|礼拜|晚上|月|天|日|周|宿)'
const SPAN = `(?:${N}\\s?个?${UNIT}(?!\\s?[\\d一二三四五六七八九十]{1,3}\\s?[日号]))`
const PART =
  '(?:一早|一大早|早上|早晨|清早|上午|中午|下午|傍晚|黄昏|晚上|今晚|夜里|半夜|后半夜|前半夜|凌晨|晚一?点|晚些时候|迟些)'
const TODAY = '(?:今[天日儿](?:个)?|今晚|今夜)'
const HOUR = '(?:[一二两三四五六七八九十]{1,3}|\\d{1,2})(?:点钟?|[:：]\\d{2})(?:半|多|一刻|三刻|[一二三四五]?十分?)?'

/** Something comes of it. */
const COMES =
  /能|会(?!议|员|所)|就|准(?!备|时间)|将|要(?!求|是|不)|肯定|一定|保证|给您|帮您|替您|让他|安排|答应|答复|回[您话电复]|联系您|到(?!现在|目前|今|位|底|账)|来(?!自|源|电显|访|函)|去(?!年)|上门|修|换|装(?!修)|补|弄|搞|办|查|调|送|寄|发(?!票|生|现|的)|拿|领|取|拆|铺|刷|通(?!知|道|过|常)|热|亮|恢复|完|好(?!的|几)|成|利索|结束|见(?!过)|轮|排到|处理|解决|工|进场|点火|供[暖热气水电]|抢修|试[水压]|验|赔|退|落实|搞定|有人|妥/

const PAST_OR_HABIT =
  /已|了[一二两三四五六七八九十几好多快整\d]|[等拖停坏漏用住催过修断没]了|过(?:了|一|两|三|几|来的)|刚|曾|上[次回周个]|昨|前[天日年]|去年|当时|那[天次时]|(?:来|到|停|修|报|装|开|交|走|换|坏|提|发|送|查|打|派|说|定|写|签|贴)的|每|平时|一般|通常|提前|至少|保修|质保|保存|保留|满|第[一二三四五六七八九十\d]|有效|期限|法律|规定|条例|合同|最近|以来|之前的|工作日|为一期|记录|更新|截至|登记的/
const STATES =
  /没|未|不(?!出|到|过|了|着|收|用)|正在|在[修查检抢处试]|停[水电气用着]|施工时|禁止|请|别|麻烦|[吗么？?]$|哪|谁|几(?!天|个|分|小时)|多久|多少|能否|是否|能不能|方便|希望|想要|登记|记录/
const TOLD = /^(?:之?前|以前|以来|了|一次|一回|前报|没|未)/

const looksAhead = ({ before, phrase, after }: Context): boolean =>
  COMES.test(`${before.replace(/^.*(?:说|讲|答复|回复|通知|表示)/, '')} ${after}`) ||
  /再|最[多迟晚快慢]|顶多|不出/.test(before + phrase)

/** 24小时有人, 快递柜超过24小时. */
const ALWAYS = /^(?:24|二十四)\s?(?:个)?小时$/

const isElse = (context: Context): boolean => {
  const { before, after } = context
  const words = `${before} ${after}`
  return (
    !looksAhead(context) ||
    ALWAYS.test(context.phrase.trim()) ||
    /营业|休息|开放|开门|关门|值班|上班|办公|锁门|熄灯|超过/.test(words) ||
    /(?:\d{1,2}[:：]\d\d|[点\d])\s?(?:到|至|[-–—~])/.test(words) ||
    PAST_OR_HABIT.test(words) ||
    STATES.test(words) ||
    TOLD.test(after) ||
    /^\s?(?:到|至|[-–—~])\s?(?:[\d一二两三四五六七八九十]|早|晚|次日|第二天|上午|下午|中午)/.test(after) ||
    /(?:[点\d半]|早|晚|周[一二三四五六日天]|从.{1,6})(?:到|至|[-–—~])[^，]{0,3}$/.test(before) ||
    /^之?前把/.test(after) ||
    isDone(context)
  )
}

const date = (pattern: string): Rule => ({ kind: 'date', pattern: new RegExp(pattern, 'g'), unless: isElse })

/** 今天, 下午, 八点, 三天: wherever the clause looks ahead. */
export const ahead: Rule[] = [
  date(TODAY),
  date(`(?<![昨前当那每])${PART}`),
  date(`(?<![第:：\\d])${HOUR}`),
  date(`(?<![第每月\\d])${SPAN}(?:之?内|以内|之?后|以后|左右|上下)?`),
  { kind: 'date', pattern: new RegExp(`给(?:我们?|他们|师傅)(?:的)?${SPAN}`, 'g') },
  { kind: 'date', pattern: new RegExp(`(?:答复|回复|回话|说)的?(?:是|要|得|大概|大约)${SPAN}`, 'g') },
  date(`(?:再|还)(?:等|忍|坚持|耽误|过|有|给我?|要|得|需)[^，。]{0,3}${SPAN}`),
]
