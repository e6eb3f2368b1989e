import { Kysely, Migrator, sql } from 'kysely'
import type { Store } from '../bot/ports.ts'
import type { Clock, NewId } from '../bot/types.ts'
import { type Access, openAccess } from './access.ts'
import { boardStore } from './board.ts'
import { conversationStore } from './conversations.ts'
import { isSqliteError, lockFile, sqliteDialect } from './dialects/sqlite.ts'
import { StoreError } from './errors.ts'
import { known, provider } from './migrations/index.ts'
import type { Db, Schema } from './schema.ts'
import { staffStore } from './staff.ts'
import { ticketStore } from './tickets.ts'
import { workOrderStore } from './workOrders.ts'
import { groupWriter } from './writer.ts'

export interface StoreOptions {
  /** A path, or `:memory:` for a record that ends with the process. */
  file: string
  clock: Clock
  newId: NewId
  /** For a short staff command: opens it also while another process has it open, and then changes no tables. */
  shared?: boolean
}

async function applied(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map((row) => row.name)
}

/** Brings the tables to this version's shape. */
async function migrate(db: Db, mayChange: boolean): Promise<void> {
  const done = await applied(db)
  const unknown = done.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new StoreError('store_newer', `a newer version wrote this record: ${unknown.join(', ')}`)
  }
  if (done.length === known.length) return
  if (!mayChange) throw new StoreError('store_locked', 'an older version has the record open')
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw new StoreError('store_unavailable', 'the record could not be brought up to date', { cause: error })
}

function storeOver(access: Access, close: () => Promise<void>): Store {
  return {
    conversations: conversationStore(access),
    tickets: ticketStore(access),
    board: boardStore(access),
    workOrders: workOrderStore(access),
    staff: staffStore(access),
    ping: async () => {
      await access.read((db) => db.selectFrom('conversations').select('id').limit(1).execute())
    },
    close,
  }
}

function lock({ file, shared = false }: StoreOptions): (() => void) | undefined {
  if (file === ':memory:') return () => undefined
  const unlock = lockFile(file)
  if (!unlock && !shared) throw new StoreError('store_locked', `another process has ${file} open`)
  return unlock
}

/**
 * Opens the embedded record, creating it where there is none.
 *
 * @throws StoreError `store_locked`, `store_newer` or `store_unavailable`
 * @example const store = await openStore({ file: 'data/qiao.db', clock: { now: () => new Date() }, newId })
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const unlock = lock(options)
  try {
    const db = new Kysely<Schema>({ dialect: sqliteDialect(options.file) })
    const writer = groupWriter(db)
    await migrate(db, unlock !== undefined).catch(async (error: unknown) => {
      await db.destroy()
      throw error
    })
    const access = openAccess({ ...options, db, writer, isDatabaseError: isSqliteError })
    let closed: Promise<void> | undefined
    const close = async (): Promise<void> => {
      await writer.settled()
      await db.destroy()
      unlock?.()
    }
    return storeOver(access, () => {
      closed ??= close()
      return closed
    })
  } catch (error) {
    unlock?.()
    if (!isSqliteError(error)) throw error
    throw new StoreError('store_unavailable', `${options.file} cannot be opened`, { cause: error })
  }
}
