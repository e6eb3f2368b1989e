import { z } from 'zod'

/* What the calls of reports, gaps, samples, notices and going live answer with. */

const time = z.iso.datetime().describe('ISO 8601, UTC')
const words = z.strictObject({ zh: z.string(), en: z.string() })
const count = z.number().int().min(0)
const times = z.strictObject({
  n: count,
  median: z.number().optional().describe('Minutes'),
  p90: z.number().optional().describe('Minutes'),
})
const row = z.strictObject({
  key: z.string(),
  messages: count,
  atOnce: count.describe('Answered by the bot without asking back'),
  clarified: count,
  handedOff: count,
})
const notice = z.strictObject({
  id: z.string(),
  revision: z.number().int().min(1),
  community: z.string(),
  scope: z.looseObject({ building: z.string().optional() }),
  text: words,
  groupText: words.describe('Ready to be copied into the owners’ group'),
  asOf: time,
  source: words,
  staleAfterHours: z.number(),
  closedAt: time.optional(),
})

export const learningAnswers = {
  report: z.strictObject({
    from: time,
    to: time,
    community: z.string().optional(),
    messages: count,
    atOnce: count,
    clarified: count,
    handedOff: z.array(z.strictObject({ reason: z.string(), n: count })),
    tickets: count,
    overdue: count,
    wrong: z.strictObject({
      judgedWrong: count,
      judgedRight: count,
      labelledOtherwise: count,
      shouldHaveAnswered: count,
    }),
    firstResponse: times.describe('Of people; the bot’s replies do not count'),
    closed: z.strictObject({ n: count, inTime: count, reopened: count, ordersDone: count, ordersReopened: count }),
    rating: z.strictObject({
      n: count,
      average: z.number().optional(),
      scores: z.array(z.strictObject({ score: z.number(), n: count })),
    }),
    askedAgain: z.strictObject({ of: count, n: count }).describe('Needed a person again within 72 hours'),
    visits: z
      .strictObject({
        n: count.describe('Owners who were reached'),
        solved: count,
        notSolved: count,
        notReached: count,
        satisfaction: z.strictObject({ n: count, average: z.number().optional() }),
      })
      .describe('What somebody else heard who asked after the end whether it held'),
    neglected: z.strictObject({
      staleEntries: count,
      visitsOverdue: count.describe('Visits of repairers'),
      callbacksOverdue: count.describe('Promised to owners'),
    }),
    resolve: times,
    byCommunity: z.array(row),
    byIntent: z.array(row),
    byHour: z.array(row),
  }),
  gaps: z.strictObject({
    weeks: z.array(z.iso.date()),
    messages: count,
    gaps: z.array(
      z.strictObject({
        title: z.string(),
        n: count,
        weeks: z.array(z.strictObject({ week: z.iso.date(), n: count })),
        samples: z.array(z.string()),
        nearest: z.array(z.strictObject({ intent: z.string(), n: count })),
        lastAt: z.string(),
      }),
    ),
  }),
  samples: z.strictObject({
    week: z.iso.date().describe('Its Monday'),
    samples: z.array(
      z.strictObject({
        id: z.string(),
        community: z.string(),
        week: z.iso.date(),
        question: z.string(),
        answer: z.string(),
        intent: z.string().optional(),
        verdict: z.enum(['right', 'wrong']).optional(),
        note: z.string().optional(),
        judgedBy: z.string().optional(),
      }),
    ),
  }),
  notices: z.strictObject({ notices: z.array(notice) }),
  notice,
  launch: z.strictObject({
    mode: z.enum(['all', 'topics', 'shadow']),
    topics: z.array(z.string()),
    items: z.array(
      z.strictObject({ id: z.string(), ok: z.boolean(), blocking: z.boolean(), missing: z.array(z.string()) }),
    ),
  }),
}
