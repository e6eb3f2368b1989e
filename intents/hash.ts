import { createHash } from 'node:crypto'
import type { Example } from './types.ts'

/** Raised when the same examples would give another model, so that no cached one is taken. */
const FORMAT = 16

type Hashed = Example & { also?: string[]; weight?: number }

/** Names what a model is trained from: examples in their order, and options. 16 hexadecimal digits. */
export function hashExamples(examples: readonly Hashed[], options: object = {}): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, options]))
  for (const { text, intent, also, weight } of examples) hash.update(JSON.stringify([text, intent, also, weight]))
  return hash.digest('hex').slice(0, 16)
}
