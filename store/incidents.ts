import type { IncidentStore } from '../bot/ports/workOrders.ts'
import { type BurstAsk, INCIDENT_HOURS, type Incident, type Locale, type Reply, type Vouched } from '../bot/types.ts'
import type { Access } from './access.ts'
import { text as jsonText, someJson } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { lockConversations } from './transcript.ts'
import { tell } from './workOrdersTell.ts'

const MINUTE_MS = 60_000
const MOST_LISTED = 100

const ago = (access: Access, minutes: number): string =>
  new Date(Date.parse(access.now()) - minutes * MINUTE_MS).toISOString()

async function toIncident(db: Db, row: Row<'incidents'>): Promise<Incident> {
  const { askers } = await db
    .selectFrom('incident_asks')
    .select((eb) => eb.fn.count<number>('conversation_id').distinct().as('askers'))
    .where('incident_id', '=', row.id)
    .executeTakeFirstOrThrow()
  const { answer, answered_by: by, answered_at: at } = row
  return {
    id: row.id,
    community: row.community,
    topic: row.topic,
    building: row.building,
    state: row.closed_at ? 'closed' : answer ? 'answered' : 'open',
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    askers: Number(askers),
    ...(answer &&
      by &&
      at && { answer: { text: answer, by, at, ...someJson<'vouched', Vouched>('vouched', row.vouched) } }),
    ...(row.closed_at && { closedAt: row.closed_at }),
  }
}

type Place = Pick<Row<'incidents'>, 'community' | 'topic' | 'building'>

function notClosed(db: Db, { community, topic, building }: Place) {
  return db
    .selectFrom('incidents')
    .selectAll()
    .where('community', '=', community)
    .where('topic', '=', topic)
    .where('building', '=', building)
    .where('closed_at', 'is', null)
}

const isOver = (access: Access, row: Row<'incidents'>): boolean => row.updated_at < ago(access, INCIDENT_HOURS * 60)

/**
 * Counts an owner's question; part of the turn's transaction. Enough of them in the time make one incident.
 * @returns the incident that was opened or gained an asker
 */
export async function countAsk(
  access: Access,
  db: Db,
  { id: conversationId, community }: Row<'conversations'>,
  ask: BurstAsk,
): Promise<string | undefined> {
  const place = { community, topic: ask.topic, building: ask.building }
  // Whoever asks of the same place meanwhile waits, so that none is counted past another.
  await access.hold(db, JSON.stringify(['incident', community, ask.topic, ask.building]))
  const there = await notClosed(db, place).forNoKeyUpdate().executeTakeFirst()
  const current = there && !isOver(access, there) ? there : undefined
  if (there && !current) await close(access, db, there.id)
  const asked = { ...place, conversation_id: conversationId, asked_at: access.now() }
  const told = ask.told ? access.now() : null
  await remember(access, db, { ...asked, incident_id: current?.id ?? null, told_at: told })
  if (current) {
    await db.updateTable('incidents').set({ updated_at: access.now() }).where('id', '=', current.id).execute()
    return current.id
  }
  return openIfMany(access, db, place, ask)
}

type Asked = Omit<Row<'incident_asks'>, 'id'>

/** One row a conversation and incident; one that belongs to none yet is kept with its latest time. */
async function remember(access: Access, db: Db, asked: Asked): Promise<void> {
  const before = await db
    .selectFrom('incident_asks')
    .select(['id', 'told_at'])
    .where('community', '=', asked.community)
    .where('topic', '=', asked.topic)
    .where('building', '=', asked.building)
    .where('conversation_id', '=', asked.conversation_id)
    .where('incident_id', asked.incident_id === null ? 'is' : '=', asked.incident_id)
    .executeTakeFirst()
  if (!before) {
    await db
      .insertInto('incident_asks')
      .values({ id: access.newId(), ...asked })
      .execute()
    return
  }
  const set = { asked_at: asked.asked_at, told_at: asked.told_at ?? before.told_at }
  await db.updateTable('incident_asks').set(set).where('id', '=', before.id).execute()
}

