import type { Bill, Home, HomeAccount } from '../bot/types.ts'
import type { Db, Row } from './schema.ts'

export interface WholeHome {
  home: Row<'homes'>
  /** In the order of the file that they came from. */
  phones: string[]
  bills: Row<'bills'>[]
}

/** So many that every dialect takes the list of ids as parameters. */
const AT_ONCE = 500

/** These homes with all that hangs on them, in the same order. */
export async function wholeHomes(db: Db, homes: Row<'homes'>[]): Promise<WholeHome[]> {
  const phones: Row<'home_phones'>[] = []
  const bills: Row<'bills'>[] = []
  for (let from = 0; from < homes.length; from += AT_ONCE) {
    const ids = homes.slice(from, from + AT_ONCE).map(({ id }) => id)
    phones.push(
      ...(await db.selectFrom('home_phones').selectAll().where('home_id', 'in', ids).orderBy('position').execute()),
    )
    bills.push(...(await db.selectFrom('bills').selectAll().where('home_id', 'in', ids).execute()))
  }
  const phonesOf = byHome(phones)
  const billsOf = byHome(bills)
  return homes.map((home) => ({
    home,
    phones: (phonesOf.get(home.id) ?? []).map(({ phone }) => phone),
    bills: billsOf.get(home.id) ?? [],
  }))
}

function byHome<T extends { home_id: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.home_id, [...(groups.get(row.home_id) ?? []), row])
  return groups
}

export const placeOf = ({ building, unit, room }: Row<'homes'>): Home => ({
  building,
  ...(unit ? { unit } : {}),
  room,
})

export function toAccount({ home, phones, bills }: WholeHome): HomeAccount {
  return {
    id: home.id,
    community: home.community,
    home: placeOf(home),
    ...(home.owner === null ? {} : { owner: home.owner }),
    phones,
    ...(home.handed_over_on === null ? {} : { handedOverOn: home.handed_over_on }),
    bills: bills.map(toBill).sort(newestFirst),
  }
}

const newestFirst = (a: Bill, b: Bill): number =>
  a.period === b.period ? (a.item < b.item ? -1 : 1) : a.period > b.period ? -1 : 1

const toBill = (row: Row<'bills'>): Bill => ({
  item: row.item,
  period: row.period,
  amountFen: row.amount_fen,
  paidFen: row.paid_fen,
  ...(row.due_on === null ? {} : { dueOn: row.due_on }),
  source: row.source,
  asOf: row.as_of,
})
