/** What a model gives for texts that were padded to one length. */
export interface Hidden {
  /** `texts` × `tokens` × `size`, row by row. */
  data: Float32Array
  texts: number
  tokens: number
  size: number
}

/**
 * One vector of length 1 a text: the mean over its own tokens, without the padding.
 * @param lengths tokens of each text before padding
 */
export function poolMean({ data, texts, tokens, size }: Hidden, lengths: readonly number[]): Float32Array {
  const pooled = new Float32Array(texts * size)
  for (let text = 0; text < texts; text++) {
    const vector = pooled.subarray(text * size, (text + 1) * size)
    for (let token = 0; token < lengths[text]!; token++) {
      const at = (text * tokens + token) * size
      for (let i = 0; i < size; i++) vector[i]! += data[at + i]!
    }
    scaleToOne(vector)
  }
  return pooled
}

/** A text of no tokens stays 0: it is near to nothing. */
function scaleToOne(vector: Float32Array): void {
  const length = Math.hypot(...vector)
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= length
}
