import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { QiaoError } from '../../bot/errors.ts'

/** What a model folder holds, checked and read. */
export interface ModelFolder {
  /** Path of the ONNX file. */
  model: string
  /** The parsed `tokenizer.json`. */
  tokenizer: object
  /** Tokens that one text may have, special ones included. */
  longest: number
}

/** No more than sentence encoders are made for, and far more than an owner's message has. */
const LONGEST_TOKENS = 512
/** Files that may say that the model takes fewer, and under which name. */
const LENGTHS: [file: string, field: string][] = [
  ['tokenizer_config.json', 'model_max_length'],
  ['sentence_bert_config.json', 'max_seq_length'],
  ['config.json', 'max_position_embeddings'],
]
/** The smallest length in which a text still has a place beside a start and an end token. */
const SHORTEST_TOKENS = 3

const jsonObject = z.record(z.string(), z.unknown())
const tokenizerFile = z.looseObject({ model: jsonObject })

/** What a wrong `ENCODER_DIR` stops the start with. */
export function wrongFolder(dir: string, what: string, cause?: unknown): QiaoError {
  const right = 'right would be a folder with model.onnx and tokenizer.json of a sentence encoder'
  return new QiaoError('bad_setting', `ENCODER_DIR is "${dir}", ${what}; ${right}`, { cause })
}

/**
 * Finds the model as `model.onnx` or, as it is published, `onnx/model.onnx`.
 * @throws QiaoError `bad_setting`: what is missing or can't be read
 */
export function readFolder(dir: string): ModelFolder {
  const model = ['model.onnx', 'onnx/model.onnx'].map((name) => join(dir, name)).find((path) => existsSync(path))
  if (!model) throw wrongFolder(dir, 'where there is no model.onnx')
  const tokenizer = tokenizerFile.safeParse(readJson(dir, 'tokenizer.json'))
  if (!tokenizer.success) throw wrongFolder(dir, 'whose tokenizer.json is missing or describes no tokenizer')
  return { model, tokenizer: tokenizer.data, longest: longestIn(dir) }
}

function longestIn(dir: string): number {
  const said = LENGTHS.map(([file, field]) => jsonObject.safeParse(readJson(dir, file)).data?.[field])
  const lengths = said.filter((length): length is number => typeof length === 'number' && length >= SHORTEST_TOKENS)
  return Math.min(LONGEST_TOKENS, ...lengths.map(Math.floor))
}

/** Undefined when it is missing. */
function readJson(dir: string, file: string): unknown {
  const path = join(dir, file)
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch (cause) {
    throw wrongFolder(dir, `whose ${file} is not JSON`, cause)
  }
}
