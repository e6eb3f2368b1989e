import type { Classification, EmergencyIntent, EmergencyMatch, Outcome } from './types.ts'

/**
 * Below this chance of any emergency, and from this confidence in another matter on, the model calls off what a rule
 * found in the words alone (“要是着火怎么跑”, “这价是抢劫啊”). Measured on the development messages; see
 * docs/evaluation.md.
 */
const CALLED_OFF = { below: 0.06, sureOfAnother: 0.5 }
/** Where leaving or calling costs little and silence may cost a life, it must be all but certain. */
const DEAR_CALLED_OFF = { below: 0.02, sureOfAnother: 0.8 }
const DEAR = new Set<EmergencyIntent>(['emergency.missing', 'emergency.selfharm', 'gas.leak'])

/**
 * Chances of an emergency from which the model alone raises the alarm: where it knows its way about, where it is lost
 * and where it is rather sure that the words are nobody's business here. The words of an emergency are often new to it,
 * so doubt lowers the bar. A part of a message is torn from what it belongs to, and needs more.
 */
const RAISED_FROM = { known: 0.5, lost: 0.3, strange: 0.7, part: 0.7, strangePart: 0.9 }
const SURELY_STRANGE = 0.6

/** “要是哪天我没了…” imagines, and is meant. */
const TAKEN_AT_ITS_WORD: EmergencyIntent = 'emergency.selfharm'

type IsEmergency = (intent: string) => boolean

/** A message, or a part of it that may be a wish of its own, as rules and model read it. */
export interface Heard {
  rule?: EmergencyMatch
  model: Classification
  /** The model's reading of what is left without figures of speech; missing where it is all a tale. */
  plain?: Classification
  /** Torn from its message, so that the model must be surer. */
  part: boolean
}

export interface Alarm {
  intent: EmergencyIntent
  /** A rule found it; else the model alone. */
  byRule: boolean
}

/** The emergency that what was heard is taken for. A rule speaks before the model, the whole message before its parts. */
export function alarmIn(heard: readonly Heard[], isEmergency: IsEmergency): Alarm | undefined {
  for (const { rule, model } of heard) {
    if (rule && stands(rule, model, isEmergency)) return { intent: rule.intent, byRule: true }
  }
  for (const { model, plain, part } of heard) {
    const raised = raisedByModel(plain ? [model, plain] : [model], part, isEmergency)
    if (raised && (plain || raised === TAKEN_AT_ITS_WORD)) return { intent: raised, byRule: false }
  }
  return undefined
}

/** True when what the rule found counts. Without a model every rule counts. */
export function stands(match: EmergencyMatch, model: Classification, isEmergency: IsEmergency): boolean {
  const { below, sureOfAnother } = DEAR.has(match.intent) ? DEAR_CALLED_OFF : CALLED_OFF
  if (chance(model, isEmergency) >= below || model.confidence < sureOfAnother) return true
  return !model.outOfScope && model.certainty === 'lost'
}

/**
 * The likeliest emergency, where every reading gives it chance enough. Neither a better guess nor doubt keeps it
 * silent: the words of an emergency are often new to the model.
 */
export function raisedByModel(
  readings: readonly Classification[],
  part: boolean,
  isEmergency: IsEmergency,
): EmergencyIntent | undefined {
  const reached = readings.every((model) => chance(model, isEmergency) >= barFor(model, part))
  const likeliest = readings.at(-1)?.alternatives.find(({ intent }) => isEmergency(intent))?.intent
  return reached ? (likeliest as EmergencyIntent | undefined) : undefined
}

function barFor({ outOfScope, confidence, certainty }: Classification, part: boolean): number {
  const strange = outOfScope && confidence >= SURELY_STRANGE
  if (part) return strange ? RAISED_FROM.strangePart : RAISED_FROM.part
  if (strange) return RAISED_FROM.strange
  return certainty === 'lost' ? RAISED_FROM.lost : RAISED_FROM.known
}

/** The words of an emergency that was called off still bring the numbers, after the answer. */
export function withNumbers(outcome: Outcome, words: string): Outcome {
  const last = outcome.replies.at(-1)
  if (!last) return outcome
  return { ...outcome, replies: [...outcome.replies.slice(0, -1), { ...last, text: `${last.text}\n${words}` }] }
}

const chance = (model: Classification, isEmergency: IsEmergency): number =>
  model.alternatives.reduce((sum, { intent, confidence }) => sum + (isEmergency(intent) ? confidence : 0), 0)
