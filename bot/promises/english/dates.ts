import { daysAhead, monthNamed } from '../calendar.ts'
import { isComingEn, isDoneEn } from '../tense.ts'
import type { Context, Rule } from '../types.ts'
import { MONTH, N, rule, UNIT, WEEKDAY } from './rule.ts'

const isPastDay = (context: Context): boolean => {
  const month = new RegExp(`\\b${MONTH}\\b`).exec(context.phrase)?.[0]
  const day = /\b\d{1,2}(?!\d)/.exec(context.phrase)?.[0]
  const year = /\b20\d\d\b/.exec(`${context.phrase}${context.after.slice(0, 6)}`)?.[0]
  if (!month) return true
  const days = daysAhead(context.today, monthNamed(month), Number(day ?? 28), year ? Number(year) : undefined)
  return days < 0 ? year !== undefined || isDoneEn(context) || !isComingEn(context) : isDoneEn(context)
}

/** Office hours and habits. */
const isRoutine = (context: Context): boolean =>
  isDoneEn(context) ||
  /\b(?:every|each|daily|last|opens?|closes?|closed|office|allowed|not on|sundays?|usually|desk is|hours)\b/.test(
    context.before,
  ) ||
  /^s\b|^ (?:to|through|or) \w+day|^\s?(?:to|–|-)\s?\w|^.{0,12}\d\s?[–-]|^.{0,12}\d:\d\d to/.test(context.after) ||
  /day (?:to|through|and|or) ?$/.test(context.before)

const isTerm = (context: Context): boolean =>
  isDoneEn(context) ||
  /\b(?:warranty|at least|kept|lately|waited|waiting|every|for at|under|valid|law)\b/.test(context.before) ||
  /^ (?:ahead|in advance|ago|old|warranty|notice)/.test(context.after)

/** The guard on duty tonight has been told. */
const isPassedOnEn = (context: Context): boolean =>
  /tonight|later today|first/.test(context.phrase) && isDoneEn(context)

/** Dates and times ahead. */
export const dates: Rule[] = [
  rule('date', ['today\\b'], (context) => isDoneEn(context) || !isComingEn(context)),
  rule(
    'date',
    [
      '(?:around|by|before) noon',
      'overnight',
      'till \\w+day',
      '(?<!(?:opens?|closes?|starts work) )(?:by|before|at) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,!]|$)',
      'an hour or (?:so|two)',
      'within (?:days|hours|minutes)',
      'eta\\b',
      '(?:the )?\\d{1,2}(?:st|nd|rd|th)(?! floor| fl| building| unit| year| time| gate|\\w)',
    ],
    (context) => isDoneEn(context) || /\b(?:every|each|daily|opens?|closes?)\b/.test(context.before),
  ),
  rule(
    'date',
    ['tomorrow(?: morning| afternoon| evening| night)?', 'tonight', 'day after tomorrow', 'later today', 'first thing'],
    isPassedOnEn,
  ),
  rule(
    'date',
    [
      `next (?:week|month|year|${WEEKDAY}|few days|couple of days|spring|summer)`,
      `this (?:afternoon|evening|weekend|week|month|${WEEKDAY})`,
      `(?:within|over) the (?:week|weekend|day|hour|month)`,
      `over the next`,
    ],
    isDoneEn,
  ),
  rule(
    'date',
    [
      `(?:by|before|until|at) (?:the )?(?:end of|weekend|week's end|noon|midnight|lunch|half past|chinese new year|christmas|new year|spring festival|close of)\\w*`,
      `end of (?:the |this |next )?(?:day|week|month|year)`,
    ],
    isDoneEn,
  ),
  rule('date', [`(?:by|before|on)? ?${WEEKDAY}`], isRoutine),
  rule(
    'date',
    [
      `(?:by|in|before|until|around)? ?(?:early|late|mid)[ -]${MONTH}\\b`,
      `(?:says?|promis(?:ed|es)|hopes? for|told us|for) ${MONTH}\\b`,
    ],
    isPastDay,
  ),
  rule(
    'date',
    [
      `(?:mid|end|start|beginning|middle)[- ](?:of )?(?:the |this |next )?month`,
      `in the (?:next|coming) (?:hour|day|week|month|few|couple|\\d)\\w*`,
      `any (?:second|moment)`,
      `another (?:day|hour|week|minute|hour or)\\b`,
      `max(?:imum|\\.)? (?:of )?${N} ${UNIT}`,
      `(?:time|eta|wait|repair|duration)[^.,]{0,12}: ?(?:about )?${N} ${UNIT}`,
      `after (?:lunch|dinner|work|breakfast)`,
      `a matter of (?:minutes|hours|days)`,
      `in a (?:jiffy|bit|tick|flash|second|while|moment|minute)`,
      `give (?:me|us|him|them) (?:just |only |about )?${N} ${UNIT}`,
      `no (?:longer|later|more) than`,
      `shouldn.t (?:take|be) (?:any )?(?:more|longer)`,
      `before (?:the )?(?:holidays?|festival|winter|summer|rains?)\\b`,
      `by (?:this |the )?(?:morning|evening|afternoon|night|then|dark|lunch|dinner|tea)\\w*`,
      `early next`,
    ],
    isTerm,
  ),
  rule(
    'date',
    [
      `(?<![a-z] )${N} ${UNIT},? (?:at most|at the (?:most|latest)|tops|max|or so|or less)`,
      `(?<=^ ?)(?:about |just |only )?${N} ${UNIT}(?=[,.!]?$)`,
    ],
    isTerm,
  ),
  rule(
    'date',
    [
      `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b|${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b|(?:by|in|before|until|early|late|mid) ${MONTH}\\b)`,
    ],
    isPastDay,
  ),
  rule(
    'date',
    [
      `(?:by|before|at|around|until)? ?(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|a\\.m|p\\.m|o'clock)\\b|(?:by|before|at) \\d{1,2}(?::\\d\\d)?(?![\\d-]))`,
    ],
    (context) => isRoutine(context) || isDoneEn(context) || / as of/.test(` ${context.before}`),
  ),
  rule(
    'date',
    [
      `(?:in|within|inside|under|after|another) (?:the next |about |around |roughly |less than |at most |just )?${N} (?:more )?${UNIT}\\b`,
    ],
    isTerm,
  ),
  rule(
    'date',
    [
      `${N} (?:more |other )${UNIT}`,
      `${N} ${UNIT} away`,
      `takes? (?:only |about |around |just |roughly )?${N} ${UNIT}`,
      `(?:at most|no more than|about|just) ${N} ${UNIT}`,
    ],
    isTerm,
  ),
  rule(
    'date',
    [
      'right away',
      'straight away',
      'any (?:day|minute|moment|time) now',
      'in no time',
      'before long',
      'momentarily',
      'shortly',
      '(?:very |real )?soon(?!er)',
      'immediately',
      'on (?:his|her|their|its) way',
      'en route',
      "(?:i'm|we're|he's|she's|they're|is|are) (?:now |just |already )?(?:sending|coming|leaving|heading|driving|bringing)(?! from)",
    ],
    (context) => isDoneEn(context) || /\bas $/.test(context.before) || /^ as/.test(context.after),
  ),
]
