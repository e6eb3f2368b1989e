import type { HomeStore } from '../bot/ports.ts'
import type { BillFields, Counts, HomeFields, ImportCounts } from '../bot/types.ts'
import type { Access } from './access.ts'
import { type WholeHome, wholeHomes } from './homesRows.ts'
import type { Db, NewRow, Row } from './schema.ts'

type File = Parameters<HomeStore['import']>[2]

/** Rows in one statement: under every dialect's limit of parameters. */
const AT_ONCE = 200

/** What is to be written, gathered before anything is. */
interface Plan {
  homes: NewRow<'homes'>[]
  phones: { homeId: string; phones: string[] }[]
  bills: NewRow<'bills'>[]
  changedHands: string[]
  counts: ImportCounts
}

const none = (): Counts => ({ added: 0, changed: 0, unchanged: 0 })

/** What an import did, and the conversations that lost their home. */
export interface Imported {
  counts: ImportCounts
  unbound: string[]
}

/** Compares the file with the record and writes what differs; a dry run only counts. */
export async function importHomes(
  access: Access,
  db: Db,
  community: string,
  homes: HomeFields[],
  file: File,
): Promise<Imported> {
  // Two files at once come one after the other, so that the second is compared with what the first wrote.
  if (!file.dryRun) await access.hold(db, JSON.stringify(['homes', community]))
  const rows = await db.selectFrom('homes').selectAll().where('community', '=', community).execute()
  const there = new Map((await wholeHomes(db, rows)).map((whole) => [keyOf(whole.home), whole]))
  const plan: Plan = {
    homes: [],
    phones: [],
    bills: [],
    changedHands: [],
    counts: { homes: none(), bills: none(), unbound: 0 },
  }
  for (const home of homes) planHome(plan, access, community, home, there.get(keyOf(home)), file)
  // The codes first: whoever is just redeeming one is bound by then, or not at all.
  if (!file.dryRun) await endCodes(db, plan.changedHands, access.now())
  const bound = await boundTo(db, plan.changedHands)
  if (!file.dryRun) {
    await unbind(db, bound)
    await write(db, plan)
  }
  return { counts: { ...plan.counts, unbound: bound.length }, unbound: file.dryRun ? [] : bound }
}

const keyOf = ({ building, unit, room }: { building: string; unit?: string; room: string }): string =>
  JSON.stringify([building, unit ?? '', room])

function planHome(
  plan: Plan,
  access: Access,
  community: string,
  given: HomeFields,
  before: WholeHome | undefined,
  file: File,
): void {
  const sold = before !== undefined && changedHands(before, given)
  const row = { ...homeRow(access, community, given, before?.home), ...(sold && { owner_since: access.now() }) }
  const phones = given.phones.length > 0 && !same(given.phones, before?.phones ?? []) ? given.phones : undefined
  const changed =
    !before || phones || row.owner !== before.home.owner || row.handed_over_on !== before.home.handed_over_on
  plan.counts.homes[before ? (changed ? 'changed' : 'unchanged') : 'added']++
  if (changed) plan.homes.push(row)
  if (phones) plan.phones.push({ homeId: row.id, phones })
  if (sold) plan.changedHands.push(row.id)
  const billsBefore = new Map((before?.bills ?? []).map((bill) => [billKey(bill), bill]))
  for (const bill of given.bills) planBill(plan, row.id, bill, billsBefore.get(billKey(bill)), file)
}

function homeRow(access: Access, community: string, given: HomeFields, before?: Row<'homes'>): Row<'homes'> {
  return {
    id: before?.id ?? access.newId(),
    community,
    building: given.building,
    unit: given.unit ?? '',
    room: given.room,
    owner: given.owner ?? before?.owner ?? null,
    handed_over_on: given.handedOverOn ?? before?.handed_over_on ?? null,
    owner_since: before?.owner_since ?? null,
    updated_at: access.now(),
  }
}

