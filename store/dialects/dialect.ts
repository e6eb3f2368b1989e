import type { Dialect, Kysely, RawBuilder } from 'kysely'
import type { NotDurable } from '../../bot/ports.ts'
import type { Db } from '../schema.ts'
import type { Writer } from '../writer.ts'
import type { TableShape } from './tables.ts'

/** What migrations make differently in each database. */
export interface OwnTables {
  /** The index of words in messages. */
  search(db: Kysely<unknown>): Promise<void>
  /** What gives out positions. */
  positions(db: Kysely<unknown>): Promise<void>
}

/** The words of one message. */
export interface IndexedMessage {
  conversationId: string
  seq: number
  words: string[]
}

/** The index of words in messages: each database has its own kind. */
export interface SearchIndex {
  add(db: Db, messages: IndexedMessage[]): Promise<void>
  /** Selects `conversation_id` of those in which a message has the word, or one that begins with it. */
  conversationsWith(word: string, beginning: boolean): RawBuilder<string>
  /** Takes an erased conversation's words out, to the last byte. */
  forget(db: Db, conversationId: string): Promise<void>
}

/** All in which one database differs from another. The schema and the queries are the same for each. */
export interface OpenDialect {
  dialect: Dialect
  tables: OwnTables
  search: SearchIndex
  /** Whether this process alone writes, so that nobody else can be in the middle of anything. */
  alone: boolean
  writer(db: Db): Writer
  /** Reads, again where the connection was lost on the way. */
  read<T>(work: () => Promise<T>): Promise<T>
  /** Until the end of its transaction, whoever else holds the same name waits. */
  hold(db: Db, name: string): Promise<void>
  /** So many ascending numbers that nobody else gets, of those that `name` counts; some may be left out. */
  positions(db: Db, name: string, count: number): Promise<number[]>
  /** What time the database has; undefined where it has none but ours. */
  time(db: Db): Promise<Date | undefined>
  /** Why what it commits may be lost. */
  durability(db: Db): Promise<NotDurable | undefined>
  /** The tables of the record, as they are. */
  shapes(db: Db): Promise<TableShape[]>
  /** Lets `positions` go on behind all that a record brought with it. */
  positionsAfterMove(db: Db): Promise<void>
  /** Changes tables, however long that takes. */
  migrating<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T>
  /** What of the database failed; undefined when the error is not the database's. */
  failure(error: unknown): 'store_unavailable' | 'store_refused' | undefined
  /** Whether the tables may be changed: nobody else works with them. */
  mayMigrate: boolean
  /** After an erasure: leaves nothing of it in logs of changes. */
  scrub(db: Db): Promise<void>
  /** Writes the whole database anew, without anything that was deleted; others wait meanwhile. */
  compact(db: Db): Promise<void>
  /** Lets go of what keeps others out. */
  release(): void
}
