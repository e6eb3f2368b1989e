import { type ExpressionBuilder, sql } from 'kysely'
import type { HomeFilter, HomeStore } from '../bot/ports.ts'
import type { HomeAccount } from '../bot/types.ts'
import type { Access } from './access.ts'
import { addCode, redeem } from './homesCodes.ts'
import { importHomes } from './homesImport.ts'
import { toAccount, wholeHomes } from './homesRows.ts'
import { containing, like, lower, startingWith } from './like.ts'
import type { Db, Row, Schema } from './schema.ts'

const PAGE = 50

function matching({ community, communities, q }: HomeFilter) {
  return (eb: ExpressionBuilder<Schema, 'homes'>) => {
    const words = lower((q ?? '').replace(/[%_]/g, '').trim())
    const place = sql<string>`lower(replace(building || '-' || unit || '-' || room, '--', '-'))`
    const any = eb.or([
      like(place, startingWith(words)),
      eb(sql`lower(room)`, '=', words),
      like(sql`lower(owner)`, containing(words)),
      eb.exists(
        eb
          .selectFrom('home_phones')
          .select('phone')
          .whereRef('home_id', '=', 'homes.id')
          .where(like(sql`phone`, containing(words))),
      ),
    ])
    return eb.and([
      ...(community ? [eb('community', '=', community)] : []),
      ...(communities ? [eb('community', 'in', communities)] : []),
      ...(words ? [any] : []),
    ])
  }
}

async function list(db: Db, filter: HomeFilter): Promise<{ homes: HomeAccount[]; total: number }> {
  const found = db.selectFrom('homes').where(matching(filter))
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .orderBy('community')
    .orderBy(sql`length(building)`)
    .orderBy('building')
    .orderBy('unit')
    .orderBy(sql`length(room)`)
    .orderBy('room')
    .limit(PAGE)
    .offset(((filter.page ?? 1) - 1) * PAGE)
    .execute()
  return { homes: (await wholeHomes(db, rows)).map(toAccount), total: Number(total) }
}

async function account(db: Db, row: Row<'homes'> | undefined): Promise<HomeAccount | undefined> {
  const [whole] = row ? await wholeHomes(db, [row]) : []
  return whole && toAccount(whole)
}

/** Only while the conversation counts as verified: both say the same, and either alone is not enough. */
export async function homeOfConversation(db: Db, conversationId: string): Promise<Row<'homes'> | undefined> {
  return db
    .selectFrom('conversation_homes')
    .innerJoin('conversations', 'conversations.id', 'conversation_homes.conversation_id')
    .innerJoin('homes', (join) =>
      join
        .onRef('homes.id', '=', 'conversation_homes.home_id')
        .onRef('homes.community', '=', 'conversations.community'),
    )
    .selectAll('homes')
    .where('conversation_homes.conversation_id', '=', conversationId)
    .where('conversations.verified', '=', 1)
    .executeTakeFirst()
}

/** Homes, who owns them, what they owe, and which conversations belong to them. */
export function homeStore(access: Access): HomeStore {
  return {
    import: async (community, homes, file, tell) => {
      const work = (db: Db) => importHomes(access, db, community, homes, file)
      const { counts, unbound } = await (file.dryRun ? access.read(work) : access.write(work))
      if (tell) for (const id of unbound) tell(id)
      return counts
    },
    list: (filter) => access.read((db) => list(db, filter)),
    find: (id) =>
      access.read(async (db) =>
        account(db, await db.selectFrom('homes').selectAll().where('id', '=', id).executeTakeFirst()),
      ),
    ofConversation: (id) => access.read(async (db) => account(db, await homeOfConversation(db, id))),
    idOfConversation: (id) => access.read(async (db) => (await homeOfConversation(db, id))?.id),
    addCode: (code) => access.write((db) => addCode(access, db, code)),
    redeem: (conversationId, codeHash, told, from = '') =>
      access.write((db) => redeem(access, db, { conversationId, codeHash, told, from })),
  }
}
