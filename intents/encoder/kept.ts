import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Example } from '../types.ts'
import type { Encoder } from './session.ts'

/** Texts that the model takes at once. More gain nothing on one thread, and take more memory. */
const BATCH = 16
/** Raised when the same model and examples would give other vectors. */
const FORMAT = 1

/**
 * The examples' vectors, row by row: those kept in `dir` when they are of just this model and these examples, else
 * encoded now and kept there.
 */
export async function exampleVectors(
  encoder: Encoder,
  examples: readonly Example[],
  dir: string,
): Promise<Float32Array> {
  const file = join(dir, `${nameOf(encoder, examples)}.vectors`)
  const length = examples.length * encoder.size
  const kept = readVectors(file)
  if (kept?.length === length) return kept
  const vectors = await encodeAll(encoder, examples)
  keep(vectors, dir, file)
  return vectors
}

/** Texts of like length go together, so that little is padding. */
async function encodeAll({ size, encode }: Encoder, examples: readonly Example[]): Promise<Float32Array> {
  const vectors = new Float32Array(examples.length * size)
  const rows = examples.map(({ text }, row) => ({ text, row })).sort((a, b) => a.text.length - b.text.length)
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    const encoded = await encode(batch.map(({ text }) => text))
    batch.forEach(({ row }, at) => {
      vectors.set(encoded.subarray(at * size, (at + 1) * size), row * size)
    })
  }
  return vectors
}

/** The intents are not part of it: an example that moves to another intent keeps its vector. */
function nameOf(encoder: Encoder, examples: readonly Example[]): string {
  const hash = createHash('sha256').update(JSON.stringify(FORMAT))
  for (const part of encoder.identity) hash.update(part)
  hash.update(JSON.stringify(examples.map(({ text }) => text)))
  return hash.digest('hex').slice(0, 32)
}

/** Undefined when there is none, or what is there can't be it. Little-endian, as everything that Node runs on is. */
function readVectors(file: string): Float32Array | undefined {
  if (!existsSync(file)) return undefined
  const { buffer, byteOffset, length } = readFileSync(file)
  return length % 4 === 0 ? new Float32Array(buffer.slice(byteOffset, byteOffset + length)) : undefined
}

/** Alone in its folder; written beside and renamed, so that a reader never sees half of it. */
function keep(vectors: Float32Array, dir: string, file: string): void {
  mkdirSync(dir, { recursive: true })
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { force: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, new Uint8Array(vectors.buffer))
  renameSync(draft, file)
}
