import type { Clock, NewId } from '../bot/types.ts'
import type { OpenDialect } from './dialects/dialect.ts'
import { StoreError } from './errors.ts'
import type { Db } from './schema.ts'
import type { Work, Writer } from './writer.ts'

/** What every verb of the record works with. */
export interface Access {
  /** Sees only what has been committed. */
  read<T>(work: Work<T>): Promise<T>
  /** All or nothing; resolves when it is on the disk. `work` may await its own queries and nothing else. */
  write<T>(work: Work<T>): Promise<T>
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
  failure: OpenDialect['failure']
  pushesWorkOrders: boolean
}

/** Reads and writes over one database, with its failures coded. */
export function openAccess({ db, writer, clock, newId, failure, pushesWorkOrders }: AccessParts): Access {
  const coded = async <T>(result: Promise<T>): Promise<T> => {
    try {
      return await result
    } catch (cause) {
      const code = failure(cause)
      if (!code) throw cause
      throw new StoreError(code, 'the record could not be read or written', { cause })
    }
  }
  return {
    read: (work) => coded(work(db)),
    write: (work) => coded(writer.write(work)),
    now: () => clock.now().toISOString(),
    newId,
    pushesWorkOrders,
  }
}
