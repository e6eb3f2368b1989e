import { readFileSync } from 'node:fs'
import type { InferenceSession, Tensor } from 'onnxruntime-web'
import { readFolder, wrongFolder } from './folder.ts'
import { poolMean } from './pool.ts'
import { type Tokenise, type Tokenizer, tokeniserOf } from './tokens.ts'

/** A loaded model. */
export interface Encoder {
  /** Numbers in a vector. */
  size: number
  /** All that decides what vector a text gets. */
  identity: (string | Uint8Array)[]
  /** Vectors of length 1, row by row. */
  encode(texts: readonly string[]): Promise<Float32Array>
}

type Runtime = typeof import('onnxruntime-web')

/** Fatal errors alone are printed: the others are thrown as well. */
const QUIET = { logSeverityLevel: 4 } as const
/** What we can give a model. */
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids']

/**
 * Loads the model of a folder and tries it on a word.
 * @throws QiaoError `bad_setting`: what is wrong with the folder or its model
 */
export async function loadEncoder(dir: string): Promise<Encoder> {
  const folder = readFolder(dir)
  const { ort, Tokenizer } = await libraries(dir)
  const bytes = readFileSync(folder.model)
  const session = await ort.InferenceSession.create(bytes, QUIET).catch((cause) => {
    throw wrongFolder(dir, 'whose model.onnx can not be loaded', cause)
  })
  const tokenise = tokeniser(() => tokeniserOf(new Tokenizer(folder.tokenizer, {}), folder.longest), dir)
  const unknown = session.inputNames.find((name) => !INPUTS.includes(name))
  if (unknown) throw wrongFolder(dir, `whose model asks for "${unknown}"`)
  const encode = (texts: readonly string[]) => run({ ort, session, tokenise, dir }, texts)
  const { length: size } = await encode(['a'])
  return { size, identity: [bytes, JSON.stringify([folder.tokenizer, folder.longest])], encode }
}

async function libraries(dir: string) {
  try {
    const [ort, tokenizers] = await Promise.all([import('onnxruntime-web'), import('@huggingface/tokenizers')])
    // One thread and no proxy: this runs in a worker thread already, beside a server that needs the other cores.
    ort.env.wasm.numThreads = 1
    ort.env.wasm.proxy = false
    const Tokenizer: new (file: object, settings: object) => Tokenizer = tokenizers.Tokenizer
    return { ort, Tokenizer }
  } catch (cause) {
    throw wrongFolder(dir, 'but onnxruntime-web or @huggingface/tokenizers is not installed (npm ci does)', cause)
  }
}

function tokeniser(make: () => Tokenise, dir: string): Tokenise {
  try {
    return make()
  } catch (cause) {
    throw wrongFolder(dir, 'whose tokenizer.json is of a kind that is not known', cause)
  }
}

interface Loaded {
  ort: Runtime
  session: InferenceSession
  tokenise: Tokenise
  dir: string
}

async function run({ ort, session, tokenise, dir }: Loaded, texts: readonly string[]): Promise<Float32Array> {
  const ids = texts.map(tokenise)
  const lengths = ids.map((row) => row.length)
  const tokens = Math.max(1, ...lengths)
  const outputs = await session.run(feeds(ort, session, ids, tokens), QUIET).catch((cause) => {
    throw wrongFolder(dir, 'whose model can not be run on the tokens of its tokenizer', cause)
  })
  const hidden = hiddenOf(session, outputs, texts.length, tokens)
  if (!hidden) throw wrongFolder(dir, 'whose model gives no vector for each token')
  return poolMean(hidden, lengths)
}

function feeds(ort: Runtime, session: InferenceSession, ids: number[][], tokens: number): Record<string, Tensor> {
  const shape = [ids.length, tokens]
  const filled = (value: (row: number[], at: number) => number) => {
    const data = ids.flatMap((row) => Array.from({ length: tokens }, (_, at) => BigInt(value(row, at))))
    return new ort.Tensor('int64', BigInt64Array.from(data), shape)
  }
  const all: Record<string, () => Tensor> = {
    input_ids: () => filled((row, at) => row[at] ?? 0),
    attention_mask: () => filled((row, at) => (at < row.length ? 1 : 0)),
    token_type_ids: () => filled(() => 0),
  }
  return Object.fromEntries(session.inputNames.map((name) => [name, all[name]!()]))
}

/** The first output that has a vector for each token: `last_hidden_state` in what is published. */
function hiddenOf(session: InferenceSession, outputs: InferenceSession.ReturnType, texts: number, tokens: number) {
  for (const name of session.outputNames) {
    const { dims, data } = outputs[name]!
    const [rows, columns, size] = dims
    if (dims.length === 3 && rows === texts && columns === tokens && size && data instanceof Float32Array)
      return { data, texts, tokens, size }
  }
  return undefined
}
