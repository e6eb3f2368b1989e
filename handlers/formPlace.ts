import type { Home, SlotName, Slots, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, homeOf } from './context.ts'

const COMMON =
  /车库|車庫|地库|停车场|停車場|单元门|單元門|楼梯|樓梯|楼道|樓道|走廊|电梯|電梯|大堂|大厅|大廳|门厅|架空层|天台|楼顶|消防通道|小区|小區|[东西南北東]门|[东西南北東]門|正门|岗|道闸|花园|花園|绿化|草坪|健身|游乐|乐园|滑梯|泳池|会所|垃圾|充电|围墙|广场|路灯|corridor|stair|lobby|elevator|\blift|garage|parking|\bgate|garden|pool|playground|gym/i
const IN_BUILDING =
  /楼梯|樓梯|楼道|樓道|走廊|电梯|電梯|单元门|單元門|大堂|门厅|門廳|架空层|corridor|hallway|stair|lobby|elevator|\blift/i
/** Said from the owner's own home, which must be known to find it. */
const RELATIVE = /楼上|樓上|楼下|樓下|隔壁|对门|對門|upstairs|downstairs|next door/i
const NUMBERED = /\d|[一二三四五六七八九十]\s?[栋棟单單楼樓号]|\b[A-Z]座?\b/

/** A place that lacks its building: the corridor, but of which; upstairs, but of whom. */
export function vagueness(place: string | undefined): 'building' | 'home' | undefined {
  if (!place || NUMBERED.test(place)) return undefined
  return RELATIVE.test(place) ? 'home' : IN_BUILDING.test(place) ? 'building' : undefined
}

/** The slots that are asked for: nobody has to be at home for a lamp in the garage. */
export function slotsOf(entry: KnowledgeEntry, slots: Slots): SlotName[] {
  if (!slots.place || !COMMON.test(slots.place)) return entry.slots
  return entry.slots.filter((slot) => slot !== 'home' && slot !== 'when')
}

/** Whether somebody comes to the owner's home. */
export const isVisit = (entry: KnowledgeEntry, slots: Slots): boolean =>
  slotsOf(entry, slots).includes('when') && entry.slots.includes('home')

/** The place that this message names, with the building where the place is one of many alike. */
export function placeIn(kit: HandlerKit, entry: KnowledgeEntry, before: Slots, turn: Turn): string | undefined {
  const { place, home } = turn.entities
  const atHome = entry.slots.includes('home')
  const named = place ?? (atHome ? undefined : RELATIVE.exec(turn.text)?.[0])
  if (atHome && !(named && IN_BUILDING.test(named))) return named
  const word = named ?? wordOf(before.place)
  const where = whereOf(turn, named ?? word, home)
  // “地下二层B区35号” is no home of a building: the owner's own words say more.
  if (!named && !(home?.building ?? home?.unit)) return undefined
  const formatted = where && kit.formatHome(where, turn.locale)
  return [formatted, word].filter(Boolean).join(turn.locale === 'en' ? ', ' : ' ')
}

function whereOf(turn: Turn, word: string | undefined, said: Home | undefined): Home | undefined {
  const known = homeOf(turn)
  if (word && RELATIVE.test(word)) return known
  if (!word || !IN_BUILDING.test(word)) return said && { ...known, ...said }
  const { room: _room, ...building } = known ?? {}
  return Object.keys(building).length ? building : undefined
}

/** Where a thing is that stands in one place only: who says that the toilet is blocked need not be asked where. */
export const fixtureIn = (text: string): string | undefined => FIXTURE.exec(text)?.[0]
const FIXTURE =
  /马桶|馬桶|坐便器?|蹲坑|浴缸|浴室柜|地漏|洗手[盆池台]|洗[脸臉][盆池]|洗菜[盆池]|水槽|\b(?:toilet|bathtub|wash ?basin|sink)\b/i

/** “楼道” of “3栋2单元 楼道”. */
function wordOf(place: string | undefined): string | undefined {
  const last = place?.split(/, | /).at(-1)
  return last && !NUMBERED.test(last) ? last : undefined
}
