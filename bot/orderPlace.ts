import type { FileOrder } from './ports/workOrders.ts'
import type { FindEntities, Home, OpenWorkOrder, OrderPlace } from './types.ts'

/** Who files it. */
export interface Filer {
  conversationId: string
  /** The home that a code from staff bound the conversation to; a home that is only said may be anybody's. */
  home?: Home
}

/** There is one of these in a compound, or so few that the same words mean the same one; a kitchen is anybody's. */
const OF_COMPOUND =
  /[东西南北東正大]门|[东西南北東正大]門|岗|车库|車庫|地库|地庫|停车场|停車場|小区|小區|花园|花園|广场|廣場|泳池|会所|會所|[游遊]乐|游樂|健身|围墙|圍牆|垃圾|充电|充電|道闸|道閘|gate|garage|parking|garden|pool|playground|gym/i

/** What is filed, with where it is, so that the same fault is not filed twice. */
export function filing(order: OpenWorkOrder, filer: Filer, findEntities: FindEntities): Omit<FileOrder, 'number'> {
  const { visit, ...rest } = order
  const place = placeOf(order, visit, filer, findEntities)
  return { ...rest, ...(place ? { place } : {}) }
}

/**
 * The same key for the same place, in whatever words and language it was said. Undefined where it isn't known well
 * enough: a corridor without its building, a home without its room.
 */
function placeOf(
  { slots }: OpenWorkOrder,
  visit: boolean,
  filer: Filer,
  findEntities: FindEntities,
): OrderPlace | undefined {
  if (visit) {
    const home = slots.home ? findEntities(slots.home).home : undefined
    return home?.building && home.room ? { kind: 'home', key: homeKey(home, filer) } : undefined
  }
  if (!slots.place) return undefined
  const { home, place } = findEntities(slots.place)
  const word = bare(place ?? (home ? '' : slots.place))
  return home?.building || OF_COMPOUND.test(word)
    ? { kind: 'common', key: `${home ? homeKey(home, filer) : ''}:${word}` }
    : undefined
}

/**
 * A room that the owner has only said is a key of this conversation alone: nobody learns what somebody else reported
 * by naming their door.
 */
function homeKey(home: Home, { conversationId, home: own }: Filer): string {
  const key = keyOf(home)
  return !home.room || (own && keyOf(own) === key) ? key : `${conversationId}/${key}`
}

/** The floor is left out where the room says it. */
const keyOf = ({ building = '', unit = '', floor, room = '' }: Home): string =>
  [building, unit, room ? '' : (floor ?? ''), room].join('-').toUpperCase()

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40)
