import { createHash } from 'node:crypto'
import type { AnswerSample, ReportStore } from '../bot/ports/reports.ts'
import type { Access } from './access.ts'
import { some } from './rows.ts'
import type { Db } from './schema.ts'

type Wanted = Parameters<ReportStore['samples']>[0]

/** Bot answers of one week and compound from which the sample is drawn at most. */
const MOST_DRAWN_FROM = 20_000

/** Draws what is missing of the week's sample, and gives it whole. */
export async function samples(access: Access, db: Db, wanted: Wanted): Promise<AnswerSample[]> {
  const drawn = await listed(db, wanted)
  if (drawn.length >= wanted.size) return drawn.map(shown)
  const known = new Set(drawn.map(({ key }) => key))
  const fresh = (await answersOf(db, wanted)).filter(({ key }) => !known.has(key)).slice(0, wanted.size - drawn.length)
  const { community, week } = wanted
  for (const [index, { conversation_id, seq }] of fresh.entries())
    await db
      .insertInto('answer_samples')
      .values({ id: access.newId(), community, week, position: drawn.length + index, conversation_id, seq })
      .onConflict((conflict) => conflict.columns(['community', 'week', 'conversation_id', 'seq']).doNothing())
      .execute()
  return (fresh.length ? await listed(db, wanted) : drawn).map(shown)
}

const shown = ({ key: _key, ...sample }: AnswerSample & { key: string }): AnswerSample => sample

/** In the order of a hash, which nobody chose and nobody can foresee by the time or the owner. */
async function answersOf(db: Db, { from, to, community }: Wanted) {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select(['messages.conversation_id', 'messages.answers'])
    .where('conversations.community', '=', community)
    .where('messages.speaker', '=', 'bot')
    .where('messages.action', 'in', ['answer', 'status'])
    .where('messages.answers', 'is not', null)
    .where('messages.created_at', '>=', from)
    .where('messages.created_at', '<', to)
    .groupBy(['messages.conversation_id', 'messages.answers'])
    .orderBy('messages.conversation_id')
    .orderBy('messages.answers')
    .limit(MOST_DRAWN_FROM)
    .execute()
  return rows
    .map(({ conversation_id, answers }) => ({ conversation_id, seq: Number(answers) }))
    .map((row) => ({ ...row, key: keyOf(row) }))
    .sort((a, b) => (hashOf(a.key) < hashOf(b.key) ? -1 : 1))
}

const keyOf = ({ conversation_id, seq }: { conversation_id: string; seq: number }): string =>
  `${conversation_id}/${seq}`
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

async function listed(db: Db, { community, week }: Wanted): Promise<(AnswerSample & { key: string })[]> {
  const rows = await db
    .selectFrom('answer_samples as s')
    .innerJoin('messages as said', (join) =>
      join.onRef('said.conversation_id', '=', 's.conversation_id').onRef('said.seq', '=', 's.seq'),
    )
    .leftJoin('messages as reply', (join) =>
      join.onRef('reply.conversation_id', '=', 's.conversation_id').onRef('reply.answers', '=', 's.seq'),
    )
    .selectAll('s')
    .select(['said.text as question', 'reply.text as answer', 'reply.intent', 'reply.seq as reply_seq'])
    .where('s.community', '=', community)
    .where('s.week', '=', week)
    .orderBy('s.position')
    .orderBy('s.id')
    .orderBy('reply.seq')
    .execute()
  const byId = new Map<string, AnswerSample & { key: string }>()
  for (const row of rows) {
    const before = byId.get(row.id)
    if (before) before.answer += `\n${row.answer ?? ''}`
    else
      byId.set(row.id, {
        key: keyOf(row),
        ...{ id: row.id, community, week, question: row.question, answer: row.answer ?? '' },
        ...some('intent', row.intent),
        ...some('verdict', row.verdict as 'right' | 'wrong' | null),
        ...some('note', row.note),
        ...some('judgedBy', row.judged_by),
      })
  }
  return [...byId.values()]
}

export async function judge(
  access: Access,
  db: Db,
  id: string,
  { verdict, note, by }: Parameters<ReportStore['judge']>[1],
): Promise<boolean> {
  const changed = await db
    .updateTable('answer_samples')
    .set({ verdict, note: note ?? null, judged_by: by, judged_at: access.now() })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function judged(
  db: Db,
  { from, to, community }: Parameters<ReportStore['judged']>[0],
): ReturnType<ReportStore['judged']> {
  let query = db
    .selectFrom('answer_samples')
    .select((eb) => ['verdict', eb.fn.countAll().as('n')])
    .where('judged_at', '>=', from)
    .where('judged_at', '<', to)
  if (community !== undefined) query = query.where('community', '=', community)
  const rows = await query.groupBy('verdict').execute()
  const of = (verdict: string) => Number(rows.find((row) => row.verdict === verdict)?.n ?? 0)
  return { right: of('right'), wrong: of('wrong') }
}
