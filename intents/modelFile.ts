import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { QiaoError } from '../bot/errors.ts'
import { readArrays, writeArrays } from './arrayFile.ts'
import type { Model } from './model.ts'

/** Writes `model.json` and `model.bin` into the directory, which is made where there is none. */
export function saveModel(model: Model, directory: string): void {
  mkdirSync(directory, { recursive: true })
  writeArrays(model, join(directory, 'model'))
}

/** @throws QiaoError `bad_input` when the directory holds no model */
export function loadModel(directory: string): Model {
  try {
    return readArrays<Model>(join(directory, 'model'))
  } catch (cause) {
    throw new QiaoError('bad_input', `${directory} holds no model`, { cause })
  }
}
