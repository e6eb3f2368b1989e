import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TurnAnswer } from '../../bot/turn.ts'
import { startApp, type TestApp } from './app.ts'
import { call, newOwner } from './client.ts'
import { listen } from './listener.ts'

let app: TestApp
/** The turn that each test lets go on when it likes. */
let turn: { begun: Promise<void>; end(): void }

beforeEach(async () => {
  let begin: () => void = () => undefined
  let end: () => void = () => undefined
  const going = new Promise<void>((done) => {
    end = done
  })
  turn = {
    begun: new Promise<void>((done) => {
      begin = done
    }),
    end: () => end(),
  }
  app = await startApp({
    runTurn: async () => {
      begin()
      await going
      return { replies: [] } as unknown as TurnAnswer
    },
  })
})
afterEach(() => app.stop())

test('a stop answers what was taken, refuses what is new, and waits for the former', async () => {
  const [owner, other] = [await newOwner(app.url), await newOwner(app.url)]
  const taken = owner.says('燃气通了吗')
  await turn.begun
  let stopped = false
  const stopping = app.draining.stop(60_000).then((left) => {
    stopped = true
    return left
  })
  const refused = await other.says('停水了吗')
  expect({ status: refused.status, code: (refused.body as unknown as { code: string }).code }).toEqual({
    status: 503,
    code: 'unavailable',
  })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('connection')).toBe('close')
  expect((await call(`${app.url}/readyz`)).body).toMatchObject({ missing: 'stopping' })
  expect((await call(`${app.url}/healthz`)).status).toBe(200)
  expect(stopped).toBe(false)
  turn.end()
  expect((await taken).status).not.toBe(503)
  expect(await stopping).toBe(0)
})

test('an emergency that comes while it stops is refused with the instruction', async () => {
  const [owner, other] = [await newOwner(app.url), await newOwner(app.url)]
  const taken = owner.says('燃气通了吗')
  await turn.begun
  const stopping = app.draining.stop(60_000)
  const { status, body } = await other.says('家里煤气泄漏了')
  expect(status).toBe(503)
  expect(JSON.stringify(body)).toMatch(/阀|通风|开窗/)
  turn.end()
  await taken
  await stopping
})

test('open streams end, and do not hold up the stop', async () => {
  const owner = await newOwner(app.url)
  const stream = await listen(`${owner.url}/events`, { authorization: `Bearer ${owner.token}` })
  await stream.until(({ events }) => events.length > 0)
  expect(await app.draining.stop(60_000)).toBe(0)
  await stream.ended
})

test('a call that never ends holds up the stop no longer than allowed, and is told of', async () => {
  const owner = await newOwner(app.url)
  const taken = owner.says('燃气通了吗').catch(() => undefined)
  await turn.begun
  expect(await app.draining.stop(5)).toBe(1)
  turn.end()
  await taken
})
