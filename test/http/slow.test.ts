import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { TurnAnswer } from '../../bot/turn.ts'
import { startApp, type TestApp } from './app.ts'
import { newOwner } from './client.ts'

let app: TestApp
let turn: () => Promise<TurnAnswer>
let begun: () => void

beforeAll(async () => {
  app = await startApp({
    runTurn: () => {
      begun()
      return turn()
    },
  })
})

afterEach(() => vi.useRealTimers())
afterAll(() => app.stop())

test('a turn that takes over five seconds: 202, and the message is kept', async () => {
  const owner = await newOwner(app.url)
  const started = new Promise<void>((done) => {
    begun = done
  })
  turn = () => new Promise(() => undefined)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const answer = owner.says('燃气通了吗')
  await started
  // The turn has begun; the call waits for it from the next round on.
  await new Promise((done) => setImmediate(done))
  vi.advanceTimersByTime(4999)
  vi.advanceTimersByTime(1)
  expect(await answer).toMatchObject({
    status: 202,
    body: { message: { seq: 1 }, replies: [], state: { stage: 'bot' } },
  })
  vi.useRealTimers()
  expect(await owner.sees()).toHaveLength(1)
})

test('a turn that fails: 202, the failure is reported and the message is kept', async () => {
  const owner = await newOwner(app.url)
  begun = () => undefined
  turn = () => Promise.reject(new Error('broken on purpose'))
  expect(await owner.says('燃气通了吗')).toMatchObject({ status: 202, body: { replies: [] } })
  expect(app.errors).toContainEqual(new Error('broken on purpose'))
  expect(await owner.sees()).toHaveLength(1)
})
