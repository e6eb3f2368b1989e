import { readFileSync, renameSync, writeFileSync } from 'node:fs'

const KINDS = { Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array, Float32Array }
type Kind = keyof typeof KINDS
type Numbers = InstanceType<(typeof KINDS)[Kind]>

/** Stands in the JSON in the place of an array of numbers. */
interface Reference {
  $array: Kind
  /** Bytes into the body. */
  at: number
  length: number
}

/** Writes `<path>.json` (everything readable) and `<path>.bin` (the arrays of numbers it refers to, little-endian). */
export function writeArrays(value: object, path: string): void {
  const parts: Buffer[] = []
  let at = 0
  const head = JSON.stringify(value, (_key, part: unknown) => {
    if (!ArrayBuffer.isView(part)) return part
    const numbers = part as Numbers
    const reference: Reference = { $array: numbers.constructor.name as Kind, at, length: numbers.length }
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    parts.push(bytes, Buffer.alloc(-bytes.length & 3))
    at += bytes.length + (-bytes.length & 3)
    return reference
  })
  replaceFile(`${path}.bin`, Buffer.concat(parts))
  replaceFile(`${path}.json`, `${head}\n`)
}

/** Written beside and renamed, so that a reader never sees half a file. */
function replaceFile(path: string, content: string | Buffer): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

/** Reads what `writeArrays` wrote. Throws when either file is missing or broken. */
export function readArrays<T>(path: string): T {
  const body = readFileSync(`${path}.bin`)
  const { buffer, byteOffset } = body
  return JSON.parse(readFileSync(`${path}.json`, 'utf8'), (_key, value: unknown) =>
    isReference(value) ? new KINDS[value.$array](buffer, byteOffset + value.at, value.length) : value,
  ) as T
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$array' in value
}
