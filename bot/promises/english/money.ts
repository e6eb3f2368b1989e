import { isDoneEn } from '../tense.ts'
import type { Context, Rule } from '../types.ts'
import { rule } from './rule.ts'

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

/** Fees waived or cut, and sums of money. */
export const money: Rule[] = [
  rule(
    'waiver',
    [
      'waiv(?:e|ed|ing)',
      '(?:drop|cancel|forget(?: about)?|remove|write off|scrap) (?:the|your|that|this) (?:\\w+ )?(?:fee|charge|bill|fine|penalty|interest)s?',
      'no charge',
      'let you off',
      "(?:it's|is|all|one's|that's) free\\b",
      "(?:we're|we are) not charging",
      '(?:deduct|take) (?:it|that|this) (?:off|from)',
      'at our expense',
      'free of charge',
      'for free',
      'complimentary',
      'on the house',
      "(?:it's|this one is|this one's) on us",
    ],
    isDecided,
  ),
  rule(
    'waiver',
    [
      "(?:don't|do not|won't|needn't|don't need to|no need to) (?:have to |need to )?(?:pay|be charged)",
      "won't (?:charge|cost)",
      'not (?:be )?charg(?:e|ed)',
      'not going to (?:charge|bill)',
      '(?:have|get) (?:the|your|that|this) (?:\\w+ )?(?:fee|fine|penalty|charge|bill|interest) (?:removed|waived|dropped|cancelled|lifted|taken)',
      '(?:months?|weeks?) of free',
      'free (?:month|parking|repair|visit|card|replacement)',
      '(?:get|have|gets) (?:all |half )?(?:of )?your (?:\\w+ )?(?:money|deposit|fee|payment) back',
      'make it up to you',
      '(?:is|are|be|comes?) free\\b(?! of (?!charge)| to | until)',
      '(?:is|are) on us',
      'get [^.,]{1,25} back\\b(?! to)',
      '(?:fee|fine|charge|bill|penalty)s? [^.,]{0,25}(?:is|are|gets?|will be) (?:cancelled|waived|dropped|removed|forgiven)',
      "(?:don't|do not|won't) owe",
      "(?:we'll|we will|i'll) (?:\\w+ )?(?:pay|buy)",
      '(?:return|give back|hand back) (?:the|your) (?:\\w+ )?(?:deposit|money|fee)',
      '(?:takes?|bears?|covers?|carries|meets?) (?:the|all|your) (?:\\w+ )?(?:costs?|bill|damage|loss)',
      '(?:can|may) skip (?:the|this|that|your) .{0,20}(?:fee|charge|bill|payment)',
      "(?:there'll|there will) be no (?:fee|charge|cost|bill)",
      "(?:will|'ll) (?:cover|absorb|foot|bear|pick up|pay|settle) (?:the|your|all|half)",
      '(?:we|company|property) (?:covers?|foots?|bears?) ',
      '(?:you )?owe (?:us )?nothing',
      'without (?:any )?charge',
    ],
    isDecided,
  ),
  rule(
    'waiver',
    [
      'discount',
      '\\d{1,2}% off',
      'half (?:the )?(?:price|fee)(?! ?\\?)',
      '(?:cut|lower|reduce|drop) (?:your|the|that) (?:\\w+ )?(?:fee|bill|charge|rent)s?',
      'by half',
      'halve',
      'knock \\S+ off',
      '(?:take|cut) \\S+ (?:\\S+ )?off',
      'reduce (?:your|the) (?:fee|bill|charge)',
    ],
    (context) => isDecided(context) || isGoneEn(context),
  ),
  rule(
    'waiver',
    [
      'refund(?:ed)?(?= |$|[.,!])',
      'reimburse',
      'compensat(?:e|ed)',
      '(?:pay|get) you(?:r money)? back',
      '(?:get|give) you your money',
      "(?:we|company|property)(?:'ll| will| can)? (?:covers?|bears?|pays? for|picks? up)",
      "(?:we'll|we will|i'll) pay(?: you)?",
      'credit your account',
    ],
    (context) => isDecided(context) || isDoneEn(context),
  ),
  rule(
    'amount',
    ['(?:(?:rmb|cny|¥|￥) ?[\\d,.]{1,9}|[\\d,.]{1,9} ?(?:yuan|rmb|cny|kuai))'],
    (context) => isDoneEn(context) || /posted|price list|contract|invoice|receipt/.test(context.before + context.after),
  ),
]
