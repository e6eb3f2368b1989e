import type { Handlers, Outcome, Turn } from './types.ts'

/** Answers each wish of a message; questions that need an answer come last, one at a time. */
export async function answerSeveral(turn: Turn, handlers: Handlers): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const wish of turn.wishes) outcomes.push(await handlers.answer(wish.classification.intent, { ...turn, ...wish }))
  const answered = outcomes.filter((outcome) => !outcome.form)
  const [asking, ...later] = outcomes.filter((outcome) => outcome.form)
  return merge(asking ? [...answered, asking] : answered, later)
}

/** The last outcome leads, since it is the one that the owner answers; a later form waits behind the first. */
function merge(outcomes: Outcome[], later: Outcome[]): Outcome {
  const lead = outcomes.at(-1)
  if (!lead) throw new Error('a message of several wishes gave no outcome')
  const handoff = outcomes.map((outcome) => outcome.handoff).find(Boolean)
  const subscribes = outcomes.map(({ subscribe }) => subscribe).find(Boolean)
  const ask = outcomes.map((outcome) => outcome.ask).find(Boolean)
  const parked = later[0]?.form
  return {
    ...lead,
    ...(lead.form && parked ? { form: { ...lead.form, parked } } : {}),
    ...(handoff ? { handoff } : {}),
    ...(subscribes ? { subscribe: subscribes } : {}),
    ...(ask ? { ask } : {}),
    replies: outcomes.flatMap((outcome) => outcome.replies),
    evidence: {
      status: outcomes.flatMap((outcome) => outcome.evidence?.status ?? []),
      repairs: outcomes.flatMap((outcome) => outcome.evidence?.repairs ?? []),
      words: outcomes.flatMap((outcome) => outcome.evidence?.words ?? []),
    },
  }
}
