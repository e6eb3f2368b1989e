import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { givenRow, keptValues } from './text.ts'

/** Connections of one instance; PostgreSQL's own limit of 100 then lets six instances work. */
const MOST_CONNECTIONS = 16
/** Milliseconds to wait for a connection, a free one of the pool too. */
const CONNECT_MS = 5000
/** Milliseconds that the server works on one statement, or lets it wait for a row that another holds. */
const STATEMENT_MS = 10_000
const LOCK_MS = 5000
/** Longer than the server may take, for when nothing comes back at all. */
const ANSWER_MS = 15_000
/** A transaction whose instance stands still or was cut off lets go of its rows after so long. */
const IDLE_IN_TRANSACTION_MS = 5000
const IDLE_MS = 30_000

/** The server was not reached, or was lost on the way; what was under way may have happened or not. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** SQLSTATE of what the database itself said; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** Shut down, starting up, or the connection ended by an administrator. */
const AWAY = /^(08|57P0[1-5])/

function coded(error: unknown): unknown {
  const state = sqlState(error)
  if (state !== undefined && !AWAY.test(state)) return error
  return new ConnectionLost('PostgreSQL cannot be reached', { cause: error })
}

/** int8, such as counts, comes as a number: nothing here is counted beyond 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8) return Number
  return pg.types.getTypeParser(oid, format ?? 'text')
}

function lent(client: pg.PoolClient): PostgresPoolClient {
  let lost = false
  // Lost between two queries: the next one says so. Without a listener it would end the process.
  const onError = (): void => {
    lost = true
  }
  client.on('error', onError)
  const query = async <R>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
    try {
      const result = await client.query<pg.QueryResultRow>(sql, keptValues(values))
      return { ...result, rows: result.rows?.map(givenRow) } as unknown as PostgresQueryResult<R>
    } catch (error) {
      const known = coded(error)
      lost ||= known instanceof ConnectionLost
      throw known
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    // One that is lost, or may still be busy with what nobody waits for any more, is not used again.
    release: () => {
      client.removeListener('error', onError)
      client.release(lost)
    },
  }
}

/**
 * Connections to `url` (`postgres://…`). What fails for want of a connection throws `ConnectionLost`; the next call
 * tries to connect anew.
 */
export function openPool(url: string): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    fallback_application_name: 'qiao',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  })
  // An idle connection that ends: the pool takes it out by itself, and whoever needs one hears if there is none.
  pool.on('error', () => undefined)
  return {
    connect: async () => {
      try {
        return lent(await pool.connect())
      } catch (error) {
        throw coded(error)
      }
    },
    end: () => pool.end(),
  }
}
