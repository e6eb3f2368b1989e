import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { QiaoError } from '../../bot/errors.ts'
import { KeyedQueue } from '../../bot/queue.ts'
import { nameCalls } from '../../http/requestId.ts'
import { openLog } from '../../wire/log.ts'
import { call } from './client.ts'

/** A log whose lines the test reads. */
function aLog() {
  const lines: string[] = []
  return { log: openLog('info', { write: (line: string) => lines.push(line) }), lines }
}

test('an error is logged with what and where, and without what an owner wrote', () => {
  const { log, lines } = aLog()
  let broken: unknown
  try {
    JSON.parse('我家漏水了，电话13800138000')
  } catch (error) {
    broken = Object.assign(error as Error, { body: '我家漏水了' })
  }
  const database = Object.assign(new Error('invalid input syntax for type integer: "三单元漏水"'), {
    code: '22P02',
    detail: 'Key (text)=(我家漏水了)',
  })
  log.error({ err: new QiaoError('unavailable', 'the record is away', { cause: broken }) }, 'a call failed')
  log.error({ err: database }, 'a call failed')
  log.error({ err: new Error('no answer for 13800138000') }, 'a call failed')
  const [first, second, third] = lines.map((line) => JSON.parse(line))
  expect(first.err).toMatchObject({ type: 'QiaoError', code: 'unavailable', cause: { type: 'SyntaxError' } })
  expect(first.err.stack).toMatch(/log\.test\.ts/)
  expect(second.err).toMatchObject({ code: '22P02', message: 'invalid input syntax for type integer: "…"' })
  expect(third.err.message).not.toContain('13800138000')
  expect(lines.join('')).not.toMatch(/漏水|13800138000/)
})

test('every line of a call bears its name, also after waiting in a conversation’s queue; two at once are kept apart', async () => {
  const { log, lines } = aLog()
  const queue = new KeyedQueue()
  const app = express()
  app.use(
    nameCalls(() => 'made-here'),
    express.json(),
  )
  app.post('/say', async (request, response) => {
    await queue.run('one conversation', async () => {
      await new Promise((done) => setImmediate(done))
      log.info({ said: request.body.n }, 'in the queue')
    })
    response.end()
  })
  const server = await new Promise<Server>((done) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => done(listening))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/say`
  const say = (n: number) => call(url, { body: { n }, headers: { 'x-request-id': `call-number-${n}` } })
  await Promise.all([1, 2, 3].map(say))
  await new Promise((done) => server.close(done))
  const noted = lines.map((line) => JSON.parse(line)).sort((a, b) => a.said - b.said)
  expect(noted.map(({ requestId }) => requestId)).toEqual(['call-number-1', 'call-number-2', 'call-number-3'])
})
