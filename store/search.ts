import { type RawBuilder, sql } from 'kysely'
import type { SearchStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import type { Db, Row } from './schema.ts'

/** Longer ones are no words, and an index takes them only so long. */
const LONGEST_WORD = 64
const MOST_WORDS = 16

const cut = (word: string): string => [...word].slice(0, LONGEST_WORD).join('')

type Said = Pick<Row<'messages'>, 'conversation_id' | 'seq' | 'text'>

/** Takes messages into the index, in the transaction that stores them. */
export async function index(access: Access, db: Db, messages: Said[]): Promise<void> {
  const { words } = access
  if (!words) return
  const found = messages.map(({ conversation_id: conversationId, seq, text }) => ({
    conversationId,
    seq,
    words: words.ofText(text).map(cut),
  }))
  const worded = found.filter((message) => message.words.length > 0)
  if (worded.length > 0) await access.search.add(db, worded)
}

/**
 * Whether all words of `query` are said in the ticket's conversation, in whichever messages.
 *
 * @param open whether its last word may be the beginning of one
 */
export function saidIn(access: Access, query: string, open: boolean): RawBuilder<boolean> {
  const words = (access.words?.ofQuery(query) ?? []).slice(0, MOST_WORDS).map(cut)
  if (words.length === 0) return sql<boolean>`1 = 0`
  const said = words.map(
    (word, place) =>
      sql<boolean>`tickets.conversation_id in (${access.search.conversationsWith(word, open && place === words.length - 1)})`,
  )
  return sql.join(said, sql` and `)
}

/** Each old message once, whichever of several instances takes it. */
async function catchUp(access: Access, db: Db, limit: number): Promise<number> {
  if (!access.words) return 0
  const waiting = await db
    .selectFrom('search_backlog')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.conversation_id', '=', 'search_backlog.conversation_id')
        .onRef('messages.seq', '=', 'search_backlog.seq'),
    )
    .select(['messages.conversation_id', 'messages.seq', 'messages.text'])
    .orderBy('messages.conversation_id')
    .orderBy('messages.seq')
    .limit(limit)
    .forUpdate('search_backlog')
    .skipLocked()
    .execute()
  await index(access, db, waiting)
  for (const { conversation_id, seq } of waiting)
    await db
      .deleteFrom('search_backlog')
      .where('conversation_id', '=', conversation_id)
      .where('seq', '=', seq)
      .execute()
  return waiting.length
}

/** The index of words in transcripts; `tickets.list` asks it. */
export function searchStore(access: Access): SearchStore {
  return { catchUp: (limit) => access.write((db) => catchUp(access, db, limit)) }
}
