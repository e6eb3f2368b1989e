import { daysAhead, monthNamed } from './calendar.ts'
import { isComingEn, isDoneEn } from './tense.ts'
import type { Context, PromiseKind, Rule } from './types.ts'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)'
const N =
  '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half an?|a few|a couple of|several|a day or two)'
const UNIT = '(?:min(?:ute)?s?|hours?|hrs?|(?:working |business )?days?|weeks?|months?|moments?|quarter of an hour)'

const rule = (kind: PromiseKind, pattern: string, unless?: Rule['unless']): Rule => ({
  kind,
  pattern: new RegExp(`\\b(?:${pattern})`, 'g'),
  ...(unless ? { unless } : {}),
})

const isPastDay = (context: Context): boolean => {
  const month = new RegExp(`\\b${MONTH}\\b`).exec(context.phrase)?.[0]
  const day = /\b\d{1,2}(?!\d)/.exec(context.phrase)?.[0]
  const year = /\b20\d\d\b/.exec(`${context.phrase}${context.after.slice(0, 6)}`)?.[0]
  if (!month) return true
  const days = daysAhead(context.today, monthNamed(month), Number(day ?? 28), year ? Number(year) : undefined)
  return days < 0 ? year !== undefined || isDoneEn(context) || !isComingEn(context) : isDoneEn(context)
}

/** Office hours and habits. */
const isRoutine = (context: Context): boolean =>
  isDoneEn(context) ||
  /\b(?:every|last|open|closed|office|allowed|not on|sundays?|usually|desk is|hours)\b/.test(context.before) ||
  /^s\b|^ (?:to|through|or) \w+day|^\s?(?:to|–|-)\s?\w|^.{0,12}\d\s?[–-]|^.{0,12}\d:\d\d to/.test(context.after) ||
  /day (?:to|through|and|or) ?$/.test(context.before)

const isTerm = (context: Context): boolean =>
  isDoneEn(context) ||
  /\b(?:warranty|at least|kept|lately|waited|waiting|every|for at|under|valid|law)\b/.test(context.before) ||
  /^ (?:ahead|in advance|ago|old|warranty|notice)/.test(context.after)

const dates: Rule[] = [
  rule('date', 'today\\b', (context) => isDoneEn(context) || !isComingEn(context)),
  rule(
    'date',
    '(?:around|by|before) noon|overnight|till \\w+day|(?:by|before|at) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,!]|$)|an hour or (?:so|two)|within (?:days|hours|minutes)|eta\\b|(?:the )?\\d{1,2}(?:st|nd|rd|th)(?! floor| fl| building| unit| year| time| gate|\\w)',
    isDoneEn,
  ),
  rule('date', 'tomorrow(?: morning| afternoon| evening| night)?|tonight|day after tomorrow|later today|first thing'),
  rule(
    'date',
    `next (?:week|month|year|${WEEKDAY}|few days|couple of days|spring|summer)|this (?:afternoon|evening|weekend|week|month|${WEEKDAY})|(?:within|over) the (?:week|weekend|day|hour|month)|over the next`,
    isDoneEn,
  ),
  rule(
    'date',
    `(?:by|before|until|at) (?:the )?(?:end of|weekend|week's end|noon|midnight|lunch|half past|chinese new year|christmas|new year|spring festival|close of)\\w*|end of (?:the |this |next )?(?:day|week|month|year)`,
    isDoneEn,
  ),
  rule('date', `(?:by|before|on)? ?${WEEKDAY}`, isRoutine),
  rule(
    'date',
    `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b|${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b|(?:by|in|before|until|early|late|mid) ${MONTH}\\b)`,
    isPastDay,
  ),
  rule(
    'date',
    `(?:by|before|at|around|until)? ?(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|a\\.m|p\\.m|o'clock)\\b|(?:by|before|at) \\d{1,2}(?::\\d\\d)?(?![\\d-]))`,
    (context) => isRoutine(context) || / as of/.test(` ${context.before}`),
  ),
  rule(
    'date',
    `(?:in|within|inside|under|after|another) (?:the next |about |around |roughly |less than |at most |just )?${N} (?:more )?${UNIT}\\b`,
    isTerm,
  ),
  rule(
    'date',
    `${N} (?:more |other )${UNIT}|${N} ${UNIT} away|takes? (?:only |about |around |just |roughly )?${N} ${UNIT}|(?:at most|no more than|about|just) ${N} ${UNIT}`,
    isTerm,
  ),
  rule(
    'date',
    'right away|straight away|any (?:day|minute|moment|time) now|in no time|before long|momentarily|shortly|(?:very |real )?soon(?!er)|immediately|on (?:his|her|their|its) way|en route',
    (context) => isDoneEn(context) || /\bas $/.test(context.before) || /^ as/.test(context.after),
  ),
]

