import { sql } from 'kysely'
import type { OwnersPlace } from '../bot/ports.ts'
import { containing, like } from './like.ts'
import type { Db } from './schema.ts'

/** Leaves number and dates, as what the company answered; what somebody wanted goes. */
export const emptyHotline = (db: Db) =>
  db.updateTable('hotline_orders').set((eb) => ({
    home: null,
    wanted: '',
    answer: eb.case().when('answer', 'is', null).then(null).else('').end(),
  }))

/** What one shift told the next, where one of the words stands in it; the list beside it names nobody. */
export async function emptyNotesWith(db: Db, community: string, words: readonly string[]): Promise<void> {
  const joined = sql`replace(upper(note), ' ', '')`
  for (const word of words)
    await db
      .updateTable('handovers')
      .set({ note: '' })
      .where('community', '=', community)
      .where(like(joined, containing(word.toUpperCase())))
      .execute()
}

const written = ({ building, unit, room }: OwnersPlace): string =>
  [building, unit, room].filter(Boolean).join('-').toUpperCase()

const hotlineAt = (db: Db, place: OwnersPlace) =>
  db
    .selectFrom('hotline_orders')
    .selectAll()
    .where('community', '=', place.community)
    .where('home', '=', written(place))
    .orderBy('id')

const importedAt = (db: Db, { community, building, unit, room }: OwnersPlace) =>
  db
    .selectFrom('imported_orders')
    .selectAll()
    .where('community', '=', community)
    .where('building', '=', building)
    .where('unit', '=', unit)
    .where('room', '=', room)
    .orderBy('id')

/** Orders that name the home, by table; a home may be named that no account was ever brought in for. */
export async function ordersAt(db: Db, place: OwnersPlace) {
  return {
    imported_orders: await importedAt(db, place).execute(),
    hotline_orders: await hotlineAt(db, place).execute(),
  }
}

export async function erasePlace(db: Db, place: OwnersPlace): Promise<void> {
  const { imported_orders, hotline_orders } = await ordersAt(db, place)
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  if (imported_orders.length > 0)
    await db.deleteFrom('imported_orders').where('id', 'in', ids(imported_orders)).execute()
  if (hotline_orders.length > 0) await emptyHotline(db).where('id', 'in', ids(hotline_orders)).execute()
  await emptyNotesWith(db, place.community, [written(place)])
}
