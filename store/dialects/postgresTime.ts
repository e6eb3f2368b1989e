import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Of the server, which all instances share. */
export async function time(db: Db): Promise<Date> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::double precision as ms`.execute(db)
  return new Date(rows[0]?.ms ?? Number.NaN)
}
