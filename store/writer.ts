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
 * Group commit for a database with one connection: what is handed in within one round of the event loop shares one
 * transaction and so one wait for the disk. Each stands in a savepoint of its own, and is undone alone when it throws.
 */
export function groupWriter(db: Db): Writer {
  const queue: Job[] = []
  let running: Promise<void> | undefined
  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      // Lets every request that has arrived hand in its write before the transaction begins.
      await setImmediate()
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

/** Never throws: each job hears how it went, after the commit. */
async function commitGroup(db: Db, jobs: Job[]): Promise<void> {
  try {
    const settle = await db.connection().execute((connection) => inTransaction(connection, jobs))
    for (const tell of settle) tell()
  } catch (error) {
    for (const job of jobs) job.reject(error)
  }
}

async function inTransaction(db: Db, jobs: Job[]): Promise<(() => void)[]> {
  await sql`begin immediate`.execute(db)
  try {
    const settle: (() => void)[] = []
    for (const job of jobs) settle.push(await inSavepoint(db, job))
    await sql`commit`.execute(db)
    return settle
  } catch (error) {
    // A full disk ends the transaction by itself; then there is nothing left to roll back.
    await sql`rollback`.execute(db).catch(() => undefined)
    throw error
  }
}

/** Throws only when the savepoint itself fails, which means that the whole transaction is lost. */
async function inSavepoint(db: Db, job: Job): Promise<() => void> {
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
