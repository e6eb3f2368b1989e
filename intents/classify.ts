import type { Certainty, Classification, Classifier, Scored } from '../bot/types.ts'
import { predict } from './logistic.ts'
import type { Model, Thresholds } from './model.ts'
import { Scorer } from './scorer.ts'
import type { Judged } from './signals.ts'
import { OUT_OF_SCOPE } from './types.ts'

/** A classification with what `evaluate` needs beside it. */
export interface Detailed extends Classification {
  /** Probability that the utterance belongs to none of the intents. A model that never saw such only ranks by its doubt. */
  outOfScopeProbability: number
}

export interface DetailedClassifier extends Classifier {
  classify(text: string): Detailed
}

export function createClassifier(model: Model): DetailedClassifier {
  const scorer = new Scorer(model)
  return { version: model.version, classify: (text) => decide(model, scorer.judge(text)) }
}

function decide(model: Model, judged: Judged): Detailed {
  const confidence = predict(model.correctness, judged.signals)
  const outOfScopeProbability =
    model.outOfScope === undefined ? 1 - confidence : predict(model.outOfScope, judged.signals)
  const alternatives = spread(model, judged, confidence)
  const outOfScope = outOfScopeProbability >= model.thresholds.outOfScope
  return {
    intent: outOfScope ? OUT_OF_SCOPE : alternatives[0]!.intent,
    confidence: outOfScope ? outOfScopeProbability : confidence,
    alternatives,
    outOfScope,
    certainty: outOfScope ? 'lost' : certaintyOf(confidence, model.thresholds),
    outOfScopeProbability,
  }
}

/** At a threshold the higher certainty counts. */
export function certaintyOf(confidence: number, thresholds: Pick<Thresholds, 'answer' | 'clarify'>): Certainty {
  if (confidence >= thresholds.answer) return 'sure'
  return confidence >= thresholds.clarify ? 'close' : 'lost'
}

/** The first has the head's probability; the others share what is left in proportion, none above the one before it. */
function spread(model: Model, judged: Judged, confidence: number): Scored[] {
  const left = Math.min(1, (1 - confidence) / (1 - judged.shares[0]! + 1e-9))
  let ceiling = confidence
  return judged.best.map((number, place) => {
    if (place > 0) ceiling = Math.min(ceiling, judged.shares[place]! * left)
    return { intent: model.intents[number]!, confidence: ceiling }
  })
}
