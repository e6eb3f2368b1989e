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

/** From hash to number, by open addressing. */
export class HashTable {
  private readonly slots: Int32Array
  private readonly mask: number
  private readonly hashes: Uint32Array

  constructor(hashes: Uint32Array) {
    this.hashes = hashes
    let size = 16
    while (size < hashes.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size).fill(-1)
    for (let i = 0; i < hashes.length; i++) {
      let slot = hashes[i]! & this.mask
      while (this.slots[slot] !== -1) slot = (slot + 1) & this.mask
      this.slots[slot] = i
    }
  }

  /** −1 when unknown. */
  find(hash: number): number {
    let slot = hash & this.mask
    for (;;) {
      const index = this.slots[slot]!
      if (index === -1 || this.hashes[index] === hash) return index
      slot = (slot + 1) & this.mask
    }
  }
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
