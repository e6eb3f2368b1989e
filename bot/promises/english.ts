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
  /\b(?:every|each|daily|last|opens?|closes?|closed|office|allowed|not on|sundays?|usually|desk is|hours)\b/.test(
    context.before,
  ) ||
  /^s\b|^ (?:to|through|or) \w+day|^\s?(?:to|–|-)\s?\w|^.{0,12}\d\s?[–-]|^.{0,12}\d:\d\d to/.test(context.after) ||
  /day (?:to|through|and|or) ?$/.test(context.before)

const isTerm = (context: Context): boolean =>
  isDoneEn(context) ||
  /\b(?:warranty|at least|kept|lately|waited|waiting|every|for at|under|valid|law)\b/.test(context.before) ||
  /^ (?:ahead|in advance|ago|old|warranty|notice)/.test(context.after)

/** The guard on duty tonight has been told. */
const isPassedOnEn = (context: Context): boolean =>
  /tonight|later today|first/.test(context.phrase) && isDoneEn(context)

const dates: Rule[] = [
  rule('date', 'today\\b', (context) => isDoneEn(context) || !isComingEn(context)),
  rule(
    'date',
    '(?:around|by|before) noon|overnight|till \\w+day|(?<!(?:opens?|closes?|starts work) )(?:by|before|at) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,!]|$)|an hour or (?:so|two)|within (?:days|hours|minutes)|eta\\b|(?:the )?\\d{1,2}(?:st|nd|rd|th)(?! floor| fl| building| unit| year| time| gate|\\w)',
    (context) => isDoneEn(context) || /\b(?:every|each|daily|opens?|closes?)\b/.test(context.before),
  ),
  rule(
    'date',
    'tomorrow(?: morning| afternoon| evening| night)?|tonight|day after tomorrow|later today|first thing',
    isPassedOnEn,
  ),
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
    `(?:by|in|before|until|around)? ?(?:early|late|mid)[ -]${MONTH}\\b|(?:says?|promis(?:ed|es)|hopes? for|told us|for) ${MONTH}\\b`,
    isPastDay,
  ),
  rule(
    'date',
    `(?:mid|end|start|beginning|middle)[- ](?:of )?(?:the |this |next )?month|in the (?:next|coming) (?:hour|day|week|month|few|couple|\\d)\\w*|any (?:second|moment)|another (?:day|hour|week|minute|hour or)\\b|max(?:imum|\\.)? (?:of )?${N} ${UNIT}|(?:time|eta|wait|repair|duration)[^.,]{0,12}: ?(?:about )?${N} ${UNIT}|after (?:lunch|dinner|work|breakfast)|a matter of (?:minutes|hours|days)|in a (?:jiffy|bit|tick|flash|second|while|moment|minute)|give (?:me|us|him|them) (?:just |only |about )?${N} ${UNIT}|no (?:longer|later|more) than|shouldn.t (?:take|be) (?:any )?(?:more|longer)|before (?:the )?(?:holidays?|festival|winter|summer|rains?)\\b|by (?:this |the )?(?:morning|evening|afternoon|night|then|dark|lunch|dinner|tea)\\w*|early next`,
    isTerm,
  ),
  rule(
    'date',
    `(?<![a-z] )${N} ${UNIT},? (?:at most|at the (?:most|latest)|tops|max|or so|or less)|(?<=^ ?)(?:about |just |only )?${N} ${UNIT}(?=[,.!]?$)`,
    isTerm,
  ),
  rule(
    'date',
    `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b|${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b|(?:by|in|before|until|early|late|mid) ${MONTH}\\b)`,
    isPastDay,
  ),
  rule(
    'date',
    `(?:by|before|at|around|until)? ?(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|a\\.m|p\\.m|o'clock)\\b|(?:by|before|at) \\d{1,2}(?::\\d\\d)?(?![\\d-]))`,
    (context) => isRoutine(context) || isDoneEn(context) || / as of/.test(` ${context.before}`),
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
    "right away|straight away|any (?:day|minute|moment|time) now|in no time|before long|momentarily|shortly|(?:very |real )?soon(?!er)|immediately|on (?:his|her|their|its) way|en route|(?:i'm|we're|he's|she's|they're|is|are) (?:now |just |already )?(?:sending|coming|leaving|heading|driving|bringing)(?! from)",
    (context) => isDoneEn(context) || /\bas $/.test(context.before) || /^ as/.test(context.after),
  ),
]

/** The speaker, or the one who decides, gives it; a talk about it gives nothing. */
const isDecided = ({ before, after }: Context): boolean =>
  /\b(?:whether|if|decides?|(?:ask|apply|claim|request|demand)(?:ed)? (?:\w+ ){0,4}for|request(?:ed)? for|apply for|application for)\b/.test(
    before,
  ) || /^.{0,12}(?:is decided|request|application|policy|is up to|depends)/.test(after)

