import type { Model } from './model.ts'
import { addRow } from './planes.ts'
import { type Judged, judge } from './signals.ts'
import { OUT_OF_SCOPE } from './types.ts'
import { Vectoriser } from './vectoriser.ts'

/** Scores text with a trained model. Not to be shared between threads. */
export class Scorer {
  private readonly vectoriser: Vectoriser
  private readonly scores: Float32Array
  private readonly outOfScopeClass: number
  private readonly model: Model

  constructor(model: Model) {
    this.model = model
    this.vectoriser = new Vectoriser(model.vocabulary, model.familyWeights)
    this.scores = new Float32Array(model.intents.length)
    this.outOfScopeClass = model.intents.indexOf(OUT_OF_SCOPE)
  }

  judge(text: string): Judged {
    const { planes, temperature } = this.model
    const vector = this.vectoriser.vectorise(text)
    this.scores.set(planes.bias)
    let size = 0
    for (let i = 0; i < vector.length; i++) {
      size += vector.values[i]!
      addRow(planes, vector.indices[i]!, vector.values[i]!, this.scores)
    }
    for (let c = 0; c < this.scores.length; c++) this.scores[c]! += size * planes.baseline[c]!
    const columns = this.model.vocabulary.hashes.length
    for (let i = 0; i < vector.dense.length; i++) addRow(planes, columns + i, vector.dense[i]!, this.scores)
    return judge(this.scores, this.outOfScopeClass, temperature, vector.novelty, vector.words)
  }
}
