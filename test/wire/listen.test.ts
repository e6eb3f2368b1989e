import { Agent, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { listen } from '../../wire/listen.ts'

/** What nginx, HAProxy and the large clouds' balancers keep an idle line for, in seconds. */
const PROXY_KEEPS_S = 60

let server: Server
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

beforeEach(async () => {
  const app = express().get('/', (_request, response) => void response.send('here'))
  server = await listen(app, readConfig({ PORT: '0', DATA_DIR: 'unused', LOG_LEVEL: 'silent' }))
})
afterEach(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

async function ask(): Promise<{ line: Socket; headers: IncomingMessage['headers'] }> {
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    get({ port, host: '127.0.0.1', agent }, done).once('error', failed)
  })
  const { socket: line, headers } = answer
  expect(await text(answer)).toBe('here')
  return { line, headers }
}

test('a line on which nothing is asked outlives the one that a proxy keeps, so that no call meets its end', async () => {
  const first = await ask()
  const second = await ask()
  expect(second.line).toBe(first.line)
  const [, seconds] = /timeout=(\d+)/.exec(String(first.headers['keep-alive'])) ?? []
  expect(Number(seconds)).toBeGreaterThan(PROXY_KEEPS_S)
})
