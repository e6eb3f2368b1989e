import type { Classification, EmergencyIntent, EmergencyMatch, Outcome } from './types.ts'

/**
 * Below this chance of any emergency, and from this confidence in another matter on, the model calls off what a rule
 * found in the words alone (“要是着火怎么跑”, “这价是抢劫啊”). Measured on the development messages; see
 * docs/evaluation.md.
 */
const CALLED_OFF = { below: 0.02, sureOfAnother: 0.6 }
/** Where leaving or calling costs little and silence may cost a life, it must be all but certain. */
const DEAR_CALLED_OFF = { below: 0.013, sureOfAnother: 0.86 }
const DEAR = new Set<EmergencyIntent>(['emergency.fire', 'emergency.missing', 'emergency.selfharm', 'gas.leak'])
/**
 * Below this chance a model that is not lost calls off what a rule found, however unsure it is what else is meant: over
 * the development messages no real one that a rule had found had less than twice this.
 */
const NO_CHANCE = 0.007

/**
 * Chances of an emergency from which the model alone raises the alarm, and what it needs where it is rather sure that
 * the words are nobody's business here. A part of a message is torn from what it belongs to, and needs more; so does a
 * message without a word of what the model takes it for, or of any emergency (`HintsIn`).
 */
const RAISED_FROM = {
  known: 0.45,
  strange: 0.7,
  part: 0.7,
  strangePart: 0.9,
  oddPart: 0.99,
  tale: 0.97,
  wordOfAnother: 0.8,
  wordless: 0.9,
}
const SURELY_STRANGE = 0.6
/**
 * Of gas and fire one must get away at once, and nobody is harmed by having left, so the bar is low; knocks, lifts that
 * stand and water that drips are everyday matters, and real ones it was far surer of.
 */
const KNOWN: Partial<Record<string, number>> = {
  'gas.leak': 0.2,
  'emergency.fire': 0.2,
  'emergency.injury': 0.6,
  'elevator.trapped': 0.65,
  'leak.burst': 0.65,
}
/** What is told in so many ways that no list of words holds them all. */
const TOLD_INDIRECTLY = new Set<EmergencyIntent>([
  'emergency.selfharm',
  'emergency.fire',
  'gas.leak',
  'emergency.injury',
])
/** From this chance on an owner gets the emergency numbers under the answer to what else was understood. */
const DOUBTED_FROM = 0.2

/** “要是哪天我没了…” imagines, and is meant. */
const TAKEN_AT_ITS_WORD: EmergencyIntent = 'emergency.selfharm'

type IsEmergency = (intent: string) => boolean

/** A message, or a part of it that may be a wish of its own, as rules and model read it. */
export interface Heard {
  rule?: EmergencyMatch
  model: Classification
  /** The model's reading of what is left without figures of speech; missing where it is all a tale. */
  plain?: Classification
  /** The emergencies of which it has a word; missing where nobody looked. */
  hints?: readonly EmergencyIntent[]
  /** Names who or where and nothing that happened, so that the model alone raises nothing. */
  bare?: boolean
  /** Torn from its message, so that the model must be surer. */
  part: boolean
}

const WHO_OR_WHERE =
  /就|只有?|都|一个人|两个人?|孩子|小孩|娃|老人|老伴|老公|老婆|父母|爷爷|爺爺|奶奶|[爸妈媽他她我]|我?[们們]|[里裡裏上下][面头頭]?|家|屋|在|是|还|還|有|的|和|跟|\b(?:my|the|just|only|in|at|inside|home|kids?|child(?:ren)?|mum|mom|dad|wife|husband|us|me|we)\b/gi

/** “孩子”, “在里面”, “就我们家”: answers to somebody's question, which tell of nothing by themselves. */
export const isBare = (text: string): boolean =>
  text.length <= 24 && /[\p{L}\p{N}]/u.test(text) && !/[\p{L}\p{N}]/u.test(text.replace(WHO_OR_WHERE, ''))

