import type { Context } from './types.ts'

const DONE =
  /已|过(?![来去几两户])|(?<![说讲应诺定])了|刚|曾|上次|昨|前天|当时|去年|更新|来源|登记的|(?:报|交|说|来|发|收|写|装|复|修|换|停|通|做)的/
const COMING =
  /能|会(?!儿|员|议)|就(?!报|已|来过)|将|给您|帮您|一定|肯定|保证|准(?!备|确)|要(?!求|是)|争取|预计|估计|答应|承诺/
const COMING_EN = /\b(?:will|'ll|going to|gets?|starts?|comes?|arrives?|expect|by|until|should|can)\b|'ll\b/
const DONE_EN =
  /\b(?:was|were|had|has been|have been|came|went|handed|paid|arrived|received|asked|urged|filed|looked|called|did|last|since|yesterday|ago|as of|installed|moved|signed|reported|took)\b/

const around = ({ before, after }: Context): string => `${before} ${after}`

/** What is told here lies behind: 已交, 问过了. A word that looks ahead outweighs it: 今天就能弄完了. */
export const isDone = (context: Context): boolean => DONE.test(around(context)) && !isComing(context)
export const isComing = (context: Context): boolean => COMING.test(around(context))
export const hasDone = (context: Context): boolean => DONE.test(around(context))

export const isDoneEn = (context: Context): boolean => DONE_EN.test(around(context)) && !COMING_EN.test(around(context))
export const isComingEn = (context: Context): boolean => COMING_EN.test(around(context))
