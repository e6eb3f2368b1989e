import type { Context } from './types.ts'

const DONE =
  /已|过(?![来去几两户])|(?<![说讲应诺定])了|刚|曾|上次|昨|前天|当时|去年|更新|来源|登记的|(?:报|交|说|来|发|收|写|装|复|修|换|停|通|做|回|签|打|寄|写|看)的/
const COMING =
  /能|会(?!儿|员|议)|就(?!报|已|来过)|将|给您|帮您|一定|肯定|保证|准(?!备|确)|要(?!求|是)|争取|预计|估计|答应|承诺/
const COMING_EN = /\b(?:will|'ll|going to|gets?|starts?|comes?|arrives?|expect|by|until|should|can)\b|'ll\b/
const DONE_EN =
  /\b(?:was|were|had|has been|have been|came|went|handed|paid|arrived|received|asked|urged|filed|looked|called|did|last|since|yesterday|ago|as of|installed|moved|signed|reported|took|left|sent|failed|began|found|got|saw)\b/

/** 国庆前就停用了: what had come to pass by then. */
const BY_THEN = /就(?:停|报|坏|交|取消|结束|没|漏|提|催|过期|通知|关|撤|拆|卖|搬|换|装|修)[^，。能会]{0,4}了(?![吗么])/
/** 说好了 speaks of what is agreed for later. */
const AGREED = /(?:说|讲|约|谈|定|商量|答应|承诺|联系|安排)好?了/g

const around = ({ before, after }: Context): string => `${before} ${after}`

/** What is told here lies behind: 已交, 问过了. A word that looks ahead outweighs it: 今天就能弄完了. */
export const isDone = (context: Context): boolean => {
  const words = around(context).replace(AGREED, '')
  return DONE.test(words) && (BY_THEN.test(words) || !COMING.test(words))
}
export const isComing = (context: Context): boolean => COMING.test(around(context))
export const hasDone = (context: Context): boolean => DONE.test(around(context))

/** Verbs in the past, but for those that speak of what is to come. */
const PAST_EN =
  /(?<!\b(?:be|being|is|are|gets?|getting|i'm|it's|they're|he's) )\b(?!promised|agreed|confirmed|assured|guaranteed|expected|scheduled|planned|booked|arranged|supposed|needed|based)[a-z]{2,12}ed\b(?! (?:to|for)\b)/

export const isDoneEn = (context: Context): boolean => {
  const words = around(context)
  const past = DONE_EN.test(words) || (PAST_EN.test(words) && !/^ ?(?:by|before|until) /.test(context.phrase))
  return past && !COMING_EN.test(words)
}
export const isComingEn = (context: Context): boolean => COMING_EN.test(around(context))
