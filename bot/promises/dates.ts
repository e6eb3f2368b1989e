import { daysAhead, numberOf } from './calendar.ts'
import { hasDone, isComing, isDone } from './tense.ts'
import type { Context, Rule } from './types.ts'

const DAY = '[一二三四五六日天末]'
const NUMBER = '[\\d一二三四五六七八九十]{1,3}'
const FEAST =
  '(?:腊八|小年|小雪|大雪|立春|大年初[一二三四五六七八九十]|年三十|大年夜|正月|腊月|冬月|立冬|冬至|入冬|入夏|开学|暑假|寒假|国庆|元旦|春节|过年|除夕|中秋|端午|五一|清明|圣诞|双十一|元宵)'

const date = (pattern: RegExp, unless?: Rule['unless']): Rule => ({
  kind: 'date',
  pattern,
  ...(unless ? { unless } : {}),
})

/** 周一到周五 8:30, 周日休息: when somebody is there as a rule, not once. */
const isRoutine = ({ before, phrase, after }: Context): boolean => {
  if (/每|平时|一般|逢/.test(before.slice(-6))) return true
  if (/^上?班?.{0,2}(?:头|第)一/.test(after)) return false
  const range =
    /^(?:到|至|[-–—~])周?[一二三四五六日]/.test(after) || /(?:周|星期|礼拜).{1,3}(?:到|至|[-–—~])$/.test(before)
  const office =
    /上班|前台|办公|营业|休息|放假|施工|开放|开门|值班|\d[:：]\d|不上班|关门|关闭|熄灯|锁门|停止|开始收/.test(
      before + after,
    )
  return !/[下这本]/.test(phrase) && (range || office) && !/给您|师傅|保证|之间/.test(before + after)
}

/** A day of the calendar: past when it lies behind, unless the words look ahead all the same. */
function isPastDay(context: Context): boolean {
  const parts =
    /(?:(\d{4})\s?[年/-]\s?)?([\d一二三四五六七八九十]{1,3})\s?[月/-]\s?(?:份?\s?([\d一二三四五六七八九十]{1,3}))?/.exec(
      context.phrase,
    )
  const month = numberOf(parts?.[2] ?? '')
  if (!month || month > 12 || /有效|截止|保修|质保|期限/.test(context.before)) return true
  const end = /底|末/.test(context.phrase) ? 30 : /中/.test(context.phrase) ? 15 : 28
  const days = daysAhead(
    context.today,
    month,
    numberOf(parts?.[3] ?? '') ?? end,
    parts?.[1] ? Number(parts[1]) : undefined,
  )
  if (parts?.[1]) return days < 0
  return days < 0 ? hasDone(context) || !isComing(context) : isDone(context)
}

/** Begins with an hour, a part of the day, or the day after. */
const HOUR = '\\s?(?:[\\d一二两三四五六七八九十]{1,3}|早|晚|上午|下午|中午|凌晨|次日|第二天)'
const RANGE_GOES_ON = new RegExp(`^${HOUR}`)
const RANGE_FOLLOWS = new RegExp(`^\\s?(?:到|至|[-–—~])${HOUR}`)

const isRange = ({ before, phrase, after }: Context): boolean =>
  /^的(?!时候)/.test(after) ||
  (/[到至]$/.test(phrase) && RANGE_GOES_ON.test(after)) ||
  /[\d点半][\d点]?\s?(?:到|至|[-–—~])(?:次日|第二天|早上|上午|下午|晚上|凌晨|晚|早)?\s?[十]?$/.test(before) ||
  RANGE_FOLLOWS.test(after)

/** Days and hours that are named, or lie ahead by their very name. */
export const dates: Rule[] = [
  date(
    /(?:大后天|后天|后日|后儿个?|明[天日早晚儿]|明儿个?|听日|明年|次日)(?:一早|一大早|早上|上午|中午|下午|晚上)?(?:之?前)?/g,
  ),
  date(new RegExp(`下(?:下)?(?:一)?个?(?:周|星期|礼拜)${DAY}?|下个?(?:月|季度)(?!度)|下半(?:年|月)`, 'g')),
  date(new RegExp(`(?:这|本)个?(?:周|星期|礼拜)(?:${DAY}|之?内|以内|底)?`, 'g'), isDone),
  date(/(?:这个?|本)月(?:之?内|底|份?(?=.{0,6}(?:能|会|就|肯定|一定)))|当月内/g, isDone),
  date(new RegExp(`(?<![上这本下每])(?:周|星期|礼拜)${DAY}`, 'g'), (context) => isRoutine(context) || isDone(context)),
  date(
    /(?<!每)(?:月底|月末|年底|年末|季度末)(?:之?前|以前)?|(?<![\d一二三四五六七八九十几两多半百])年[前内](?!夕)/g,
    isDone,
  ),
  date(new RegExp(`${FEAST}(?:节|假期|十[一二三四五])?(?:之?前|以前|之?后|左右|期间|那天|里|那会儿)`, 'g'), isDone),
  date(
    new RegExp(`(?:\\d{4}\\s?[年/-]\\s?)?${NUMBER}\\s?月\\s?(?:${NUMBER}\\s?[日号]?|份|初|底|末|中旬|上旬|下旬)?`, 'g'),
    isPastDay,
  ),
  date(/\d{4}-\d{1,2}-\d{1,2}|(?<![\d/.-])\d{1,2}\/\d{1,2}(?![\d/])/g, isPastDay),
  date(
    new RegExp(
      `(?<![\\d一二三四五六七八九十月单尾栋元])${NUMBER}\\s?号(?!楼|门|院|线|车|机|位|工|单|房|室|柜|梯|桩|库|仓|店|码|阀|井|口)`,
      'g',
    ),
    (context) => isDone(context) || (numberOf(context.phrase.replace(/\s?号/, '')) ?? 99) > 31,
  ),
  date(
    /(?:[一二两三四五六七八九十]|\d{1,2})(?:点钟?|[:：]\d{2})(?:半|[一二三四五]?十?[一二三四五六七八九]?分|三刻|一刻)?\s?(?:之前|以前|前|左右|准时|就|能|会|到|来|上门|过去|开始修|恢复|通[水电气暖]|派|必|我打|给您|师傅)/g,
    (context) => isRange(context) || isDone(context) || isRoutine(context),
  ),
  date(/(?:春天|夏天|秋天|冬天|开春|入冬|入夏)(?:之?前|就|能|会)/g),
]
