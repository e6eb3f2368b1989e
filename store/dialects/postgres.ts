import { type ColumnDefinitionNode, type Kysely, PostgresDialect, PostgresQueryCompiler, sql } from 'kysely'
import type { Db } from '../schema.ts'
import { transactionWriter } from '../writer.ts'
import type { OpenDialect } from './dialect.ts'
import { ConnectionLost, openPool, sqlState } from './pool.ts'
import { durability } from './postgresDurability.ts'
import { createSearch, postgresSearch } from './postgresSearch.ts'
import { time } from './postgresTime.ts'
import { postgresTables } from './tables.ts'

const BY_BYTES = sql`collate "C"`.toOperationNode()

function isText({ dataType }: ColumnDefinitionNode): boolean {
  return dataType.kind === 'DataTypeNode' && 'dataType' in dataType && dataType.dataType === 'text'
}

/** Text sorts and compares by its bytes, as in the embedded record, whatever this database's own rule is. */
class TextByBytes extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const frontModifiers = [BY_BYTES, ...(node.frontModifiers ?? [])]
    super.visitColumnDefinition(isText(node) ? { ...node, frontModifiers } : node)
  }
}

class RecordDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new TextByBytes()
  }
}

/** Broken rules of the record, and values that a column cannot hold. */
const REFUSED = /^2[23]/
/** Could not be serialised, or the one of two that waited for each other which was chosen to give way: undone whole. */
const UNDONE = /^(40001|40P01)$/

function failure(error: unknown): ReturnType<OpenDialect['failure']> {
  if (error instanceof ConnectionLost) return 'store_unavailable'
  const state = sqlState(error)
  if (state !== undefined) return REFUSED.test(state) ? 'store_refused' : 'store_unavailable'
  // Kysely's own, after `close`.
  const closed = error instanceof Error && error.message === 'driver has already been destroyed'
  return closed ? 'store_unavailable' : undefined
}

async function readAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
    return work()
  }
}

/** A lock of the transaction's own, by a number that PostgreSQL makes of the name. */
async function hold(db: Db, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
}

/** One sequence for all that is counted: nobody waits for another's transaction as a counter's row would make them. */
async function createPositions(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence record_positions`.execute(db)
  await sql`select setval('record_positions', greatest(1, (select max(value) from counters)))`.execute(db)
}

async function positionsAfterMove(db: Db): Promise<void> {
  await sql`select setval('record_positions', greatest(
    1, (select max(value) from counters), (select max(position) from outbox)))`.execute(db)
}

async function positions(db: Db, _name: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ position: number }>`
    select nextval('record_positions') as position from generate_series(1, ${count}::integer)`.execute(db)
  return rows.map(({ position }) => position)
}

/** Changing a large table takes longer than any statement of a turn may, and so does waiting for whoever does it. */
function migrating<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one)
    try {
      return await work(one)
    } finally {
      await sql`reset statement_timeout`.execute(one)
    }
  })
}

/** Takes deleted rows out of the tables' files, for the next ones to be written over. */
async function vacuum(db: Db): Promise<void> {
  await migrating(db, async (one) => {
    await sql`vacuum`.execute(one)
  })
}

/** PostgreSQL, where several instances keep one record. Connects when it is first asked. */
export function openPostgres(url: string): OpenDialect {
  return {
    dialect: new RecordDialect({ pool: openPool(url) }),
    tables: { search: createSearch, positions: createPositions },
    search: postgresSearch,
    alone: false,
    writer: (db) => transactionWriter(db, (error) => UNDONE.test(sqlState(error) ?? '')),
    read: readAgain,
    hold,
    positions,
    time,
    durability,
    shapes: postgresTables,
    positionsAfterMove,
    migrating,
    failure,
    // The server keeps its own log; see the operations manual for how long.
    scrub: vacuum,
    compact: vacuum,
    mayMigrate: true,
    release: () => undefined,
  }
}
