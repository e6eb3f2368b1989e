import type { TurnAnswer } from '../bot/turn.ts'
import type { Action } from '../bot/types.ts'
import type { Metrics } from '../http/metrics.ts'

const ANSWERS: readonly Action[] = ['answer', 'status', 'smalltalk', 'subscribed']
const FALLBACKS: readonly Action[] = ['clarify', 'fallback', 'out_of_scope']

/** Counts a turn by what came of it; one that fails or had been done before is not counted. */
export async function counted(metrics: Metrics, turn: Promise<TurnAnswer>): Promise<TurnAnswer> {
  const done = metrics.turnSeconds.startTimer()
  const answer = await turn
  done()
  const { outcome, classification } = answer
  if (classification)
    metrics.confidence.observe(classification.alternatives[0]?.confidence ?? classification.confidence)
  if (!outcome) return answer
  const { action, handoff } = outcome
  metrics.turns.inc({ action })
  if (handoff) metrics.handoffs.inc({ reason: handoff.reason, priority: handoff.priority })
  else if (ANSWERS.includes(action)) metrics.answeredAtOnce.inc()
  if (FALLBACKS.includes(action)) metrics.fallbacks.inc()
  return answer
}
