import { isDoneEn } from '../tense.ts'
import type { Rule } from '../types.ts'
import { rule } from './rule.ts'

/** Words that vouch for what nobody holds in hand. */
export const guarantees: Rule[] = [
  rule(
    'guarantee',
    [
      '(?<!broken |was |were |been )promise(?! was| were)',
      '(?<!quality |the |no |of )guaranteed?',
      'assure you',
      '(?:you have|give you) my word',
      'leave (?:it|that|this) (?:to|with) me',
      'consider it (?:done|fixed|solved|sorted|settled|dealt)',
      '(?:count|bank|rely) on (?:it|me|us|that)',
      'mark my words',
      'rest assured',
      'trust me',
      'i swear',
      'make sure (?:it|they|he|she|that|this)',
      'see to it that',
    ],
    (context) => isDoneEn(context) && !/\bi\b/.test(context.before),
  ),
  rule('guarantee', [
    "(?:will|'ll|is|are|be|can) (?:definitely|certainly|surely|absolutely|for sure)",
    'definitely',
    'for sure',
    '100%',
    'absolutely will',
    'you can be (?:sure|certain)',
    'on my word',
    'stake my',
    'for certain',
    'you have our',
    "(?:i'm|i am|we're|we are) (?:very |quite )?(?:sure|certain|positive|confident) (?:it|that|they|he|we)",
    "(?:won't|never) let (?:it|this|that)",
    'without fail',
    'come what may',
    'no more leaks',
    'bet on it',
    'without (?:a )?doubt',
    'no doubt',
    "(?:won't|never|not) (?:happen|leak|break|fail) again",
  ]),
]
