import type { NotDurable, SearchWords } from '../bot/ports.ts'
import type { Clock, NewId } from '../bot/types.ts'
import type { OpenDialect, SearchIndex } from './dialects/dialect.ts'
import { StoreError } from './errors.ts'
import type { Db } from './schema.ts'
import type { Work, Writer } from './writer.ts'

/** What every verb of the record works with. */
export interface Access {
  /** Sees only what has been committed. */
  read<T>(work: Work<T>): Promise<T>
  /**
   * All or nothing; resolves when it is on the disk. `work` may await its own queries and nothing else, and may be run
   * again. What this process hands in for the same line, such as a conversation, is done in its order.
   */
  write<T>(work: Work<T>, line?: string): Promise<T>
  /**
   * Within a transaction: whoever else holds the same name waits until its end. For what no row stands for yet; where
   * there is a row, the row is locked.
   */
  hold(db: Db, name: string): Promise<void>
  /** Within a transaction: ascending numbers that nobody else gets. */
  positions(db: Db, name: string, count: number): Promise<number[]>
  /** Of the database itself; undefined where it is of this process. */
  time(): Promise<Date | undefined>
  notDurable(): Promise<NotDurable | undefined>
  search: SearchIndex
  /** Cuts texts for that index; without it nothing is indexed and nothing found in transcripts. */
  words?: SearchWords
  /** Whether this process alone writes to the record. */
  alone: boolean
  /** After an erasure: leaves nothing of it in logs of changes. */
  scrub(): Promise<void>
  /** Writes the whole database anew, without anything that was deleted. */
  compact(): Promise<void>
  /** ISO 8601 UTC. */
  now(): string
  newId: NewId
  /** Whether the company's own system is told of work orders. */
  pushesWorkOrders: boolean
}

export interface AccessParts {
  db: Db
  writer: Writer
  clock: Clock
  newId: NewId
  dialect: Omit<
    OpenDialect,
    'dialect' | 'tables' | 'writer' | 'migrating' | 'mayMigrate' | 'release' | 'shapes' | 'positionsAfterMove'
  >
  words?: SearchWords
  pushesWorkOrders: boolean
}

/** Reads and writes over one database, with its failures coded. */
export function openAccess({ db, writer, clock, newId, dialect, words, pushesWorkOrders }: AccessParts): Access {
  const coded = async <T>(result: Promise<T>): Promise<T> => {
    try {
      return await result
    } catch (cause) {
      const code = dialect.failure(cause)
      if (!code) throw cause
      throw new StoreError(code, 'the record could not be read or written', { cause })
    }
  }
  return {
    read: (work) => coded(dialect.read(() => work(db))),
    write: (work, line) => coded(writer.write(work, line)),
    hold: dialect.hold,
    positions: dialect.positions,
    time: () => coded(dialect.read(() => dialect.time(db))),
    notDurable: () => coded(dialect.read(() => dialect.durability(db))),
    search: dialect.search,
    ...(words && { words }),
    alone: dialect.alone,
    scrub: () => coded(dialect.scrub(db)),
    compact: () => coded(dialect.compact(db)),
    now: () => clock.now().toISOString(),
    newId,
    pushesWorkOrders,
  }
}
