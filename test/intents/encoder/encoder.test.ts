import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EncoderOpinion, startEncoder } from '../../../intents/encoder/index.ts'
import { tinyModel, tinyTokenizer } from '../../fixtures/onnx.ts'

/** Each word points in a direction of its own, so that texts are near by the words they share. */
const WORDS = ['gas', 'pipe', 'stove', 'fee', 'bill', 'owe', 'when', 'cat']
const SPECIAL = 4
const table = Array.from({ length: SPECIAL + WORDS.length }, (_, row) =>
  WORDS.map((_, column) => (row - SPECIAL === column ? 1 : 0)),
)

const EXAMPLES = [
  { intent: 'gas.open', text: 'when gas pipe' },
  { intent: 'gas.open', text: 'gas pipe' },
  { intent: 'gas.open', text: 'gas stove pipe' },
  { intent: 'fee.bill', text: 'fee bill' },
  { intent: 'fee.bill', text: 'when fee bill owe' },
  { intent: 'fee.bill', text: 'bill fee owe' },
  { intent: 'out_of_scope', text: 'cat' },
]
const CANDIDATES = [
  { intent: 'fee.bill', title: 'Bills' },
  { intent: 'gas.open', title: 'Gas' },
]

let dir = ''
let running: EncoderOpinion | undefined
const errors: unknown[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'encoder-'))
  errors.length = 0
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(dir, { recursive: true })
})

const modelDir = () => join(dir, 'model')
const keepIn = () => join(dir, 'kept')

function writeModel(model = tinyModel({ table }), tokenizer: object = tinyTokenizer(WORDS)): void {
  mkdirSync(modelDir(), { recursive: true })
  writeFileSync(join(modelDir(), 'model.onnx'), model)
  writeFileSync(join(modelDir(), 'tokenizer.json'), JSON.stringify(tokenizer))
}

async function start(examples = EXAMPLES): Promise<EncoderOpinion> {
  running = await startEncoder({ dir: modelDir(), keepIn: keepIn(), examples, report: (error) => errors.push(error) })
  await running.ready
  return running
}

const wrong = async (): Promise<{ code?: string; message: string }> => {
  try {
    await start()
  } catch (error) {
    return error as { code?: string; message: string }
  }
  throw new Error('taken as right')
}

test('chooses the candidate whose examples are clearly nearest', async () => {
  writeModel()
  const { opinion } = await start()
  expect(await opinion('pipe gas', CANDIDATES)).toBe('gas.open')
  expect(await opinion('bill fee when', CANDIDATES)).toBe('fee.bill')
  expect(errors).toEqual([])
})

test('what is unclear, strange or outside gets no opinion', async () => {
  writeModel()
  const { opinion } = await start()
  const asNearToBoth = 'when gas fee'
  for (const text of [asNearToBoth, 'when', 'dog', '', 'cat'])
    expect(await opinion(text, CANDIDATES), text).toBeUndefined()
  expect(errors).toEqual([])
})

test('what is nearest but no candidate is not chosen, nor is the next one', async () => {
  writeModel()
  const { opinion } = await start()
  expect(await opinion('pipe gas', CANDIDATES.slice(0, 1))).toBeUndefined()
  expect(await opinion('pipe gas', [])).toBeUndefined()
})

test('a model as it is published, in a folder onnx and with token types, is found', async () => {
  writeModel()
  rmSync(join(modelDir(), 'model.onnx'))
  mkdirSync(join(modelDir(), 'onnx'))
  const inputs = ['input_ids', 'token_type_ids', 'attention_mask']
  writeFileSync(join(modelDir(), 'onnx', 'model.onnx'), tinyModel({ table, inputs }))
  const { opinion } = await start()
  expect(await opinion('pipe gas', CANDIDATES)).toBe('gas.open')
})

