import { parentPort, workerData } from 'node:worker_threads'
import { QiaoError } from '../../bot/errors.ts'
import { exampleVectors } from './kept.ts'
import { nearnessOf } from './nearness.ts'
import type { Failure, Question, Said, Work } from './protocol.ts'
import { loadEncoder } from './session.ts'

const { dir, keepIn, examples } = workerData as Work

const say = (said: Said): void => parentPort?.postMessage(said)

const failureOf = (error: unknown): Failure => ({
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof QiaoError ? { code: error.code } : {}),
})

async function work(): Promise<void> {
  const encoder = await loadEncoder(dir)
  say({ kind: 'loaded' })
  const vectors = await exampleVectors(encoder, examples, keepIn)
  const intents = examples.map(({ intent }) => intent)
  parentPort?.on('message', async ({ id, text }: Question) => {
    try {
      say({ kind: 'answer', id, nearness: nearnessOf(await encoder.encode([text]), vectors, intents) })
    } catch (error) {
      say({ kind: 'no_answer', id, failure: failureOf(error) })
    }
  })
  say({ kind: 'ready' })
}

work().catch((error: unknown) => say({ kind: 'failed', failure: failureOf(error) }))
