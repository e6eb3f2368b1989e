import type { SlotName, Slots } from '../bot/types.ts'

/** What a correction changes: a slot's new value, or (`redo`) a slot that is wrong and has no new value yet. */
export interface Fix {
  slots: Slots
  redo?: SlotName
}

const NAMES: [SlotName, string][] = [
  ['contact', '(?:联系|聯繫)?(?:电话|電話)(?:号码)?|手机号?码?|手機號?碼?|号码|號碼|联系方式|phone(?: number)?|number'],
  ['when', '(?:方便|上门)?(?:的)?(?:时间|時間)|time'],
  ['place', '位置|地点|地點|地方|place|location'],
  ['home', '房号|房號|门牌号?|地址|住址|楼号|栋号|home|address|room(?: number)?'],
  ['what', '事情|内容|內容|问题|問題|what|description|problem'],
]
const DENIES = '(?:不对|不對|不是这样|错了|錯了|no|wrong|sorry|actually)'
const LEAD = `^\\s*(?:对[,，\\s]*)?(?:不过|但是?)?(?:${DENIES}[,，。.!！\\s]*)?(?:我的?|把|the |my |your )?`
const IS_WRONG = '(?:写|记|記|填|报|是)?(?:错|錯|不对|不對|有误|要改|改一下|换一下|变了| is wrong| is not right)了?的?'
const BECOMES = '\\s*(?:应该|應該)?(?:改成|改为|改為|改到|换成|換成|写成|是|为|為|：|:|is|should be|to)\\s*'

/** “电话错了，是138…”, “时间改成周日”, “不是厨房是卫生间”, or only “电话错了”. */
export function fixOf(text: string, before: Slots): Fix | undefined {
  return named(text, before) ?? replaced(text, before)
}

/** What follows “不对，是…”: the right words alone. */
export function afterDenial(text: string): string | undefined {
  const rest = new RegExp(
    `^\\s*${DENIES}[,，。.!！\\s]+(?:应该是|應該是|是|it's |it is |it should be )?(.+)$`,
    'is',
  ).exec(text)
  return rest?.[1]?.trim()
}

function named(text: string, before: Slots): Fix | undefined {
  for (const [slot, name] of NAMES) {
    const given = new RegExp(`${LEAD}(?:change )?(?:${name})(?:${IS_WRONG})?[,，\\s]*${BECOMES}(.+)$`, 'is').exec(text)
    if (given?.[1] && !/^(?:错|錯|不对|不對|wrong|not)/i.test(given[1])) return { slots: { [slot]: given[1].trim() } }
    const wrong = `(?:${name})(?:${IS_WRONG})?|(?:改|改一下|换|change|fix)\\s?(?:the |my )?(?:${name})`
    if (before[slot] && new RegExp(`${LEAD}(?:${wrong})[。.!！\\s]*$`, 'i').test(text)) return { slots: {}, redo: slot }
  }
  return undefined
}

/** “不是A，是B” where A stands in what was kept, so that whatever holds A holds B from now on. */
function replaced(text: string, before: Slots): Fix | undefined {
  const match =
    /不是(?:在)?(.{1,40}?)[,，、\s]{0,3}(?:而)?是(?:在)?(.+)$/s.exec(text) ??
    /\bnot (?:the )?(.{1,40}?),? (?:but|it's)? ?(?:the )?(\S.+)$/is.exec(text)
  const [wrong, right] = [match?.[1]?.trim(), match?.[2]?.replace(/(?<![。.!！\s])[。.!！\s]+$/, '')]
  if (!wrong || !right) return undefined
  const changed = Object.entries(before).filter(([, value]) => value.includes(wrong))
  if (!changed.length) return undefined
  return { slots: Object.fromEntries(changed.map(([slot, value]) => [slot, value.replaceAll(wrong, right)])) }
}
