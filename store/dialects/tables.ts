import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** How a table of the record is read and written whole, by whoever moves it. */
export interface TableShape {
  name: string
  columns: string[]
  /** In its order. */
  key: string[]
  /** Tables that must hold their rows before it. */
  needs: string[]
}

/** What the database keeps for itself, and the search index, which is made anew. */
const OWN = /^(sqlite_|kysely_|message_terms|search_backlog$|instances$|move_)/

type Rows<T> = Promise<T[]>

interface Found {
  columns: { table: string; name: string }[]
  keys: { table: string; name: string }[]
  needs: { table: string; needed: string }[]
}

function shapesOf({ columns, keys, needs }: Found): TableShape[] {
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !OWN.test(name)).sort()
  return names.map((name) => ({
    name,
    columns: columns.flatMap((column) => (column.table === name ? [column.name] : [])).sort(),
    key: keys.flatMap((column) => (column.table === name ? [column.name] : [])),
    needs: needs.flatMap((need) => (need.table === name && need.needed !== name ? [need.needed] : [])),
  }))
}

export async function sqliteTables(db: Db): Promise<TableShape[]> {
  const ask = async <T>(query: ReturnType<typeof sql<T>>): Rows<T> => (await query.execute(db)).rows
  return shapesOf({
    columns: await ask(sql<Found['columns'][0]>`select t.name as "table", c.name as name
      from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' order by t.name, c.cid`),
    keys: await ask(sql<Found['keys'][0]>`select t.name as "table", c.name as name
      from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and c.pk > 0 order by t.name, c.pk`),
    needs: await ask(sql<Found['needs'][0]>`select t.name as "table", f."table" as needed
      from sqlite_master t, pragma_foreign_key_list(t.name) f where t.type = 'table'`),
  })
}

export async function postgresTables(db: Db): Promise<TableShape[]> {
  const ask = async <T>(query: ReturnType<typeof sql<T>>): Rows<T> => (await query.execute(db)).rows
  return shapesOf({
    columns: await ask(sql<Found['columns'][0]>`select table_name as "table", column_name as name
      from information_schema.columns where table_schema = current_schema() order by table_name, ordinal_position`),
    keys: await ask(sql<Found['keys'][0]>`select c.relname as "table", a.attname as name
      from pg_index i join pg_class c on c.oid = i.indrelid
      join unnest(i.indkey) with ordinality k (attnum, place) on true
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indisprimary and c.relnamespace = current_schema()::regnamespace order by c.relname, k.place`),
    needs: await ask(sql<Found['needs'][0]>`select t.relname as "table", n.relname as needed
      from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_class n on n.oid = f.confrelid
      where f.contype = 'f' and t.relnamespace = current_schema()::regnamespace`),
  })
}

/** Those first that others need. */
export function inOrder(tables: TableShape[]): TableShape[] {
  const left = new Map(tables.map((table) => [table.name, table]))
  const ordered: TableShape[] = []
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ needs }) => !needs.some((need) => left.has(need)))
    if (ready.length === 0) throw new Error(`tables that need each other: ${[...left.keys()].join(', ')}`)
    for (const table of ready) {
      ordered.push(table)
      left.delete(table.name)
    }
  }
  return ordered
}
