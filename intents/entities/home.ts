import type { Home } from '../../bot/types.ts'
import { arabic, NUMBER } from './numerals.ts'

/** A home where it stands in the text. */
export interface HomeSpan {
  home: Home
  start: number
  end: number
}

const GAP = '[\\s,，、的在]{0,2}'
const BUILDING = `(?<building>${NUMBER}|[A-Za-z]\\d{0,2})\\s?(?:号楼|#楼|栋|幢|座(?![的式椅]|车)|#(?=\\s?[\\d一二三四五六七八九])|号院?(?=\\s?[\\d一二三四五六七八九]{1,4}\\s?(?:室|单元|房))|楼(?=\\s?[\\d一二三四五六七八九]{1,2}\\s?单元))`
const UNIT = `(?<unit>${NUMBER}|[A-Za-z])\\s?(?:单元|门(?=\\s?\\d{3,4}))`
const FLOOR = `(?<floor>${NUMBER})\\s?[楼层](?!道|梯|楼|高)`
const ROOM_DIGITS = '\\d{3,4}[A-Za-z]?|[一二三四五六七八九十零〇幺]{3,5}'
const ROOM = `(?<room>${ROOM_DIGITS})(?![\\d.年元块度点:])\\s?(?:室|号房|房|户|号(?!楼))?`
const SHORT_ROOM = `(?<room>\\d{1,4}[A-Za-z]?|[一二三四五六七八九十零〇幺]{1,5})\\s?(?:室|号房|房间|房(?![子东屋产租价]))`

/** The parts stand in order; each pattern begins with another of them. */
const CHINESE = [
  `${BUILDING}(?:${GAP}${UNIT})?(?:${GAP}${FLOOR})?(?:${GAP}(?:${ROOM}))?`,
  `${UNIT}(?:${GAP}${FLOOR})?(?:${GAP}(?:${ROOM}))?`,
  `${FLOOR}(?:${GAP}(?:${ROOM}))?`,
  SHORT_ROOM,
].map((pattern) => new RegExp(`(?<![\\dA-Za-z.:])${pattern}`, 'gu'))

const DASH = '\\s?[-—–_/]\\s?'
const NOT_A_HOME = '(?![\\d.:%-]|\\s?(?:元|块|度|点|月|年|号线|平|万))'
const DASHED = [
  new RegExp(
    `(?<![\\d.:\\-A-Za-z])(?<building>\\d{1,3}[A-Za-z]?|[A-Za-z]\\d?)${DASH}(?<unit>\\d{1,2})${DASH}(?<room>\\d{3,4}[A-Za-z]?)${NOT_A_HOME}`,
    'gu',
  ),
  new RegExp(
    `(?<![\\d.:\\-A-Za-z])(?<building>\\d{1,2}[A-Za-z]?|[A-Za-z]\\d?)${DASH}(?<room>\\d{3,4}[A-Za-z]?)${NOT_A_HOME}`,
    'gu',
  ),
]

const EN_NUMBER = '(?:no\\.?\\s?|number\\s|#)?'
const ENGLISH: [keyof Home, RegExp][] = [
  [
    'building',
    new RegExp(`\\b(?:building|bldg|block|blk|tower)\\.?\\s?${EN_NUMBER}(\\d{1,3}[a-z]?|[a-z]\\d?)\\b`, 'gi'),
  ],
  ['unit', new RegExp(`\\b(?:unit|entrance|stair)\\s${EN_NUMBER}(\\d{1,2}|[a-z])\\b(?!')`, 'gi')],
  ['floor', /\b(?:floor|level)\s(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)\s(?:floor|level)\b/gi],
  ['room', new RegExp(`\\b(?:room|rm|flat|apt|apartment|suite|unit)\\.?\\s?${EN_NUMBER}(\\d{3,4}[a-z]?)\\b`, 'gi')],
]

const COUNTED = /[这那有共几整全每哪爬]$/
const DENIED = /(?:不是|不在|并非|not|isn't)\s?(?:in\s)?$/i
const CORRECTED = /不对|错了|更正|应该是|说错|sorry|actually|I mean/i

/** All homes of the text, which is folded in place. */
export function homeSpans(text: string): HomeSpan[] {
  const taken: HomeSpan[] = []
  for (const pattern of [...DASHED, ...CHINESE]) {
    for (const match of text.matchAll(pattern)) {
      const span = { home: partsOf(match.groups ?? {}), start: match.index, end: match.index + match[0].length }
      const overlaps = taken.some((other) => span.start < other.end && other.start < span.end)
      if (!overlaps && !isCount(text, match)) taken.push(span)
    }
  }
  const english = englishHome(text)
  if (english) taken.push(english)
  return taken.sort((a, b) => a.start - b.start)
}

/** The home that the owner means: not the denied one, and of several the last after a correction. */
export function findHome(text: string): Home | undefined {
  const meant = homeSpans(text).filter(({ start }) => !isDenied(text, start))
  if (CORRECTED.test(text)) return meant.at(-1)?.home
  return (meant.find(({ home }) => home.building) ?? meant[0])?.home
}

function isDenied(text: string, start: number): boolean {
  return DENIED.test(text.slice(Math.max(0, start - 8), start))
}

function partsOf(groups: Record<string, string | undefined>): Home {
  const home: Home = {}
  for (const part of ['building', 'unit', 'floor', 'room'] as const) {
    const written = groups[part]
    if (written) home[part] = arabic(written)
  }
  return home
}

/** “三栋楼都停电” counts buildings and names none; so does “爬18楼”, “一层灰”. */
function isCount(text: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0
  const after = text.slice(start + match[0].length)
  if (COUNTED.test(text.slice(0, start))) return true
  if (/^[一二两三四五六七八九十]+[栋幢]$/.test(match[0]) && /^楼(?![道下上顶梯里门层栋])/.test(after)) return true
  return /^[一两几]层$/.test(match[0]) && /^[灰皮土油水膜]/.test(after)
}

function englishHome(text: string): HomeSpan | undefined {
  const home: Home = {}
  let start = text.length
  let end = 0
  for (const [part, pattern] of ENGLISH) {
    const matches = [...text.matchAll(pattern)].filter(({ index }) => !isDenied(text, index))
    const match = CORRECTED.test(text) ? matches.at(-1) : matches[0]
    const written = match?.[1] ?? match?.[2]
    if (!match || !written || (part === 'building' && /^(?:is|in|on|it|a|i)$/i.test(written))) continue
    home[part] = arabic(written)
    start = Math.min(start, match.index)
    end = Math.max(end, match.index + match[0].length)
  }
  return end > 0 ? { home, start, end } : undefined
}
