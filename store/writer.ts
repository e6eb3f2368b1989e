import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './schema.ts'

export type Work<T> = (db: Db) => Promise<T>

export interface Writer {
  /** Resolves after the commit. What is handed in for the same line is done in its order. */
  write<T>(work: Work<T>, line?: string): Promise<T>
  /** When everything handed in so far is committed or refused. */
  settled(): Promise<void>
}

interface Job {
  work: Work<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** So many that the disk is waited for seldom, so few that a group holds the event loop for milliseconds only. */
const LARGEST_GROUP = 64

/**
 * Group commit for a database with one connection: what is handed in while more keeps coming shares one transaction and
 * so one wait for the disk. One that throws is undone alone: the group is then run again, each in a savepoint of its
 * own, which all others are spared.
 */
export function groupWriter(db: Db): Writer {
  const queue: Job[] = []
  let running: Promise<void> | undefined
  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      await gathered(queue)
      await commitGroup(db, queue.splice(0, LARGEST_GROUP))
    }
    running = undefined
  }
  return {
    write: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: (value) => resolve(value as T), reject })
        running ??= drain()
      }),
    settled: async () => running,
  }
}

/** Lets every request that has arrived hand in its write before the transaction begins, as long as one round brings more. */
async function gathered(queue: readonly Job[]): Promise<void> {
  for (let before = 0; queue.length > before && queue.length < LARGEST_GROUP; ) {
    before = queue.length
    await setImmediate()
  }
}

type Settle = () => void

/** Never throws: each job hears how it went, after the commit. */
async function commitGroup(db: Db, jobs: Job[]): Promise<void> {
  try {
    const settle = await db
      .connection()
      .execute(
        async (connection) =>
          (await inTransaction(connection, () => together(connection, jobs))) ??
          (await inTransaction(connection, () => each(connection, jobs))),
      )
    for (const tell of settle ?? []) tell()
  } catch (error) {
    for (const job of jobs) job.reject(error)
  }
}

/** Commits what `work` gives; undoes all where it gives nothing. */
async function inTransaction(db: Db, work: () => Promise<Settle[] | undefined>): Promise<Settle[] | undefined> {
  await sql`begin immediate`.execute(db)
  try {
    const settle = await work()
    await sql.raw(settle ? 'commit' : 'rollback').execute(db)
    return settle
  } catch (error) {
    // A full disk ends the transaction by itself; then there is nothing left to roll back.
    await sql`rollback`.execute(db).catch(() => undefined)
    throw error
  }
}

/** Undefined when one of them throws. */
async function together(db: Db, jobs: readonly Job[]): Promise<Settle[] | undefined> {
  const settle: Settle[] = []
  for (const job of jobs) {
    try {
      const value = await job.work(db)
      settle.push(() => job.resolve(value))
    } catch {
      return undefined
    }
  }
  return settle
}

async function each(db: Db, jobs: readonly Job[]): Promise<Settle[]> {
  const settle: Settle[] = []
  for (const job of jobs) settle.push(await inSavepoint(db, job))
  return settle
}

/** Throws only when the savepoint itself fails, which means that the whole transaction is lost. */
async function inSavepoint(db: Db, job: Job): Promise<Settle> {
  await sql`savepoint job`.execute(db)
  try {
    const value = await job.work(db)
    await sql`release job`.execute(db)
    return () => job.resolve(value)
  } catch (error) {
    await sql`rollback to job`.execute(db)
    await sql`release job`.execute(db)
    return () => job.reject(error)
  }
}

/** Times that a write is tried which the database undid for another's sake. */
const MOST_TRIES = 8

/**
 * A transaction for each, on a connection of its own, for a database in which many write at once: what must not
 * happen together holds a row or a name.
 *
 * @param undone whether the database undid the whole transaction and would have it tried again
 */
export function transactionWriter(db: Db, undone: (error: unknown) => boolean): Writer {
  const under = new Set<Promise<unknown>>()
  const write = async <T>(work: Work<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await db.connection().execute((connection) => alone(connection, work))
      } catch (error) {
        if (!undone(error) || tried === MOST_TRIES) throw error
      }
    }
  }
  const lines = new Map<string, Promise<unknown>>()
  /** One after the other, so that a busy conversation takes one connection and keeps its order. */
  const inLine = <T>(work: Work<T>, line: string): Promise<T> => {
    const turn = (lines.get(line) ?? Promise.resolve()).then(() => write(work))
    const end = turn
      .catch(() => undefined)
      .then(() => {
        if (lines.get(line) === end) lines.delete(line)
      })
    lines.set(line, end)
    return turn
  }
  return {
    write: (work, line) => {
      const written = line === undefined ? write(work) : inLine(work, line)
      const end = (): void => {
        under.delete(written)
      }
      under.add(written)
      written.then(end, end)
      return written
    },
    settled: async () => {
      await Promise.allSettled(under)
    },
  }
}

async function alone<T>(db: Db, work: Work<T>): Promise<T> {
  await sql`begin`.execute(db)
  try {
    const value = await work(db)
    await sql`commit`.execute(db)
    return value
  } catch (error) {
    // Without its connection the database ends the transaction by itself.
    await sql`rollback`.execute(db).catch(() => undefined)
    throw error
  }
}
