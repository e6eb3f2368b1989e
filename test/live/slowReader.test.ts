import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Request, Response } from 'express'
import { afterEach, expect, test } from 'vitest'
import { type EventStream, openStream } from '../../http/events.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A stream whose reader has opened it and reads nothing. */
async function unread(): Promise<{ stream: EventStream; response: Response; closed: Promise<void> }> {
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const [request, response] = (await once(server, 'request')) as [Request, Response]
  const stream = openStream(request, response)
  return { stream, response, closed: new Promise((done) => stream.onClose(done)) }
}

test('a reader that leaves 256 kB unread is cut off, and holds no more memory than that', async () => {
  const { stream, response, closed } = await unread()
  let most = 0
  for (let n = 0; n < 100_000 && !response.destroyed; n++) {
    stream.send('typing', { from: 'staff', author: 'x'.repeat(1000) })
    most = Math.max(most, response.writableLength)
    // The system's own buffers fill first.
    if (n % 100 === 0) await new Promise((done) => setImmediate(done))
  }
  await closed
  expect(response.destroyed).toBe(true)
  expect(most).toBeLessThan(300 * 1024)
  await stream.drained()
})
