import type { PromiseKind, Rule } from '../types.ts'

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
export const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)'
export const N =
  '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half an?|a few|a couple of|several|a day or two)'
export const UNIT =
  '(?:min(?:ute)?s?|hours?|hrs?|(?:working |business )?days?|weeks?|months?|moments?|quarter of an hour)'

/** A rule for any of these wordings, each a pattern that begins at a word. */
export const rule = (kind: PromiseKind, wordings: readonly string[], unless?: Rule['unless']): Rule => ({
  kind,
  pattern: new RegExp(wordings.map((wording) => `\\b(?:${wording})`).join('|'), 'g'),
  ...(unless ? { unless } : {}),
})
