import type { ReportStore } from '../bot/ports/reports.ts'
import type { Access } from './access.ts'
import { answered } from './reportsAnswered.ts'
import { heard } from './reportsHeard.ts'
import { callbacksOverdue, orders } from './reportsOwed.ts'
import { ratings } from './reportsRatings.ts'
import { judge, judged, samples } from './reportsSamples.ts'
import { tickets } from './reportsTickets.ts'

/** What is read over many conversations, and what staff say of the bot's work. */
export function reportStore(access: Access): ReportStore {
  return {
    heard: (span) => access.read((db) => heard(db, span)),
    answered: (span) => access.read((db) => answered(db, span)),
    tickets: (span) => access.read((db) => tickets(db, span)),
    ratings: (span) => access.read((db) => ratings(db, span)),
    callbacksOverdue: (of) => access.read((db) => callbacksOverdue(db, of)),
    orders: (span) => access.read((db) => orders(db, span)),
    label: ({ ticketId, intent, shouldAnswer, author }) =>
      access.write(async (db) => {
        const words = { intent: intent ?? null, should_answer: shouldAnswer ? 1 : 0, author, created_at: access.now() }
        await db
          .insertInto('ticket_labels')
          .values({ ticket_id: ticketId, ...words })
          .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(words))
          .execute()
      }),
    samples: (wanted) => access.write((db) => samples(access, db, wanted)),
    sample: (id) =>
      access.read((db) =>
        db.selectFrom('answer_samples').select(['id', 'community']).where('id', '=', id).executeTakeFirst(),
      ),
    judge: (id, verdict) => access.write((db) => judge(access, db, id, verdict)),
    judged: (span) => access.read((db) => judged(db, span)),
  }
}
