import type { Entities } from '../bot/types.ts'
import { offeredTime } from './formWords.ts'

const PHONE = /(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8}/g
const NUMBER = '(?:\\d{1,3}[A-Za-z]?|[一二三四五六七八九十]{1,3})'
const ROOM = `\\s?(?:\\d{3,4}\\s?(?:室|房|号|號)?|${NUMBER}\\s?(?:楼|樓|层|層)(?![道梯上下]))`
const UNIT = `\\s?${NUMBER}\\s?(?:单元|單元)`
const BUILDING = `${NUMBER}\\s?(?:栋|幢|棟|座|号楼|號樓)`
const HOME = new RegExp(
  `(?:我?家)?住?在?(?:${BUILDING}(?:${UNIT})?(?:${ROOM})?|${UNIT}(?:${ROOM})?|${ROOM})|\\d{1,2}[-－]\\d{1,2}[-－]\\d{3,4}|\\b(?:building|block|tower|unit|room|flat|apt)\\s?\\w{1,5}\\b`,
  'gi',
)
/** Words that say nothing of the matter itself. */
const FILLERS = new RegExp(
  [
    '[你您]好|在吗|我是|我们?|业主|業主|家里|家裡|电话|電話|手机|号码|房号|联系|聯繫|在家|有人|方便|可以|都行|麻烦|麻煩|谢谢|謝謝|请问?|請問?|帮忙?|幫忙?',
    '师傅|師傅|过来|過來|上门|派人|找人|修一?[下修]|看一?[下看]|[报報][个個]?修|维修|維修|登记|登記|一下|东西|東西|反映|举报|个?情况|有[个事]',
    '[都是在住想要的了吧哦啊呢和来报報给給个個这這里儿家]',
    "\\b(?:hello|hi|please|thanks?|thank you|my|phone|number|is|at|home|i|i'm|am|i'd|in|on|a|an|the|want|to|report|repairs?|file|need|would|like|something|and|we|live|can|you|me|it|call|us|are)\\b",
    '[^\\p{L}\\p{N}]',
  ].join('|'),
  'giu',
)
/** Characters of what is left, from which on it tells something: “坏了” alone does not. */
const TELLS = 2

/**
 * The matter in the owner's words, without greeting, phone, home and time, which stand in lines of their own.
 * Undefined when nothing is left that tells what is wrong (“我要报修”).
 */
export function describe(text: string, entities: Entities, keepHome: boolean): string | undefined {
  const english = !/\p{Script=Han}/u.test(text)
  const clauses = text
    .split(/[，,。；;！!？?\n]+|\.\s+|\.$/)
    .map((clause) => strip(clause, entities, keepHome))
    .filter((clause) => clause.replace(FILLERS, '').length >= TELLS)
  return clauses.length ? clauses.join(english ? ', ' : '，') : undefined
}

/** Whether more is said than a place, a home, a phone or a time. */
export function tellsMore(text: string, entities: Entities): boolean {
  return describe(entities.place ? text.replace(entities.place, '') : text, entities, false) !== undefined
}

function strip(clause: string, entities: Entities, keepHome: boolean): string {
  const withoutPhone = entities.phone ? clause.replace(PHONE, '') : clause
  const withoutWhen = withoutPhone.replace(entities.when ?? offeredTime(clause) ?? '', '')
  const left = entities.home && !keepHome ? withoutWhen.replace(HOME, '') : withoutWhen
  return left.replace(
    /^[\s的、:：]*(?:[你您]好|请问|還有|还有|另外|对了|顺便|(?:hello|hi)(?: there)?\b|also\b)?[\s、:：]*|(?<![\s、:：])[\s、:：]+$/gi,
    '',
  )
}

/** At most `most` characters, cut between characters and marked as cut. */
export function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}
