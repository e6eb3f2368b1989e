import { recent } from '../../bot/recent.ts'
import { mentions, without } from './concept.ts'
import { isFiction, plainSpeech } from './figure.ts'
import { fold } from './fold.ts'
import { BUSINESS } from './words/telling/business.ts'
import { DRILL } from './words/telling/drill.ts'
import { IMAGINED } from './words/telling/imagined.ts'
import { OVER } from './words/telling/over.ts'
import { PAST } from './words/telling/past.ts'
import {
  AGAIN,
  ASKED,
  BACKGROUND,
  DAMAGE,
  DEMANDED,
  DENIED,
  DOUSED,
  HABIT,
  ONCE,
  STILL,
  UNWELL,
  URGENT,
  YESTERDAY,
} from './words/telling/short.ts'

/** How a message speaks of what it speaks of. */
export interface Telling {
  /** Folded. */
  text: string
  /** A case that is only imagined: 如果着火. */
  imagined: boolean
  /** A drill, a lecture, the news, a leaflet. */
  drill: boolean
  /** It is over, or was an error: 已经扑灭, 误报. */
  over: boolean
  /** The flames are out: 已经扑灭. */
  doused: boolean
  /** Its sign is said to be absent, or nobody to be in danger: 没异味, 里面没人. */
  denied: boolean
  /** It was some other time: 上次, 去年. */
  past: boolean
  /** It happens now and again: 经常, 每次. */
  habit: boolean
  /** It was yesterday, which may go on. */
  yesterday: boolean
  /** It is said to go on: 现在, 还在, 一直. */
  still: boolean
  /** About money, blame or rules: 谁赔, 应该打什么电话. */
  business: boolean
  /** Calls for help now. */
  urgent: boolean
}

/** Read by the rules, by the tone and for the model's plain words. */
const KEPT = 100

/** Reads the frame of a message; rules decide what weakens them. */
export const readTelling = recent(KEPT, (message: string): Telling => {
  const text = plainSpeech(fold(message))
  const told = without(text, BACKGROUND)
  const past = mentions(told, PAST)
  const still = mentions(text, STILL)
  const urgent = mentions(text, URGENT)
  return {
    text,
    imagined: mentions(text, IMAGINED) && !mentions(text, DEMANDED),
    drill: mentions(text, DRILL) || (!urgent && isFiction(text)),
    over: mentions(text, OVER),
    doused: mentions(text, DOUSED),
    denied: mentions(text, DENIED) && !mentions(text, UNWELL),
    past: (past && !still) || (!urgent && mentions(text, ONCE) && !mentions(text, AGAIN)),
    habit: mentions(text, HABIT) && !still,
    yesterday: mentions(told, YESTERDAY) && !still,
    still,
    business: mentions(text, BUSINESS) || mentions(text, ASKED) || (!still && mentions(text, DAMAGE)),
    urgent,
  }
})

/** Whether the message is talk about such things and not a call: imagined, a drill, over, long ago, or about money. */
export function isTalk(telling: Telling): boolean {
  if (telling.imagined || telling.drill || telling.over || telling.past || telling.habit) return true
  return telling.business && !telling.urgent
}

/** A named test of a telling; the name is kept with the match. */
export type Rule = readonly [name: string, holds: (text: string) => boolean]

/** Name of the first rule that holds. */
export function firstThatHolds(text: string, rules: readonly Rule[]): string | undefined {
  return rules.find(([, holds]) => holds(text))?.[0]
}
