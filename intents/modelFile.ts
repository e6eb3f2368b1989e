import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { QiaoError } from '../bot/errors.ts'
import type { Model } from './model.ts'

const NAMES = { head: 'model.json', body: 'model.bin' }
const KINDS = { Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array, Float32Array }
type Kind = keyof typeof KINDS
type Numbers = InstanceType<(typeof KINDS)[Kind]>

interface Reference {
  $array: Kind
  /** Bytes into the body. */
  at: number
  length: number
}

/** Writes `model.json` (everything readable) and `model.bin` (the arrays it refers to) into the directory. */
export function saveModel(model: Model, directory: string): void {
  mkdirSync(directory, { recursive: true })
  const parts: Buffer[] = []
  let at = 0
  const head = JSON.stringify(model, (_key, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value
    const numbers = value as Numbers
    const reference: Reference = { $array: numbers.constructor.name as Kind, at, length: numbers.length }
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    parts.push(bytes, Buffer.alloc(-bytes.length & 3))
    at += bytes.length + (-bytes.length & 3)
    return reference
  })
  replaceFile(join(directory, NAMES.body), Buffer.concat(parts))
  replaceFile(join(directory, NAMES.head), head)
}

/** Written beside and renamed, so that a reader never sees half a file. */
function replaceFile(path: string, content: string | Buffer): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

/** @throws QiaoError `bad_input` when the directory holds no model */
export function loadModel(directory: string): Model {
  try {
    return readModel(directory)
  } catch (cause) {
    throw new QiaoError('bad_input', `${directory} holds no model`, { cause })
  }
}

function readModel(directory: string): Model {
  const body = readFileSync(join(directory, NAMES.body))
  const bytes = body.buffer.slice(body.byteOffset, body.byteOffset + body.length)
  return JSON.parse(readFileSync(join(directory, NAMES.head), 'utf8'), (_key, value: unknown) =>
    isReference(value) ? new KINDS[value.$array](bytes, value.at, value.length) : value,
  ) as Model
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$array' in value
}