/** Where in a message words stand. */
export interface Place {
  part: boolean
  /** The message as a whole is surely about another matter. */
  odd?: boolean
  hints?: readonly EmergencyIntent[]
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
  const [whole] = heard
  for (const { model, plain, part, hints, bare } of heard) {
    if (bare) continue
    const odd = part && whole !== undefined && !mayStand(whole.model, DEAR_CALLED_OFF, isEmergency)
    const raised = raisedByModel(
      plain ? [model, plain] : [model],
      { part, odd, ...(hints ? { hints } : {}) },
      isEmergency,
    )
    if (raised && (plain || raised === TAKEN_AT_ITS_WORD || isPlain(model, isEmergency)))
      return { intent: raised, byRule: false }
  }
  return undefined
}

/** So sure that even what reads like a tale is no tale. */
const isPlain = (model: Classification, isEmergency: IsEmergency): boolean =>
  chance(model, isEmergency) >= RAISED_FROM.tale && model.certainty === 'sure'

/** True when what the rule found counts. Without a model every rule counts. */
export function stands(match: EmergencyMatch, model: Classification, isEmergency: IsEmergency): boolean {
  const dear = DEAR.has(match.intent)
  if (!mayStand(model, dear ? DEAR_CALLED_OFF : CALLED_OFF, isEmergency)) {
    if (model.outOfScope || model.certainty !== 'lost') return false
  }
  return dear || model.certainty === 'lost' || chance(model, isEmergency) >= NO_CHANCE
}

/** True unless the model gives an emergency hardly a chance and is sure of another matter. */
function mayStand(model: Classification, bars: typeof CALLED_OFF, isEmergency: IsEmergency): boolean {
  return chance(model, isEmergency) >= bars.below || model.confidence < bars.sureOfAnother
}

/**
 * The likeliest emergency, where every reading gives it chance enough. Neither a better guess nor doubt keeps it
 * silent: the words of an emergency are often new to the model.
 */
export function raisedByModel(
  readings: readonly Classification[],
  place: Place,
  isEmergency: IsEmergency,
): EmergencyIntent | undefined {
  const found = readings.at(-1)?.alternatives.find(({ intent }) => isEmergency(intent))?.intent as
    | EmergencyIntent
    | undefined
  if (!found) return undefined
  const known = knownFrom(found, place.hints)
  const reached = readings.every((model) => chance(model, isEmergency) >= barFor(model, place, known))
  return reached ? found : undefined
}

function barFor({ outOfScope, confidence }: Classification, { part, odd }: Place, known: number): number {
  const strange = outOfScope && confidence >= SURELY_STRANGE
  if (odd) return RAISED_FROM.oddPart
  if (part) return Math.max(known, strange ? RAISED_FROM.strangePart : RAISED_FROM.part)
  return strange ? Math.max(known, RAISED_FROM.strange) : known
}

/** Where the model knows its way about or is lost. */
function knownFrom(found: EmergencyIntent, hints?: readonly EmergencyIntent[]): number {
  const bar = KNOWN[found] ?? RAISED_FROM.known
  if (!hints || hints.includes(found)) return bar
  if (hints.every((hint) => hint === TAKEN_AT_ITS_WORD)) return RAISED_FROM.wordless
  return TOLD_INDIRECTLY.has(found) ? bar : RAISED_FROM.wordOfAnother
}

/** No alarm, and yet it may be one: a rule was called off, or the model gives it a chance that is no tale. */
export function inDoubt(heard: readonly Heard[], isEmergency: IsEmergency): boolean {
  return heard.some(({ rule, model, plain, part }) => {
    if (rule) return true
    return plain !== undefined && !part && [model, plain].every((read) => chance(read, isEmergency) >= DOUBTED_FROM)
  })
}

/** The words of an emergency that was called off still bring the numbers, after the answer. */
export function withNumbers(outcome: Outcome, words: string): Outcome {
  const last = outcome.replies.at(-1)
  if (!last) return outcome
  return { ...outcome, replies: [...outcome.replies.slice(0, -1), { ...last, text: `${last.text}\n${words}` }] }
}

const chance = (model: Classification, isEmergency: IsEmergency): number =>
  model.alternatives.reduce((sum, { intent, confidence }) => sum + (isEmergency(intent) ? confidence : 0), 0)