async function openIfMany(access: Access, db: Db, place: Place, ask: BurstAsk): Promise<string | undefined> {
  const recent = await db
    .selectFrom('incident_asks')
    .select('id')
    .where('community', '=', place.community)
    .where('topic', '=', place.topic)
    .where('building', '=', place.building)
    .where('incident_id', 'is', null)
    .where('asked_at', '>', ago(access, ask.minutes))
    .execute()
  if (recent.length < ask.conversations) return undefined
  const now = access.now()
  const row = { id: access.newId(), ...place, opened_at: now, updated_at: now }
  const unanswered = { answer: null, answered_by: null, answered_at: null, vouched: null, closed_at: null }
  await db
    .insertInto('incidents')
    .values({ ...row, ...unanswered })
    .execute()
  const ids = recent.map(({ id }) => id)
  await db.updateTable('incident_asks').set({ incident_id: row.id }).where('id', 'in', ids).execute()
  return row.id
}

async function answer(
  access: Access,
  db: Db,
  id: string,
  { text, by, vouched }: { text: string; by: string; vouched?: Vouched },
  says: (reader: { community: string; locale: Locale }) => Reply,
): ReturnType<IncidentStore['answer']> {
  // The conversations before the incident, as every turn does.
  const asked = await db.selectFrom('incident_asks').select('conversation_id').where('incident_id', '=', id).execute()
  await lockConversations(
    db,
    asked.map(({ conversation_id }) => conversation_id),
  )
  const row = await db
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const now = access.now()
  if (row.answer !== text) {
    await db.updateTable('incident_asks').set({ told_at: null }).where('incident_id', '=', id).execute()
    const set = { answer: text, answered_by: by, answered_at: now, updated_at: now, vouched: jsonText(vouched) }
    await db.updateTable('incidents').set(set).where('id', '=', id).execute()
  }
  const waiting = await db
    .selectFrom('incident_asks')
    .select('conversation_id')
    .where('incident_id', '=', id)
    .where('told_at', 'is', null)
    .orderBy('conversation_id')
    .execute()
  for (const { conversation_id } of waiting) await tell(access, db, conversation_id, says)
  await db
    .updateTable('incident_asks')
    .set({ told_at: now })
    .where('incident_id', '=', id)
    .where('told_at', 'is', null)
    .execute()
  const after = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { incident: await toIncident(db, after), told: waiting.map(({ conversation_id }) => conversation_id) }
}

async function close(access: Access, db: Db, id: string): Promise<boolean> {
  const now = access.now()
  const row = await db
    .updateTable('incidents')
    .set({ closed_at: now, updated_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

async function list(db: Db, filter: Parameters<IncidentStore['list']>[0]): Promise<Incident[]> {
  const all = db.selectFrom('incidents').selectAll()
  const ofCommunity = filter.community ? all.where('community', '=', filter.community) : all
  const within = filter.communities ? ofCommunity.where('community', 'in', filter.communities) : ofCommunity
  const wanted = filter.open === undefined ? within : within.where('closed_at', filter.open ? 'is' : 'is not', null)
  const rows = await wanted
    .orderBy((eb) => eb.case().when('closed_at', 'is', null).then(0).else(1).end())
    .orderBy('opened_at', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return Promise.all(rows.map((row) => toIncident(db, row)))
}

/** Bursts of one and the same trouble, answered once for everybody. */
export function incidentStore(access: Access): IncidentStore {
  return {
    current: (community, topic, building) =>
      access.read(async (db) => {
        const row = await notClosed(db, { community, topic, building }).executeTakeFirst()
        return row && !isOver(access, row) ? toIncident(db, row) : undefined
      }),
    find: (id) =>
      access.read(async (db) => {
        const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
        return row && toIncident(db, row)
      }),
    list: (filter) => access.read((db) => list(db, filter)),
    answer: (id, given, says) => access.write((db) => answer(access, db, id, given, says)),
    close: (id) => access.write((db) => close(access, db, id)),
  }
}