test('of a long text what the model has room for counts', async () => {
  writeModel()
  writeFileSync(join(modelDir(), 'tokenizer_config.json'), '{"model_max_length":5}')
  const { opinion } = await start()
  expect(await opinion(`pipe gas stove ${'fee bill owe '.repeat(400)}`, CANDIDATES)).toBe('gas.open')
})

test.each<[string, () => void, RegExp]>([
  ['no folder', () => {}, /no model\.onnx/],
  ['no tokenizer', () => rmSync(join(modelDir(), 'tokenizer.json')), /tokenizer\.json is missing/],
  ['a tokenizer that is not JSON', () => writeFileSync(join(modelDir(), 'tokenizer.json'), '{'), /is not JSON/],
  ['a tokenizer of no kind', () => writeModel(undefined, { model: { type: 'Odd' } }), /of a kind that is not known/],
  ['a model that is none', () => writeModel(Buffer.from('not a model')), /can not be loaded/],
  ['a model that gives one vector a text', () => writeModel(tinyModel({ table, gives: 'text' })), /for each token/],
  ['a model that asks for pictures', () => writeModel(tinyModel({ table, inputs: ['pixels'] })), /asks for "pixels"/],
  [
    'a tokenizer of another model',
    () => writeModel(tinyModel({ table: table.slice(0, 1) })),
    /can not be run on the tokens/,
  ],
])('%s stops the start with one line that says what would be right', async (what, spoil, says) => {
  if (what !== 'no folder') writeModel()
  spoil()
  const { code, message } = await wrong()
  expect(code).toBe('bad_setting')
  expect(message).toMatch(says)
  expect(message).toMatch(/^ENCODER_DIR is ".*right would be a folder with model\.onnx and tokenizer\.json/)
  expect(message).not.toContain('\n')
})

const keptFiles = () => readdirSync(keepIn()).map((name) => ({ name, written: statSync(join(keepIn(), name)).ino }))

test('the examples are encoded once for a model and a set of examples', async () => {
  writeModel()
  await (await start()).stop()
  const first = keptFiles()
  expect(first).toHaveLength(1)

  const { opinion, stop } = await start()
  expect(keptFiles()).toEqual(first)
  expect(await opinion('pipe gas', CANDIDATES)).toBe('gas.open')
  await stop()

  await (await start([...EXAMPLES, { intent: 'gas.open', text: 'stove' }])).stop()
  const second = keptFiles()
  expect(second).toHaveLength(1)
  expect(second[0]?.name).not.toBe(first[0]?.name)

  writeModel(tinyModel({ table: table.map((row) => row.map((x) => x * 2)) }))
  await (await start()).stop()
  expect(keptFiles()[0]?.name).not.toBe(first[0]?.name)
})

test('vectors that were cut short are encoded again', async () => {
  writeModel()
  await (await start()).stop()
  const [file] = keptFiles()
  writeFileSync(join(keepIn(), file!.name), Buffer.alloc(5))
  const { opinion } = await start()
  expect(statSync(join(keepIn(), file!.name)).size).toBe(EXAMPLES.length * WORDS.length * 4)
  expect(await opinion('pipe gas', CANDIDATES)).toBe('gas.open')
})

test('an encoder that has ended is reported, and gives no opinion', async () => {
  writeModel()
  const { opinion, stop } = await start()
  await stop()
  expect(await opinion('pipe gas', CANDIDATES)).toBeUndefined()
  expect(errors).toHaveLength(1)
})

test('nothing is said before the examples are encoded', async () => {
  writeModel()
  const many = Array.from({ length: 20_000 }, (_, i) => EXAMPLES[i % EXAMPLES.length]!)
  running = await startEncoder({ dir: modelDir(), keepIn: keepIn(), examples: many, report: (e) => errors.push(e) })
  expect(await running.opinion('pipe gas', CANDIDATES)).toBeUndefined()
  await running.stop()
  await expect(running.ready).rejects.toThrow()
  expect(errors).toEqual([])
})
