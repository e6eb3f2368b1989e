import { sql } from 'kysely'
import type { OwnTables, SearchIndex } from './dialect.ts'

/** A tsvector of the words as we have cut them, which no dictionary of PostgreSQL has touched, under a GIN index. */
export const createSearch: OwnTables['search'] = async (db) => {
  await sql`create table message_terms (
    conversation_id text collate "C" not null, seq integer not null, terms tsvector not null,
    primary key (conversation_id, seq))`.execute(db)
  await sql`create index message_terms_words on message_terms using gin (terms)`.execute(db)
}

const quoted = (word: string): string => `'${word.replace(/[\\']/g, '$&$&')}'`

export const postgresSearch: SearchIndex = {
  add: async (db, messages) => {
    const rows = messages.map(
      ({ conversationId, seq, words }) => sql`(${conversationId}, ${seq}, array_to_tsvector(${words}::text[]))`,
    )
    await sql`insert into message_terms (conversation_id, seq, terms) values ${sql.join(rows)}
      on conflict (conversation_id, seq) do nothing`.execute(db)
  },
  forget: async (db, conversationId) => {
    await sql`delete from message_terms where conversation_id = ${conversationId}`.execute(db)
  },
  conversationsWith: (word, beginning) =>
    sql<string>`select conversation_id from message_terms
      where terms @@ ${`${quoted(word)}${beginning ? ':*' : ''}`}::tsquery`,
}
