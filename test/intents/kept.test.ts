import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/load.ts'
import { keptModel } from '../../wire/shippedModel.ts'

const directory = mkdtempSync(join(tmpdir(), 'qiao-kept-'))
afterAll(() => rmSync(directory, { recursive: true }))

const whole = loadKnowledge('knowledge')
const knowledge = { ...whole, entries: new Map([...whole.entries].slice(0, 3)), calibration: [] }

test('a model is trained once and kept, with the time that it took', async () => {
  const first = await keptModel(knowledge, directory)
  expect(await keptModel(knowledge, directory)).toEqual(first)
})

test('a model that was cut off while it was written is trained anew', async () => {
  const { model } = await keptModel(knowledge, directory)
  const [kept] = readdirSync(directory)
  for (const file of ['seconds.txt', 'model.bin']) rmSync(join(directory, kept ?? '', file))
  expect((await keptModel(knowledge, directory)).model).toEqual(model)
})

test('another knowledge, or another way to calibrate it, is another model', async () => {
  const before = readdirSync(directory).length
  const message = { text: '电梯坏了', intent: 'elevator.fault', also: [] }
  await keptModel({ ...knowledge, calibration: [message] }, directory)
  await keptModel({ ...knowledge, calibration: [{ ...message, weight: 1 / 3 }] }, directory)
  await keptModel({ ...knowledge, calibration: [{ ...message, also: ['repair.report'] }] }, directory)
  expect(readdirSync(directory)).toHaveLength(before + 3)
})
