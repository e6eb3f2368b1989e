import type { Context } from './types.ts'

/** UTF-16 offsets into the text. */
export interface Span {
  start: number
  end: number
}

const QUOTES = /“[^”\n]{0,200}”|「[^」\n]{0,200}」|『[^』\n]{0,200}』|《[^》\n]{0,80}》|"[^"\n]{0,200}"/g
/** Somebody else's promise passed on in quotation marks is passed on as a promise all the same. */
const PASSED_ON =
  /(?:公司|那边|他们|师傅|工程部?|维修班|维保|经理|领导|开发商|对方|我|company|manager|plumber|team|they|he|she|i)[^，。“"」]{0,12}(?:说|答复|回复|承诺|答应|通知|讲|告诉我|said|says|say|told|promised?|wrote)[^，。“"]{0,6}[：:]?\s?$/
/** …, but that isn't on record; …，这话没有依据. */
const DISOWNED =
  /^[，,]?\s?(?:但|可|but)?.{0,12}(?:没有|不是|没说|未|不算|不属实|查不到|isn't|is not|wasn't|no record|nobody|not )/
const DENIED = /骗|编|不能|不敢|没法|不会|要是|如果|won't|can't|lying|not |never/

/** Stretches that only repeat what somebody said or wrote. */
export function quotedSpans(text: string): Span[] {
  return [...text.matchAll(QUOTES)].flatMap((quote) => {
    const before = text.slice(Math.max(0, quote.index - 30), quote.index)
    const after = text.slice(quote.index + quote[0].length, quote.index + quote[0].length + 40)
    if (PASSED_ON.test(before) && !DENIED.test(before.slice(-16)) && !DISOWNED.test(after)) return []
    return [{ start: quote.index, end: quote.index + quote[0].length }]
  })
}

const OWNERS =
  /(?<![给帮替跟为把])(?:您|你)(?:之前|刚才|上次|上回|前面|这边|家里?)?(?:也|是)?(?:说|问|提|让我|叫我|催|逼|要求?的?|写|希望|想|觉得|盼|讲|听说|指|选|记|留|填|登记|担心|发|约|定的|的意思|的想法)|(?:业主|群里|网上|有人|邻居|别人|外面)[^，。]{0,4}(?:传|说|讲)|(?:传言|谣言|谣传|听说|据传|网传|流传|小道消息)|(?:方便时间|方便的时间|期望时间|事情)[:：]/
const OWNERS_EN =
  /\b(?:you (?:said|say|asked|wrote|want|wanted|wish|hoped?|told|heard|mention(?:ed)?|chose)|neighbours? say|people say|suits|what)\b/
const GIVEN = /就能|就会|就到|就给|给您|帮您|一定|肯定|保证|没问题|we'll|i'll/

/** The owner's own words, given back: 您说15号通, 方便时间：周六上午. */
export const isOwners = ({ before, after }: Context): boolean =>
  (OWNERS.test(before) || OWNERS_EN.test(before)) && !GIVEN.test(after) && !GIVEN.test(before.slice(-8))
