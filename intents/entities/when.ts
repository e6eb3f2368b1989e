const HOUR =
  '(?:\\d{1,2}(?::\\d{2}|点半|点钟|点\\d{0,2}分?|时(?!间|候)|：\\d{2})|[一二两三四五六七八九十]{1,3}点(?:半|钟|[一二三四五]?十?[一二三四五六七八九]?分?))'
const PART = '(?:一大早|清早|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|凌晨|白天|全天|早|晚)'
const WEEKDAY = '(?:(?:这|本|下下?)(?:个)?)?(?:周|星期|礼拜)[一二三四五六日天末]'
const DATE = '(?:\\d{1,2}月\\d{1,2}[日号]|(?<!\\d)\\d{1,2}[号日](?![楼院门线房车\\d]))'
const COMING = `(?:明天|后天|大后天|今晚|明早|明晚|后晚|今天晚上|${WEEKDAY}|下(?:个)?(?:周|星期|礼拜|月)|周末|双休日?|工作日|节假日|平时|每天|这两天|过两天|${DATE})`
const BOUND = '(?:钟)?(?:以后|之后|过后|以前|之前|左右|后|前)?'
const TIME = `${HOUR}(?:\\s?(?:到|至|-|~|—)\\s?${PART}?${HOUR})?${BOUND}`
const DAY_MORE = `(?:(?:或者?|和|、|或是)${COMING})?(?:的)?${PART}?(?:\\s?${TIME})?(?:以?后|以?前)?`

/** Said of a time to come whatever stands around it. */
const SURE = new RegExp(
  [
    `${COMING}${DAY_MORE}`,
    '随时(?:都?可以|都行|都?在)?',
    '任何时[间候]',
    '什么时候都(?:可以|行)',
    `[上下]班(?:以|之)?[后前](?:\\s?${TIME})?`,
    '放学(?:以|之)?后',
    '午休时?间?',
    '[晚午早]饭(?:以|之)?后',
    '越快越好',
    '尽快',
    '(?:等我)?有空的时候',
  ].join('|'),
  'gu',
)
/** Said of any time: one that suits only where the words around it say so. */
const PERHAPS = new RegExp(
  `(?:今天|今日|现在)?${PART}(?:\\s?${TIME})?(?:以?后|以?前)?|(?:今天|现在)(?:\\s?${TIME})?|${TIME}`,
  'gu',
)
/** “便宜一点”, and a greeting of Canton. */
const NO_TIME = new Set(['一点', '早晨'])
/** What says that a time suits. */
const SUITS =
  /在家|可以|有空|方便|有人在|都?行(?!李)|过来|上门|来(?:修|看|弄|换|处理)|再来|能来|约|安排|\b(?:works?|fine|ok|okay|available|home|free|come|suits?|please|best)\b/i
/** The time is asked about, or something else happens then. */
const ASKED = /[吗么?？]|有没有|能不能|可不可以|几点|什么时候|会不会|多少|\b(?:is there|when|what time|can i|could)\b/i
const PASSED = /^(?:了|开始|就(?:停|坏|没|漏)|又|停|坏|断|几点|下雨|放假|开门|还没|没)/
/** How far, in characters, the words that say so may stand. */
const BESIDE = 8
const CLAUSE_END = /[,，.。!！;；\n]/

const EN_DAY =
  '(?:(?:this|next|on|every)\\s)?(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?|(?:the\\s|this\\s|next\\s|on\\s)?week(?:ends?|days?)|tomorrow|the day after tomorrow|tonight|any\\s?day'
const EN_CLOCK = "(?:\\d{1,2}(?::\\d{2})?\\s?(?:a\\.?m\\.?|p\\.?m\\.?|o'clock)?|noon)"
const EN_BOUND = `(?:after|before|around|from|at|between|until|by)\\s${EN_CLOCK}(?:\\s?(?:-|to|and|until)\\s?${EN_CLOCK})?`
const EN_PART = '(?:in\\sthe\\s)?(?:morning|afternoon|evening|night)s?'
const ENGLISH = new RegExp(
  `\\b(?:(?:${EN_DAY})(?:\\s${EN_PART})?(?:,?\\s${EN_BOUND})?|after\\swork|any\\s?time(?:\\s(?:is\\sfine|works))?|whenever|${EN_BOUND}(?<=[m\\d.]))(?![\\w])`,
  'gi',
)

/** The first time that suits, as the owner wrote it (`original`), found in `folded`, which is folded in place. */
export function findWhen(folded: string, original: string): string | undefined {
  const found = firstSure(folded) ?? firstLikely(folded) ?? firstEnglish(folded)
  return found && original.slice(found.start, found.end).trim()
}

interface Span {
  start: number
  end: number
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0
  return { start, end: start + match[0].length }
}

function firstSure(text: string): Span | undefined {
  for (const match of text.matchAll(SURE)) {
    const span = spanOf(match)
    const isLast = /[上]个?$/.test(text.slice(0, span.start))
    if (!isLast && !PASSED.test(text.slice(span.end)) && (isWholeClause(text, span) || isOffered(text, span)))
      return span
  }
  return undefined
}

function firstLikely(text: string): Span | undefined {
  for (const match of text.matchAll(PERHAPS)) {
    const span = spanOf(match)
    const isPast = /[昨前][天日]?$/.test(text.slice(0, span.start)) || PASSED.test(text.slice(span.end))
    if (isPast || match[0].length < 2 || NO_TIME.has(match[0])) continue
    if (isWholeClause(text, span) || isOffered(text, span)) return span
  }
  return undefined
}

function firstEnglish(text: string): Span | undefined {
  for (const match of text.matchAll(ENGLISH)) {
    const span = spanOf(match)
    if (isWholeClause(text, span) || isOffered(text, span)) return span
  }
  return undefined
}

/** The clause says nothing but the time, as an answer to “when?” does. */
function isWholeClause(text: string, { start, end }: Span): boolean {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? ''
  const after = text.slice(end).split(CLAUSE_END)[0] ?? ''
  return before.trim() === '' && /^(?:吧|啊|呢|哈|都)?$/.test(after.trim())
}

function isOffered(text: string, { start, end }: Span): boolean {
  const reach = /[一-鿿]/.test(text) ? BESIDE : 3 * BESIDE
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(CLAUSE_END)
      .at(-1) ?? ''
  const after = text.slice(end, end + reach).split(CLAUSE_END)[0] ?? ''
  const clauseAfter = text.slice(end).split(CLAUSE_END)[0] ?? ''
  return SUITS.test(`${before} ${after}`) && !ASKED.test(before) && !ASKED.test(clauseAfter)
}