/** A misspelt name costs its owner a new code; a buyer who reads the seller's account costs more. */
function changedHands({ home, phones }: WholeHome, given: HomeFields): boolean {
  if (given.owner && home.owner && given.owner !== home.owner) return true
  return phones.length > 0 && given.phones.length > 0 && !given.phones.some((phone) => phones.includes(phone))
}

function planBill(plan: Plan, homeId: string, given: BillFields, before: Row<'bills'> | undefined, file: File): void {
  const dueOn = given.dueOn ?? before?.due_on ?? null
  const equal = before?.amount_fen === given.amountFen && before.paid_fen === given.paidFen && before.due_on === dueOn
  plan.counts.bills[before ? (equal ? 'unchanged' : 'changed') : 'added']++
  // Another file that says the same is newer news of it.
  if (equal && before.file_hash === file.hash) return
  plan.bills.push({
    home_id: homeId,
    item: given.item,
    period: given.period,
    amount_fen: given.amountFen,
    paid_fen: given.paidFen,
    due_on: dueOn,
    source: file.name,
    file_hash: file.hash,
    as_of: file.asOf,
  })
}

const billKey = ({ item, period }: { item: string; period: string }): string => JSON.stringify([item, period])

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((phone) => b.includes(phone))

async function boundTo(db: Db, homeIds: string[]): Promise<string[]> {
  const bound: string[] = []
  for (const ids of chunks(homeIds)) {
    const rows = await db
      .selectFrom('conversation_homes')
      .select('conversation_id')
      .where('home_id', 'in', ids)
      .orderBy('conversation_id')
      .execute()
    bound.push(...rows.map((row) => row.conversation_id))
  }
  return bound
}

async function unbind(db: Db, conversationIds: string[]): Promise<void> {
  for (const ids of chunks(conversationIds)) {
    await db.deleteFrom('conversation_homes').where('conversation_id', 'in', ids).execute()
    await db
      .updateTable('conversations')
      .set((eb) => ({ verified: 0, version: eb('version', '+', 1) }))
      .where('id', 'in', ids)
      .execute()
  }
}

async function endCodes(db: Db, homeIds: string[], now: string): Promise<void> {
  for (const ids of chunks(homeIds))
    await db
      .updateTable('home_codes')
      .set({ used_at: now })
      .where('home_id', 'in', ids)
      .where('used_at', 'is', null)
      .execute()
}

async function write(db: Db, { homes, phones, bills }: Plan): Promise<void> {
  for (const rows of chunks(homes))
    await db
      .insertInto('homes')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          owner: eb.ref('excluded.owner'),
          handed_over_on: eb.ref('excluded.handed_over_on'),
          owner_since: eb.ref('excluded.owner_since'),
          updated_at: eb.ref('excluded.updated_at'),
        })),
      )
      .execute()
  for (const some of chunks(phones)) {
    const ids = some.map(({ homeId }) => homeId)
    await db.deleteFrom('home_phones').where('home_id', 'in', ids).execute()
    const rows = some.flatMap(({ homeId, phones: numbers }) =>
      numbers.map((phone, position) => ({ home_id: homeId, phone, position })),
    )
    for (const part of chunks(rows)) await db.insertInto('home_phones').values(part).execute()
  }
  for (const rows of chunks(bills))
    await db
      .insertInto('bills')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['home_id', 'item', 'period']).doUpdateSet((eb) => ({
          amount_fen: eb.ref('excluded.amount_fen'),
          paid_fen: eb.ref('excluded.paid_fen'),
          due_on: eb.ref('excluded.due_on'),
          source: eb.ref('excluded.source'),
          file_hash: eb.ref('excluded.file_hash'),
          as_of: eb.ref('excluded.as_of'),
        })),
      )
      .execute()
}

function chunks<T>(all: T[]): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < all.length; from += AT_ONCE) parts.push(all.slice(from, from + AT_ONCE))
  return parts
}
