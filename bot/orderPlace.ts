import type { FileOrder } from './portsWorkOrders.ts'
import type { FindEntities, Home, OpenWorkOrder, OrderPlace } from './types.ts'

/** What is filed, with where it is, so that the same fault is not filed twice. */
export function filing(order: OpenWorkOrder, findEntities: FindEntities): Omit<FileOrder, 'number'> {
  const { visit, ...rest } = order
  const place = placeOf(order, visit, findEntities)
  return { ...rest, ...(place ? { place } : {}) }
}

/**
 * The same key for the same place, in whatever words and language it was said. Undefined where it isn't known well
 * enough: a corridor without its building, a home without its room.
 */
function placeOf({ slots }: OpenWorkOrder, visit: boolean, findEntities: FindEntities): OrderPlace | undefined {
  if (visit) {
    const home = slots.home ? findEntities(slots.home).home : undefined
    return home?.building && home.room ? { kind: 'home', key: keyOf(home) } : undefined
  }
  if (!slots.place) return undefined
  const { home, place } = findEntities(slots.place)
  const word = bare(place ?? (home ? '' : slots.place))
  return home?.building || word.length > 1 ? { kind: 'common', key: `${home ? keyOf(home) : ''}:${word}` } : undefined
}

/** The floor is left out where the room says it. */
const keyOf = ({ building = '', unit = '', floor, room = '' }: Home): string =>
  [building, unit, room ? '' : (floor ?? ''), room].join('-').toUpperCase()

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40)
