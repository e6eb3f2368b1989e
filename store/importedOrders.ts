import type { ImportedOrderStore } from '../bot/ports/importedOrders.ts'
import type { Counts, ImportedOrder, ImportedOrderFields, WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { homeOfConversation } from './homes.ts'
import { some } from './rows.ts'
import type { Db, Row } from './schema.ts'

type File = Parameters<ImportedOrderStore['import']>[2]
type OrderRow = Row<'imported_orders'>

/** Rows in one statement: under every dialect's limit of parameters. */
const AT_ONCE = 50
/** Orders of one home that are read at most. */
const MOST = 50

async function importOrders(
  access: Access,
  db: Db,
  community: string,
  orders: ImportedOrderFields[],
  file: File,
): Promise<{ orders: Counts }> {
  const there = await db.selectFrom('imported_orders').selectAll().where('community', '=', community).execute()
  const before = new Map(there.map((row) => [row.number, row]))
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 }
  const rows: OrderRow[] = []
  for (const order of orders) {
    const old = before.get(order.number)
    const row = rowOf(order, community, file, old?.id ?? access.newId())
    const equal = old !== undefined && saysSame(old, row)
    counts[old ? (equal ? 'unchanged' : 'changed') : 'added']++
    // Another file that says the same is newer news of it.
    if (!equal || old.file_hash !== row.file_hash) rows.push(row)
  }
  if (!file.dryRun)
    for (let from = 0; from < rows.length; from += AT_ONCE) await put(db, rows.slice(from, from + AT_ONCE))
  return { orders: counts }
}

const TELLS = [
  'building',
  'unit',
  'room',
  'place',
  'category',
  'what',
  'state',
  'state_words',
  'opened_on',
  'done',
  'worker',
] as const

const saysSame = (a: OrderRow, b: OrderRow): boolean => TELLS.every((column) => a[column] === b[column])

function rowOf(order: ImportedOrderFields, community: string, file: File, id: string): OrderRow {
  const { home = {} } = order
  return {
    id,
    community,
    number: order.number,
    building: home.building ?? '',
    unit: home.unit ?? '',
    room: home.room ?? '',
    place: order.place ?? null,
    category: order.category ?? null,
    what: order.what ?? null,
    state: order.state,
    state_words: order.stateWords,
    opened_on: order.openedOn,
    done: order.done ?? null,
    worker: order.worker ?? null,
    source: file.name,
    file_hash: file.hash,
    as_of: file.asOf,
  }
}

async function put(db: Db, rows: OrderRow[]): Promise<void> {
  const columns = [...TELLS, 'source', 'file_hash', 'as_of'] as const
  await db
    .insertInto('imported_orders')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['community', 'number'])
        .doUpdateSet((eb) => Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
    .execute()
}

/** @param since ISO time; what was opened before is an earlier owner's */
async function ofPlace(db: Db, home: Row<'homes'> | undefined, since: string | null): Promise<ImportedOrder[]> {
  if (!home) return []
  const here = db
    .selectFrom('imported_orders')
    .selectAll()
    .where('community', '=', home.community)
    .where('building', '=', home.building)
    .where('unit', '=', home.unit)
    .where('room', '=', home.room)
  const theirs = since === null ? here : here.where('opened_on', '>=', since.slice(0, 10))
  const rows = await theirs.orderBy('opened_on', 'desc').orderBy('number', 'desc').limit(MOST).execute()
  return rows.map(toOrder)
}

function toOrder(row: OrderRow): ImportedOrder {
  const home = { building: row.building, ...(row.unit ? { unit: row.unit } : {}), room: row.room }
  return {
    number: row.number,
    community: row.community,
    ...(row.room ? { home } : {}),
    ...some('place', row.place),
    ...some('category', row.category),
    ...some('what', row.what),
    state: row.state as WorkOrderState,
    stateWords: row.state_words,
    openedOn: row.opened_on,
    ...some('done', row.done),
    ...some('worker', row.worker),
    source: row.source,
    asOf: row.as_of,
  }
}

/** Orders of the system that the company had before. */
export function importedOrderStore(access: Access): ImportedOrderStore {
  return {
    import: (community, orders, file) =>
      file.dryRun
        ? access.read((db) => importOrders(access, db, community, orders, file))
        : access.write((db) => importOrders(access, db, community, orders, file)),
    ofConversation: (id) =>
      access.read(async (db) => {
        const home = await homeOfConversation(db, id)
        return ofPlace(db, home, home?.owner_since ?? null)
      }),
    ofHome: (id) =>
      access.read(async (db) =>
        ofPlace(db, await db.selectFrom('homes').selectAll().where('id', '=', id).executeTakeFirst(), null),
      ),
  }
}