/** The speaker, or the one who decides, gives it; a talk about it gives nothing. */
const isDecided = ({ before, after }: Context): boolean =>
  /\b(?:whether|if|decides?|asked for|request(?:ed)? for|apply for|application for)\b/.test(before) ||
  /^.{0,12}(?:is decided|request|application|policy|is up to|depends)/.test(after)

const money: Rule[] = [
  rule(
    'waiver',
    "waiv(?:e|ed|ing)|(?:drop|cancel|forget|remove|write off|scrap) (?:the|your|that|this) (?:\\w+ )?(?:fee|charge|bill|fine|penalty|interest)s?|no charge|let you off|(?:it's|is|all|one's|that's) free\\b|(?:we're|we are) not charging|(?:deduct|take) (?:it|that|this) (?:off|from)|at our expense|free of charge|for free|complimentary|on the house|(?:it's|this one is|this one's) on us",
    isDecided,
  ),
  rule(
    'waiver',
    "(?:don't|do not|won't|needn't|don't need to|no need to) (?:have to |need to )?(?:pay|be charged)|won't (?:charge|cost)|not (?:be )?charg(?:e|ed)|(?:you )?owe (?:us )?nothing|without (?:any )?charge",
    isDecided,
  ),
  rule(
    'waiver',
    'discount|\\d{1,2}% off|half (?:the )?(?:price|fee)(?! ?\\?)|(?:cut|lower|reduce|drop) (?:your|the|that) (?:\\w+ )?(?:fee|bill|charge|rent)s?|by half|halve|knock \\S+ off|(?:take|cut) \\S+ (?:\\S+ )?off|reduce (?:your|the) (?:fee|bill|charge)',
    isDecided,
  ),
  rule(
    'waiver',
    "refund(?:ed)?(?= |$|[.,!])|reimburse|compensat(?:e|ed)|(?:pay|get) you(?:r money)? back|(?:get|give) you your money|(?:we|company|property)(?:'ll| will| can)? (?:covers?|bears?|pays? for|picks? up)|(?:we'll|we will|i'll) pay(?: you)?|credit your account",
    (context) => isDecided(context) || isDoneEn(context),
  ),
  rule(
    'amount',
    '(?:(?:rmb|cny|¥|￥) ?[\\d,.]{1,9}|[\\d,.]{1,9} ?(?:yuan|rmb|cny|kuai))',
    (context) => isDoneEn(context) || /posted|price list|contract|invoice|receipt/.test(context.before + context.after),
  ),
]

const guarantees: Rule[] = [
  rule(
    'guarantee',
    '(?<!broken )promise(?! was| were)|(?<!quality )guaranteed?|assure you|(?:you have|give you) my word|leave (?:it|that|this) (?:to|with) me|consider it (?:done|fixed|solved)|count on (?:it|me|us)|mark my words|rest assured|trust me|i swear|make sure (?:it|they|he|she|that|this)|see to it that',
    (context) => isDoneEn(context) && !/\bi\b/.test(context.before),
  ),
  rule(
    'guarantee',
    "(?:will|'ll|is|are|be|can) (?:definitely|certainly|surely|absolutely|for sure)|definitely|for sure|100%|absolutely will|you can be sure|bet on it|without (?:a )?doubt|no doubt|(?:won't|never|not) (?:happen|leak|break|fail) again",
  ),
]

/** The same kinds in English. */
export const english: Rule[] = [...dates, ...money, ...guarantees]
