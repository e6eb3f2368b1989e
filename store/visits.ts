import type { ExpressionBuilder } from 'kysely'
import type { LedgerSpan } from '../bot/ports/ledger.ts'
import type { VisitFilter, VisitStore } from '../bot/ports/visits.ts'
import type { Visit, VisitFigures } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db, Schema } from './schema.ts'
import { recordVisit } from './visitsRecord.ts'
import { wholeVisits } from './visitsRows.ts'

const PAGE = 50

function matching({ list, of }: Pick<VisitFilter, 'list' | 'of'>) {
  return (eb: ExpressionBuilder<Schema, 'visits'>) => {
    const time = list === 'due' ? '<=' : '>'
    const places = of.map(({ community, endedBy }) =>
      list === 'done'
        ? eb('community', '=', community)
        : eb.and([eb('community', '=', community), eb('closed_at', time, endedBy)]),
    )
    const state = list === 'done' ? eb('state', 'not in', ['open', 'moot']) : eb('state', '=', 'open')
    return eb.and([state, eb.or(places)])
  }
}

async function list(db: Db, { page = 1, ...filter }: VisitFilter): Promise<{ visits: Visit[]; total: number }> {
  if (!filter.of.length) return { visits: [], total: 0 }
  const found = db.selectFrom('visits').where(matching(filter))
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .orderBy('closed_at', filter.list === 'done' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  return { visits: await wholeVisits(db, rows), total: Number(total) }
}

async function find(db: Db, id: string): Promise<Visit | undefined> {
  const row = await db.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await wholeVisits(db, [row]))[0]
}

async function ended(db: Db, { from, to, community, communities }: LedgerSpan, limit: number): Promise<Visit[]> {
  let query = db.selectFrom('visits').selectAll().where('closed_at', '>=', from).where('closed_at', '<', to)
  if (community) query = query.where('community', '=', community)
  if (communities) query = query.where('community', 'in', communities)
  const rows = await query.where('state', '!=', 'moot').orderBy('closed_at').orderBy('id').limit(limit).execute()
  return wholeVisits(db, rows)
}

/** Of each visit its last word: who was reached at the third try counts once. */
async function figures(db: Db, { from, to, community, communities }: LedgerSpan): Promise<VisitFigures> {
  let query = db
    .selectFrom('visit_calls')
    .innerJoin('visits', 'visits.id', 'visit_calls.visit_id')
    .select(['visit_calls.result', 'visit_calls.satisfaction'])
    .whereRef('visit_calls.result', '=', 'visits.state')
    .where('visit_calls.at', '>=', from)
    .where('visit_calls.at', '<', to)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('visit_calls as later')
            .select('later.id')
            .whereRef('later.visit_id', '=', 'visits.id')
            .where((or) =>
              or.or([
                or('later.at', '>', or.ref('visit_calls.at')),
                or.and([or('later.at', '=', or.ref('visit_calls.at')), or('later.id', '>', or.ref('visit_calls.id'))]),
              ]),
            ),
        ),
      ),
    )
  if (community) query = query.where('visits.community', '=', community)
  if (communities) query = query.where('visits.community', 'in', communities)
  return figuresOf(await query.execute())
}

function figuresOf(rows: { result: string; satisfaction: number | null }[]): VisitFigures {
  const count = (wanted: string) => rows.filter(({ result }) => result === wanted).length
  const [solved, notSolved] = [count('solved'), count('not_solved')]
  const scores = rows.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]))
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return {
    n: solved + notSolved,
    solved,
    notSolved,
    notReached: count('not_reached'),
    satisfaction: { n: scores.length, ...(scores.length > 0 && { average }) },
  }
}

/** What was ended, and whether it held. */
export function visitStore(access: Access): VisitStore {
  return {
    list: (filter) => access.read((db) => list(db, filter)),
    find: (id) => access.read((db) => find(db, id)),
    ended: (span, limit) => access.read((db) => ended(db, span, limit)),
    record: (id, call, words) => access.write((db) => recordVisit(access, db, id, call, words)),
    figures: (span) => access.read((db) => figures(db, span)),
  }
}
