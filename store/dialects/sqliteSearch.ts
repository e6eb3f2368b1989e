import { sql } from 'kysely'
import type { OwnTables, SearchIndex } from './dialect.ts'

/**
 * FTS5 over the words as we have cut them: its own tokenizer only parts them again at the spaces, since letters and
 * digits are all that is in them.
 */
export const createSearch: OwnTables['search'] = async (db) => {
  await sql`create virtual table message_terms using fts5(
    conversation_id unindexed, seq unindexed, terms,
    detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'")`.execute(db)
}

const quoted = (word: string): string => `"${word.replace(/"/g, '""')}"`

export const sqliteSearch: SearchIndex = {
  add: async (db, messages) => {
    const rows = messages.map(({ conversationId, seq, words }) => sql`(${conversationId}, ${seq}, ${words.join(' ')})`)
    await sql`insert into message_terms (conversation_id, seq, terms) values ${sql.join(rows)}`.execute(db)
  },
  forget: async (db, conversationId) => {
    // Else a deleted word stays in the index until it is merged away.
    await sql`insert into message_terms (message_terms, rank) values ('secure-delete', 1)`.execute(db)
    await sql`delete from message_terms where conversation_id = ${conversationId}`.execute(db)
  },
  conversationsWith: (word, beginning) =>
    sql<string>`select conversation_id from message_terms
      where message_terms match ${`${quoted(word)}${beginning ? ' *' : ''}`}`,
}
