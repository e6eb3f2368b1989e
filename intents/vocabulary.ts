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
  private readonly counts = new Map<number, { family: number; count: number; last: number }>()
  private utterances = 0

  add(hashes: Uint32Array, families: Uint8Array, length: number): void {
    this.utterances++
    for (let i = 0; i < length; i++) {
      const seen = this.counts.get(hashes[i]!)
      if (seen === undefined) this.counts.set(hashes[i]!, { family: families[i]!, count: 1, last: this.utterances })
      else if (seen.last !== this.utterances) {
        seen.count++
        seen.last = this.utterances
      }
    }
  }

  build(least: number): Vocabulary {
    const kept = [...this.counts].filter(([, { count }]) => count >= least)
    const idfOf = (count: number) => Math.log((1 + this.utterances) / (1 + count)) + 1
    return {
      hashes: Uint32Array.from(kept, ([hash]) => hash),
      families: Uint8Array.from(kept, ([, { family }]) => family),
      idf: Float32Array.from(kept, ([, { count }]) => idfOf(count)),
      unseenIdf: idfOf(0),
    }
  }
}
