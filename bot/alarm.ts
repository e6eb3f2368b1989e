import type { Classification, EmergencyIntent, EmergencyMatch, Outcome } from './types.ts'

/**
 * Below this chance of any emergency, and from this confidence in another matter on, the model calls off what a rule
 * found in the words alone (“要是着火怎么跑”, “这价是抢劫啊”). Measured on the development messages; see
 * docs/evaluation.md.
 */
const CALLED_OFF_BELOW = 0.1
const SURE_OF_ANOTHER = 0.5
/** Chance of an emergency from which the model alone raises the alarm. */
const RAISED_FROM = 0.4

/** Where leaving or calling costs little and silence may cost a life, the model is not asked whether it was meant. */
const NEVER_CALLED_OFF = new Set<EmergencyIntent>(['emergency.missing', 'emergency.selfharm', 'gas.leak'])

type IsEmergency = (intent: string) => boolean

/** True when what the rule found counts. Without a model every rule counts. */
export function stands(match: EmergencyMatch, model: Classification, isEmergency: IsEmergency): boolean {
  if (NEVER_CALLED_OFF.has(match.intent)) return true
  if (chance(model, isEmergency) >= CALLED_OFF_BELOW) return true
  return !model.outOfScope && (model.certainty === 'lost' || model.confidence < SURE_OF_ANOTHER)
}

/** The emergency that the model alone is sure enough of, where no rule found one. */
export function raisedByModel(model: Classification, isEmergency: IsEmergency): EmergencyIntent | undefined {
  const best = model.alternatives[0]?.intent
  if (model.outOfScope || model.certainty === 'lost' || !best || !isEmergency(best)) return undefined
  return chance(model, isEmergency) >= RAISED_FROM ? (best as EmergencyIntent) : undefined
}

/** The words of an emergency that was called off still bring the numbers, after the answer. */
export function withNumbers(outcome: Outcome, words: string): Outcome {
  const last = outcome.replies.at(-1)
  if (!last) return outcome
  return { ...outcome, replies: [...outcome.replies.slice(0, -1), { ...last, text: `${last.text}\n${words}` }] }
}

const chance = (model: Classification, isEmergency: IsEmergency): number =>
  model.alternatives.reduce((sum, { intent, confidence }) => sum + (isEmergency(intent) ? confidence : 0), 0)
