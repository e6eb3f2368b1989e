import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportPeers } from '../../../intents/peers/compare.ts'
import { fasttext } from '../../../intents/peers/fasttext.ts'
import { LineProcess } from '../../../intents/peers/lineProcess.ts'
import { nlpjs } from '../../../intents/peers/nlpjs.ts'
import type { PeerKind } from '../../../intents/peers/peer.ts'
import { scikit } from '../../../intents/peers/scikit.ts'

const EXAMPLES = [
  { text: '燃气什么时候通', intent: 'gas' },
  { text: '燃气还没通吗', intent: 'gas' },
  { text: '物业费怎么交', intent: 'fee' },
  { text: '物业费多少钱', intent: 'fee' },
]

const path = process.env.PATH
let bin = ''
beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'peers-'))
})
afterEach(() => {
  process.env.PATH = path
  rmSync(bin, { recursive: true })
})

test('NLP.js learns Chinese', async () => {
  const peer = await nlpjs.find()!(EXAMPLES)
  expect(await peer.guess('燃气通了吗')).toMatchObject({ intent: 'gas' })
  expect(await peer.guess('物业费怎么交')).toMatchObject({ intent: 'fee' })
})

test('what is not installed is left out with a word', async () => {
  process.env.PATH = bin
  const sure: PeerKind = { name: 'sure', find: () => () => ({ guess: () => ({ intent: 'gas', score: 1 }) }) }
  const said: string[] = []
  const reports = await reportPeers(
    EXAMPLES,
    EXAMPLES,
    () => 0,
    (words) => said.push(words),
    [sure, fasttext, scikit],
  )
  expect(Object.keys(reports)).toEqual(['sure'])
  expect(reports.sure?.accuracyInScope).toBe(0.5)
  expect(said).toEqual([
    'fastText is not installed here and left out',
    'scikit-learn is not installed here and left out',
  ])
})

/** A program of that name that can be found. */
function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
  process.env.PATH = `${bin}:${path}`
}

test('fastText is asked line by line', async () => {
  program('fasttext', 'if [ "$1" = predict-prob ]; then while read line; do echo "__label__gas 0.75"; done; fi')
  const peer = await fasttext.find()!(EXAMPLES)
  expect(await peer.guess('燃气\n通了吗')).toEqual({ intent: 'gas', score: 0.75 })
  expect(await peer.guess('物业费')).toEqual({ intent: 'gas', score: 0.75 })
  peer.close?.()
})

test('scikit-learn is asked line by line', async () => {
  const answers = `read first; echo trained; while read line; do echo '{"intent":"fee","score":2}'; done`
  program('python3', `if [ "$1" != -c ]; then ${answers}; fi`)
  const peer = await scikit.find()!(EXAMPLES)
  expect(await peer.guess('物业费怎么交')).toEqual({ intent: 'fee', score: 2 })
  peer.close?.()
})

test('a program that ends early or is not there fails the line that it leaves unanswered', async () => {
  program('short', 'read line; echo one')
  const short = new LineProcess('short', [])
  expect(await short.ask('a')).toBe('one')
  await expect(short.ask('b')).rejects.toThrow('short ended early')
  await expect(new LineProcess('no-such-program', []).ask('a')).rejects.toThrow('ended early')
})
