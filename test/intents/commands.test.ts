import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE } from './sample.ts'

const directory = mkdtempSync(join(tmpdir(), 'qiao-commands-'))
const file = (name: string) => join(directory, name)
const writeLines = (name: string, lines: object[]) =>
  writeFileSync(file(name), lines.map((line) => JSON.stringify(line)).join('\n'))
const run = (script: string, ...args: string[]) =>
  execFileSync('node', ['--import', 'tsx', `scripts/${script}.ts`, ...args], { encoding: 'utf8' })

beforeAll(() => {
  writeLines('train.jsonl', SAMPLE)
  run('train', '--input', file('train.jsonl'), '--model', file('model'))
})
afterAll(() => rmSync(directory, { recursive: true }))

describe('classify', () => {
  test('prints a JSON line for each, other fields carried over', () => {
    writeLines('in.jsonl', [{ id: 7, text: '电梯坏了' }, { text: '' }])
    const lines = run('classify', '--model', file('model'), '--input', file('in.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(Object.keys(lines[0])).toEqual(['id', 'text', 'intent', 'confidence', 'alternatives', 'outOfScope'])
    expect(lines[0]).toMatchObject({ id: 7, text: '电梯坏了', alternatives: [{ intent: 'elevator.fault' }, {}, {}] })
  })

  test.each([
    ['a missing file', 'nothing.jsonl', undefined, /nothing\.jsonl cannot be read \(bad_input\)/],
    ['a broken line', 'broken.jsonl', '{"text":"a"}\n{oops', /line 2 is not JSON/],
    ['a line without text', 'empty.jsonl', '{"words":"a"}', /line 1 has no "text"/],
  ])('ends with code 2 for %s', (_what, name, content, says) => {
    if (content !== undefined) writeFileSync(file(name), content)
    const args = ['--import', 'tsx', 'scripts/classify.ts', '--model', file('model'), '--input', file(name)]
    const { status, stdout, stderr } = spawnSync('node', args, { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(says)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

test('evaluate prints the figures of the contract', () => {
  writeLines('test.jsonl', [
    { text: '停车一天多少钱', intent: 'parking.fee' },
    { text: '电梯不动了', intent: 'parking.fee', also: ['elevator.fault'] },
    { text: '今天天气怎么样', intent: 'out_of_scope' },
  ])
  const figures = JSON.parse(run('evaluate', '--train', file('train.jsonl'), '--test', file('test.jsonl'), '--json'))
  expect(figures).toMatchObject({ n: 3, accuracyInScope: 1, top3: 1, confusions: expect.any(Array) })
  expect(Object.keys(figures.outOfScope)).toEqual(['auroc', 'aupr', 'fprAt95'])
  expect(Object.keys(figures.atThreshold)).toEqual(['inScope', 'oosRecall', 'oosPrecision', 'coverage', 'precision'])
  expect(Object.keys(figures.coverage)).toEqual(['0.95', '0.97', '0.98', '0.99'])
  for (const name of ['macroF1', 'ece', 'trainSeconds']) expect(figures[name]).toBeTypeOf('number')
})
