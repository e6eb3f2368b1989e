import { GrowingTable } from './hashing.ts'

/** Which features the model knows, and how much each tells. */
export interface Vocabulary {
  /** Hash of each feature, by its number. */
  hashes: Uint32Array
  families: Uint8Array
  /** Inverse document frequency of each. */
  idf: Float32Array
  /** That of a feature never seen. */
  unseenIdf: number
}

/** Counts in how many utterances each feature stands, and keeps those that stand in `least` or more. */
export class VocabularyBuilder {
  private readonly numbers = new GrowingTable()
  private readonly families: number[] = []
  private readonly counts: number[] = []
  /** The last utterance each was seen in. */
  private readonly last: number[] = []
  private utterances = 0

  add(hashes: Uint32Array, families: Uint8Array, length: number): void {
    this.utterances++
    for (let i = 0; i < length; i++) {
      const number = this.numbers.numberOf(hashes[i]!)
      if (number === this.counts.length) {
        this.families.push(families[i]!)
        this.counts.push(1)
        this.last.push(this.utterances)
      } else if (this.last[number] !== this.utterances) {
        this.counts[number]!++
        this.last[number] = this.utterances
      }
    }
  }

  build(least: number): Vocabulary {
    const kept = [...this.counts.keys()].filter((number) => this.counts[number]! >= least)
    const idfOf = (count: number) => Math.log((1 + this.utterances) / (1 + count)) + 1
    return {
      hashes: Uint32Array.from(kept, (number) => this.numbers.hashes[number]!),
      families: Uint8Array.from(kept, (number) => this.families[number]!),
      idf: Float32Array.from(kept, (number) => idfOf(this.counts[number]!)),
      unseenIdf: idfOf(0),
    }
  }
}
