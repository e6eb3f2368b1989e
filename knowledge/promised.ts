/*
 * Phrases that an answer in a file may not hold, since no record stands behind a file. What a placeholder brings is
 * filled in later and is not looked at here.
 */

const COUNT = '[\\d一二三两四五六七八九十半几]{1,6}'
const SPAN = `${COUNT}\\s?(?:个)?(?:工作日|小时|钟头|分钟|刻钟|天|日|周|星期|礼拜|月|年)`
/** What comes of it, said as known. */
const DONE = '(?:到|来|给|回|修|好|通|办|出|解决|处理|答复|完)'

const DATES = new RegExp(
  [
    '明[天早晚日]|大?后[天日]|今晚|今天(?=之?内|下午|晚上|就)|[这本下][个一]?(?:周|星期|礼拜)|[下本这]个?月|月底|年底|年内|[这过]两天|过几天',
    `(?:周|星期|礼拜)[一二三四五六日天](?:[早中下晚上][午上]?)?(?:之?前|就|${DONE})`,
    `${COUNT}\\s*月\\s*${COUNT}\\s*[日号]`,
    `${SPAN}\\s*(?:之?内|以内|左右)`,
    `${SPAN}(?:之?后|以后)\\s*(?:就|会|能|可以)?${DONE}`,
    `马上就?${DONE}|很快就?(?:会|能)?${DONE}|立[刻即]${DONE}|尽[快早]|一定(?:会|给|帮)?(?:您|你)?${DONE}`,
    'within (?:\\d+|one|two|three|a|an|the) ?(?:few |working |business )*(?:minutes?|hours?|days?|weeks?|months?)',
    'in (?:\\d+|one|two|three|a few) (?:working |business )?(?:minutes?|hours?|days?|weeks?)(?! of)',
    'tomorrow|tonight|next (?:week|month)|(?:by|until|before|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:by|until|before) the end of',
    'right away|as soon as possible|straight away|immediately (?:fix|repair|come|send)|\\b(?:any (?:minute|time) now)\\b',
  ].join('|'),
  'giu',
)
const AMOUNTS = new RegExp(
  [
    '(?:¥|￥|\\$|RMB|CNY)\\s*\\d[\\d,.]*',
    '\\d[\\d,.]{0,12}\\s?(?:元|块|角|yuan\\b|RMB\\b|CNY\\b)|[一二两三四五六七八九十百千万]{1,8}\\s?(?:元|块钱|角钱|毛钱?)|[一二两三四五六七八九]?[十百千万][一二三四五六七八九十百千]{0,8}块',
    '打?[\\d一二三四五六七八九]{1,4}(?:\\.\\d)?折',
    '\\d{1,9}(?:\\.\\d{1,9})?\\s?[%％]|百分之[一二三四五六七八九十百]{1,6}',
    '免(?:一|二|两|三|半|\\d+)(?:个月|年|季度?)|(?:\\d{1,2}|a|one|two|three) months? free',
  ].join('|'),
  'giu',
)
const NOBODY = '(?:相关|有关|职能)(?:的)?(?:部门|单位|人员|机构|方面)|(?:联系|咨询|找|问|向|到)主管(?:部门|单位)'
const ADDRESSED = new RegExp(
  [
    `(?:请|可以?|您|去|再)?(?:联系|咨询|找|问|向|到|拨打|转告)?(?:${NOBODY})`,
    '(?:the )?(?:relevant|competent|appropriate) (?:department|authorit(?:y|ies)|personnel|staff|party|parties)',
    'the (?:department|authorit(?:y|ies)) concerned',
  ].join('|'),
  'giu',
)

/** Dates and times ahead that are named as if they were known. */
export const datesAhead = (text: string): string[] => found(DATES, text)
/** Sums of money and discounts. */
export const amounts = (text: string): string[] => found(AMOUNTS, text)
/** “Contact the department concerned”. */
export const addressed = (text: string): string[] => found(ADDRESSED, text)

const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map((match) => match[0])
