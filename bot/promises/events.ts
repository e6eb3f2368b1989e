import { isDone } from './tense.ts'
import type { Context, Rule } from './types.ts'

/** What is done to a matter; telling somebody of it is not. */
export const ACTION =
  '(?:过去|过来|奔(?:您|过)|往您|上门|上您|去您|到您|来(?:[人水电气暖]|您)|修|换|装|弄|搞|办|通(?!知)|恢复|解决|处理|安排|派|送|退|赔|动工|开工|施工|进场|启动|启用|投用|开通|点火|升温|供[暖热气水电]|竣工|完工|完成|到位|到账|发放|落实|刷|铺|补(?!偿|贴|充|办)|清|疏通|接上|抢修|有人(?!说|问|报|投诉|反映))'

/** Part of a day that is said without a date: of today, or of the day that is spoken of. */
const PART = '(?:一早|早上|早晨|清早|上午|中午|下午|傍晚|黄昏|天黑|天亮|入夜|晚上|夜里|半夜|凌晨|[早中晚午]?饭后?|会后)'

const date = (pattern: string, unless?: Rule['unless']): Rule => ({
  kind: 'date',
  pattern: new RegExp(pattern, 'g'),
  ...(unless ? { unless } : {}),
})

/** 每天早上, 昨天下午, 早上八点停的水, 晚上以后不能施工. */
const isHabitOrPast = (context: Context): boolean => {
  const { before, phrase, after } = context
  return (
    /(?:每[天日周月]?|平时|一般|通常|昨[天日晚]?|前[天日晚]|当[天日晚]|上次|那天|周末|节假日)[^，]{0,4}$/.test(
      before,
    ) ||
    /不能|不许|不得|禁止|不准|请(?!放心)|别|保持|停的|来的|到的|走的|修的|换的/.test(phrase + after) ||
    /^的(?!时候)/.test(after) ||
    /家里有人$/.test(phrase) ||
    isDone(context)
  )
}

/** After something that is still to come: 忙完这家就过去, 材料一到立刻开工. */
const afterwards: Rule[] = [
  date(
    `(?:等[^，。]{1,12}?(?:了|完|好|到|齐|来)|[^，。]{1,6}一(?:到|来|好|通|批|完)[^，。]{0,3}|(?:忙|干|跑|吃|开)(?:完|了)[^，。]{0,8}?|过(?:了|完)[^，。]{1,6}?|节后[^，。]{0,5}?|(?:到货|货到|批)(?:了|之?后)?[^，。]{0,6}?)(?:就|立刻|立马|马上|当[天日场]|接着|即|便|开始)[^，。]{0,5}?${ACTION}`,
    (context) => isDone(context) && !/就|立刻|立马|马上/.test(context.phrase),
  ),
  date(`到(?:货|了)(?:了|之?后)?(?:我们?|师傅)?就${ACTION}`),
]

/** Parts of days and of periods in which something will happen: 傍晚我们的人准过去, 晚饭前通水. */
const parts: Rule[] = [
  date(`(?<![昨前当那每今明后])${PART}(?:之?前|以前)(?!夕)`, isHabitOrPast),
  date(`(?<![昨前当那每天日])${PART}(?!的)[^，。一二三四五六七八九十两\\d]{0,8}?${ACTION}`, isHabitOrPast),
  date('(?:(?:本|这个?|当|下个?)月)(?:[一二三四五六七八九十]{1,3}|\\d{1,2})\\s?[日号]', isDone),
  date(
    '(?<!每)(?:雨季|汛期|旱季|旺季|梅雨|供暖季|采暖季|天冷|天热|上冻|下雪|过冬)(?:之?前|以前)|(?<!每)(?:周中|月初|月中|旬末|节前|节后|年初|(?<![\\d一二三四五六七八九十])[月年旬]内)(?!的)',
    isHabitOrPast,
  ),
]

/** Days and hours that are named by what happens first, or by the part of the day. */
export const events: Rule[] = [...afterwards, ...parts]
