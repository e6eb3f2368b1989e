import type { HomeStore, Redeemed } from '../bot/ports.ts'
import type { AuditNote, Locale, Memory } from '../bot/types.ts'
import type { Access } from './access.ts'
import { appendNote } from './auditAppend.ts'
import { StoreError } from './errors.ts'
import { placeOf } from './homesRows.ts'
import { enqueue } from './outboxQueue.ts'
import { json } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { change, lockConversation } from './transcript.ts'

/** Wrong codes after which a conversation is paused, and for how long. */
const TRIES = 5
const PAUSE_MS = 3_600_000

export async function addCode(access: Access, db: Db, code: Parameters<HomeStore['addCode']>[0]): Promise<void> {
  const home = await db.selectFrom('homes').select('id').where('id', '=', code.homeId).executeTakeFirst()
  if (!home) throw new StoreError('store_refused', `no home ${code.homeId}`)
  await db
    .insertInto('home_codes')
    .values({
      code_hash: code.codeHash,
      home_id: code.homeId,
      made_by: code.madeBy,
      created_at: access.now(),
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

interface Redeeming {
  conversationId: string
  codeHash: string
  told: Parameters<HomeStore['redeem']>[2]
  /** Address. */
  from: string
}

/** The locked conversation makes tries come one after the other, so that none slips past the count. */
export async function redeem(
  access: Access,
  db: Db,
  { conversationId, codeHash, told, from }: Redeeming,
): Promise<Redeemed> {
  const conversation = await lockConversation(db, conversationId)
  const tried = await db
    .selectFrom('code_attempts')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
  if (tried?.paused_until && tried.paused_until > access.now()) return { kind: 'paused', until: tried.paused_until }
  const home = await take(access, db, conversation, codeHash)
  if (!home) return miss(access, db, conversationId, tried?.wrong ?? 0)
  await db.deleteFrom('code_attempts').where('conversation_id', '=', conversationId).execute()
  const earlier = await boundBefore(db, conversationId)
  await bind(access, db, conversation, home)
  if (told) await tellOthers(access, db, conversation, home, told)
  await appendNote(access, db, bindingNote(conversation, home, earlier, from))
  return { kind: 'bound', home: placeOf(home) }
}

/** Uses the code up, if it is good here. */
async function take(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  codeHash: string,
): Promise<Row<'homes'> | undefined> {
  const now = access.now()
  const home = await db
    .selectFrom('home_codes')
    .innerJoin('homes', 'homes.id', 'home_codes.home_id')
    .selectAll('homes')
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('homes.community', '=', conversation.community)
    .executeTakeFirst()
  if (!home) return undefined
  // Two conversations with one code: the row is updated once.
  const used = await db
    .updateTable('home_codes')
    .set({ used_at: now })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1 ? home : undefined
}

async function miss(access: Access, db: Db, conversationId: string, before: number): Promise<Redeemed> {
  const wrong = before + 1
  const paused = wrong >= TRIES
  const until = paused ? new Date(Date.parse(access.now()) + PAUSE_MS).toISOString() : null
  // After the pause the count begins anew.
  const values = { wrong: paused ? 0 : wrong, paused_until: until }
  await db
    .insertInto('code_attempts')
    .values({ conversation_id: conversationId, ...values })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(values))
    .execute()
  return { kind: 'wrong', left: TRIES - wrong }
}

/** The conversation knows its home from here on, and a turn under way thinks again. */
async function bind(access: Access, db: Db, conversation: Row<'conversations'>, home: Row<'homes'>): Promise<void> {
  const values = { home_id: home.id, bound_at: access.now() }
  await db
    .insertInto('conversation_homes')
    .values({ conversation_id: conversation.id, ...values })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(values))
    .execute()
  const memory = json<Memory>(conversation.memory)
  const said = { ...memory.said, home: placeOf(home) }
  await db.updateTable('conversations').set({ verified: 1 }).where('id', '=', conversation.id).execute()
  await change(access, db, conversation, { memory: { ...memory, said }, newVersion: true })
}

/** The home that the conversation was bound to until now. */
function boundBefore(db: Db, conversationId: string): Promise<Row<'homes'> | undefined> {
  return db
    .selectFrom('conversation_homes')
    .innerJoin('homes', 'homes.id', 'conversation_homes.home_id')
    .selectAll('homes')
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
}

/** Whoever was bound to the home before hears of the new one, and can say if it is nobody of theirs. */
async function tellOthers(
  access: Access,
  db: Db,
  { id, community }: Row<'conversations'>,
  home: Row<'homes'>,
  told: NonNullable<Redeeming['told']>,
): Promise<void> {
  const others = await db
    .selectFrom('conversation_homes')
    .innerJoin('conversations', 'conversations.id', 'conversation_homes.conversation_id')
    .select(['conversations.id', 'locale'])
    .where('home_id', '=', home.id)
    .where('conversations.id', '!=', id)
    .where('verified', '=', 1)
    .orderBy('conversations.id')
    .execute()
  const pushes = others.map((other) => ({
    conversationId: other.id,
    cause: `bound:${id}:${access.now()}`,
    reply: told({ community, locale: other.locale as Locale, home: placeOf(home) }),
    dueAt: access.now(),
  }))
  await enqueue(access, db, pushes)
}

const label = ({ building, unit, room }: Row<'homes'>): string => [building, unit, room].filter(Boolean).join('-')

/** Which home it is stands under the owner's own key. */
function bindingNote(
  { id, community }: Row<'conversations'>,
  home: Row<'homes'>,
  earlier: Row<'homes'> | undefined,
  from: string,
): AuditNote {
  return {
    who: { name: 'owner' },
    from,
    action: earlier ? 'home_rebound' : 'home_bound',
    community,
    subject: id,
    ...(earlier && { before: { home: label(earlier) } }),
    after: { home: label(home) },
    owner: `conversation:${id}`,
  }
}
