import type { Outcome, Turn } from './types.ts'

/** Angry messages in a row after which a person takes over. */
const PATIENCE = 2

type Say = (key: string) => string

/** True when this message is angry by itself. */
export const isAngry = (turn: Turn): boolean => turn.tone.mood === 'angry' || turn.tone.mood === 'abusive'

/**
 * What anger changes: the first time in a conversation one sentence before the facts; at a threat, or the second time
 * in a row, a person with priority. The facts of the answer never change with it.
 */
export function withAnger(turn: Turn, outcome: Outcome, say: Say): Outcome {
  if (outcome.action === 'emergency' || outcome.action === 'relay') return outcome
  const inARow = isAngry(turn) ? turn.conversation.memory.angry + 1 : 0
  // What goes to people has its own first words.
  const soothes = inARow === 1 && !turn.conversation.memory.soothed && outcome.handoff?.reason !== 'human_intent'
  if (!turn.tone.threat && inARow < PATIENCE) return soothes ? acknowledged(outcome, say('angry_first')) : outcome
  return {
    ...outcome,
    handoff: { reason: 'anger', priority: 'high', team: 'manager' },
  }
}

function acknowledged(outcome: Outcome, words: string): Outcome {
  const [first, ...rest] = outcome.replies
  if (!first || outcome.action === 'smalltalk') return outcome
  return {
    ...outcome,
    replies: [{ ...first, text: `${words}\n${first.text}` }, ...rest],
    remember: { ...outcome.remember, soothed: true },
  }
}
