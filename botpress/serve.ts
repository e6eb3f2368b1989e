import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Handler, Response } from '@botpress/sdk'
import { isSecret } from '../bot/channels/botpress/signature.ts'
import type { Refusals } from './refusals.ts'

export interface Served {
  /** With no slash at the end. */
  url: string
  stop(): Promise<void>
}

export interface ServeOptions {
  port: number
  /** Stands in the configuration that Botpress sends along with each call. */
  secret: string
  refusals: Refusals
  report(error: unknown): void
}

const MOST_BYTES = 8 * 2 ** 20

/**
 * Serves a handler of the SDK. The SDK's own server lets everybody in, takes any length, and spoils characters that
 * lie across two pieces of a body.
 */
export async function serve(handler: Handler, options: ServeOptions): Promise<Served> {
  const server = createServer(async (request, response) => {
    const answer = await answerTo(handler, options, request).catch((error: unknown): Response => {
      options.report(error)
      return { status: 500, body: JSON.stringify({ error: 'it failed' }) }
    })
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
    response.end(answer.body ?? '{}')
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(options.port, () => done())
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) }
}

async function answerTo(handler: Handler, options: ServeOptions, request: IncomingMessage): Promise<Response> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://botpress')
  if (pathname === '/health') return { body: 'ok' }
  if (pathname === '/metrics') return metricsOf(options)
  const headers = request.headers as Record<string, string | undefined>
  if (!isAllowed(options.secret, headers['x-bp-configuration'])) {
    options.refusals.count('signature')
    return { status: 401, body: '{"error":"wrong secret"}' }
  }
  const body = await read(request)
  if (body === undefined) return { status: 413, body: '{"error":"too large"}' }
  const method = request.method ?? 'GET'
  return (await handler({ body, path: pathname, query: search.slice(1), method, headers })) ?? {}
}

async function metricsOf({ refusals }: ServeOptions): Promise<Response> {
  const { type, text } = await refusals.metrics()
  return { headers: { 'content-type': type }, body: text }
}

function isAllowed(secret: string, configuration: string | undefined): boolean {
  try {
    const { secret: given } = JSON.parse(Buffer.from(configuration ?? '', 'base64').toString('utf8')) as {
      secret?: unknown
    }
    return typeof given === 'string' && isSecret(secret, given)
  } catch {
    return false
  }
}

/** Undefined when it is too large. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > MOST_BYTES) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
}