/** Over, or never ours. */
const isGoneEn = ({ before, after }: Context): boolean =>
  /^[^,;]{0,40}\b(?:ended|is over|are over|expired|was|were|isn't|is not|aren't|did not|didn't|has gone|no longer|finished|stopped)\b/.test(
    after,
  ) || /\b(?:was|were|had|no|any|about the|of the|a record of)(?: \w+)? $/.test(before)

const money: Rule[] = [
  rule(
    'waiver',
    "waiv(?:e|ed|ing)|(?:drop|cancel|forget(?: about)?|remove|write off|scrap) (?:the|your|that|this) (?:\\w+ )?(?:fee|charge|bill|fine|penalty|interest)s?|no charge|let you off|(?:it's|is|all|one's|that's) free\\b|(?:we're|we are) not charging|(?:deduct|take) (?:it|that|this) (?:off|from)|at our expense|free of charge|for free|complimentary|on the house|(?:it's|this one is|this one's) on us",
    isDecided,
  ),
  rule(
    'waiver',
    "(?:don't|do not|won't|needn't|don't need to|no need to) (?:have to |need to )?(?:pay|be charged)|won't (?:charge|cost)|not (?:be )?charg(?:e|ed)|not going to (?:charge|bill)|(?:have|get) (?:the|your|that|this) (?:\\w+ )?(?:fee|fine|penalty|charge|bill|interest) (?:removed|waived|dropped|cancelled|lifted|taken)|(?:months?|weeks?) of free|free (?:month|parking|repair|visit|card|replacement)|(?:get|have|gets) (?:all |half )?(?:of )?your (?:\\w+ )?(?:money|deposit|fee|payment) back|make it up to you|(?:is|are|be|comes?) free\\b(?! of (?!charge)| to | until)|(?:is|are) on us|get [^.,]{1,25} back\\b(?! to)|(?:fee|fine|charge|bill|penalty)s? [^.,]{0,25}(?:is|are|gets?|will be) (?:cancelled|waived|dropped|removed|forgiven)|(?:don't|do not|won't) owe|(?:we'll|we will|i'll) (?:\\w+ )?(?:pay|buy)|(?:return|give back|hand back) (?:the|your) (?:\\w+ )?(?:deposit|money|fee)|(?:takes?|bears?|covers?|carries|meets?) (?:the|all|your) (?:\\w+ )?(?:costs?|bill|damage|loss)|(?:can|may) skip (?:the|this|that|your) .{0,20}(?:fee|charge|bill|payment)|(?:there'll|there will) be no (?:fee|charge|cost|bill)|(?:will|'ll) (?:cover|absorb|foot|bear|pick up|pay|settle) (?:the|your|all|half)|(?:we|company|property) (?:covers?|foots?|bears?) |(?:you )?owe (?:us )?nothing|without (?:any )?charge",
    isDecided,
  ),
  rule(
    'waiver',
    'discount|\\d{1,2}% off|half (?:the )?(?:price|fee)(?! ?\\?)|(?:cut|lower|reduce|drop) (?:your|the|that) (?:\\w+ )?(?:fee|bill|charge|rent)s?|by half|halve|knock \\S+ off|(?:take|cut) \\S+ (?:\\S+ )?off|reduce (?:your|the) (?:fee|bill|charge)',
    (context) => isDecided(context) || isGoneEn(context),
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
    '(?<!broken |was |were |been )promise(?! was| were)|(?<!quality |the |no |of )guaranteed?|assure you|(?:you have|give you) my word|leave (?:it|that|this) (?:to|with) me|consider it (?:done|fixed|solved|sorted|settled|dealt)|(?:count|bank|rely) on (?:it|me|us|that)|mark my words|rest assured|trust me|i swear|make sure (?:it|they|he|she|that|this)|see to it that',
    (context) => isDoneEn(context) && !/\bi\b/.test(context.before),
  ),
  rule(
    'guarantee',
    "(?:will|'ll|is|are|be|can) (?:definitely|certainly|surely|absolutely|for sure)|definitely|for sure|100%|absolutely will|you can be (?:sure|certain)|on my word|stake my|for certain|you have our|(?:i'm|i am|we're|we are) (?:very |quite )?(?:sure|certain|positive|confident) (?:it|that|they|he|we)|(?:won't|never) let (?:it|this|that)|without fail|come what may|no more leaks|bet on it|without (?:a )?doubt|no doubt|(?:won't|never|not) (?:happen|leak|break|fail) again",
  ),
]

/** The same kinds in English. */
export const english: Rule[] = [...dates, ...money, ...guarantees]
