import { sql } from 'kysely'
import type { DataOwner, OwnerData, OwnersPlace } from '../bot/ports.ts'
import { ordersAt } from './privacyPlace.ts'
import { type Holder, holders, rowsWhere } from './privacyTables.ts'
import type { Db } from './schema.ts'

type Rows = Record<string, unknown>[]

/** What is copied, by table; a row that is found in two ways stands in it once. */
class Copy {
  readonly #rows = new Map<string, Map<string, Record<string, unknown>>>()

  constructor(private readonly db: Db) {}

  put(table: string, rows: Rows): void {
    if (rows.length === 0) return
    const kept = this.#rows.get(table) ?? new Map<string, Record<string, unknown>>()
    for (const row of rows.map(readable)) kept.set(JSON.stringify(row), row)
    this.#rows.set(table, kept)
  }

  async add(table: string, column: Holder['column'], ids: string[]): Promise<void> {
    if (ids.length > 0) this.put(table, (await rowsWhere({ table, column }, ids).execute(this.db)).rows)
  }

  valuesOf(table: string, column = 'id'): string[] {
    return [...(this.#rows.get(table)?.values() ?? [])].map((row) => String(row[column]))
  }

  whole(): OwnerData {
    return Object.fromEntries([...this.#rows].map(([table, rows]) => [table, [...rows.values()]]))
  }
}

/** All that the record holds of them, as it stands there. */
export async function exportOf(db: Db, owner: DataOwner): Promise<OwnerData> {
  const copy = new Copy(db)
  const { conversations, homes } = owner
  await copy.add('conversations', 'id', conversations)
  for (const table of [...(await holders(db, 'conversation_id')), 'work_orders'])
    await copy.add(table, 'conversation_id', conversations)
  for (const table of await holders(db, 'ticket_id')) await copy.add(table, 'ticket_id', copy.valuesOf('tickets'))
  await copy.add('work_order_lines', 'order_id', copy.valuesOf('work_orders'))
  await copy.add('work_order_pushes', 'number', copy.valuesOf('work_orders', 'number'))
  for (const id of conversations) copy.put('channel_items', await waitingItems(db, id))
  await copy.add('homes', 'id', homes)
  for (const table of ['home_phones', 'bills', 'home_codes']) await copy.add(table, 'home_id', homes)
  for (const place of await placesOf(db, owner))
    for (const [table, rows] of Object.entries(await ordersAt(db, place))) copy.put(table, rows)
  return copy.whole()
}

/** What a platform sent from the owner's address, also while no conversation has it yet. */
async function waitingItems(db: Db, conversationId: string): Promise<Rows> {
  const { rows } = await sql<Record<string, unknown>>`select item.* from channel_items as item
    join channel_addresses as own on own.channel = item.channel and own.account = item.account
      and own.address = item.address
    where own.conversation_id = ${conversationId} order by item.position`.execute(db)
  return rows
}

/** Of homes, what orders tell of them too. */
async function placesOf(db: Db, { homes, place }: DataOwner): Promise<OwnersPlace[]> {
  const named = place ? [place] : []
  if (homes.length === 0) return named
  const columns = ['community', 'building', 'unit', 'room'] as const
  return [...named, ...(await db.selectFrom('homes').select(columns).where('id', 'in', homes).orderBy('id').execute())]
}

/** Bytes in base64; what opens something is left out. */
function readable(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).filter(([name]) => !['token_hash', 'code_hash', 'secret_hash'].includes(name))
  return Object.fromEntries(entries.map(([name, value]) => [name, isBytes(value) ? base64(value) : value]))
}

const isBytes = (value: unknown): value is Uint8Array | ArrayBuffer =>
  value instanceof Uint8Array || value instanceof ArrayBuffer
const base64 = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(new Uint8Array(bytes)).toString('base64')
