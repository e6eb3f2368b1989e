export interface Scored {
  intent: string
  /** Calibrated probability, 0 to 1. */
  confidence: number
}

/**
 * How far the model trusts its own answer, by thresholds computed when it was trained:
 * `sure` → answer at once; `close` → offer the candidates; `lost` → not understood.
 */
export type Certainty = 'sure' | 'close' | 'lost'

/** What the model made of one utterance. Never rewritten by the policy that judged it. */
export interface Classification {
  /** The best intent, or `out_of_scope` when rejected. */
  intent: string
  confidence: number
  /** At most five, best first, the first being the argmax, also when rejected. */
  alternatives: Scored[]
  outOfScope: boolean
  certainty: Certainty
}

export interface Classifier {
  /** Synchronous and pure; throws only when the model is broken. */
  classify(text: string): Classification
  /** Hash of what it was trained on and how. */
  readonly version: string
}

export const EMERGENCY_INTENTS = [
  'gas.leak',
  'leak.burst',
  'elevator.trapped',
  'emergency.fire',
  'emergency.injury',
  'emergency.violence',
  'emergency.selfharm',
  'emergency.missing',
] as const

export type EmergencyIntent = (typeof EMERGENCY_INTENTS)[number]

export interface EmergencyMatch {
  intent: EmergencyIntent
  /** The rule that fired, for the record and for tests. */
  rule: string
}

/** The rules that stand before the model; they need neither model nor store. */
export type FindEmergency = (text: string) => EmergencyMatch | undefined

/**
 * What is left of a message for the model to hear an emergency in: itself, or without figures of speech and what only
 * looks like one, or nothing where it tells of what is imagined, rehearsed, denied, over or long past.
 */
export type PlainWords = (text: string) => string

/** The emergencies whose words a message has at all: wide lists, without which it can hardly speak of them. */
export type HintsIn = (text: string) => readonly EmergencyIntent[]

/** A home or a larger place. What the owner did not say is left out. */
export interface Home {
  /** `3` for 3栋. Text, since buildings are called 3A too. */
  building?: string
  unit?: string
  floor?: string
  room?: string
}

export interface Entities {
  home?: Home
  /** Digits only: 11 for a mobile phone, 7 to 12 for a land line. */
  phone?: string
  /** When it suits the owner, in their own words (“周六上午”). Never turned into a promise. */
  when?: string
  /** The room or part concerned, in the owner's words: 厨房, 楼道, 地下车库. */
  place?: string
  /** Number plate, upper case, without the dot: 粤B12345. */
  plate?: string
}

export type FindEntities = (text: string) => Entities

export type Mood = 'calm' | 'worried' | 'angry' | 'abusive'
export type Urgency = 'low' | 'normal' | 'high' | 'emergency'

export interface Tone {
  mood: Mood
  urgency: Urgency
  /** Threatens to block the gate, with media, a lawyer, a hotline, or harm. */
  threat: boolean
  /** A threat to block the gate or to besiege the office. */
  blockade: boolean
}

export type ReadTone = (text: string) => Tone

/** A topic that a second opinion may choose. */
export interface Candidate {
  intent: string
  title: string
}

/** Chooses one of the candidates, or none; undefined also when it came late or failed. Never throws. */
export type SecondOpinion = (text: string, candidates: Candidate[]) => Promise<string | undefined>
