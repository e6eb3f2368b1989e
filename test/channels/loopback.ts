import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call to a platform, its body read. */
export interface PlatformCall {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
}

/** `hang`: nothing is ever answered. `reset`: the connection is cut. */
export type PlatformAnswer =
  | { json: object }
  | { status: number; text: string }
  | { file: Buffer; type: string }
  | 'hang'
  | 'reset'

/** A real HTTP server that can go away and come back on the same port. */
export interface Loopback {
  url: string
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}

export async function loopback(answer: (call: PlatformCall) => PlatformAnswer): Promise<Loopback> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
      const body = text ? (JSON.parse(text) as Record<string, unknown>) : {}
      const answered = answer({ method: request.method ?? '', path: pathname, query: searchParams, body })
      if (answered === 'hang') return
      if (answered === 'reset') return void request.socket.destroy()
      if ('json' in answered) {
        response.setHeader('content-type', 'application/json; encoding=utf-8')
        return void response.end(JSON.stringify(answered.json))
      }
      if ('file' in answered) return void response.setHeader('content-type', answered.type).end(answered.file)
      response.statusCode = answered.status
      response.end(answered.text)
    })
  })
  await listening(server, 0)
  const { port } = server.address() as AddressInfo
  const down = async (): Promise<void> => {
    if (!server.listening) return
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${port}`, down, stop: down, up: () => listening(server, port) }
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => done())
  })

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** Whoever waits for an answer until the test says that it has been long enough. */
export class Patience {
  readonly #waiting = new Set<AbortController>()

  deadline = (): AbortSignal => {
    const controller = new AbortController()
    this.#waiting.add(controller)
    return controller.signal
  }

  runsOut = (): void => {
    for (const controller of this.#waiting) controller.abort(new DOMException('too long', 'TimeoutError'))
    this.#waiting.clear()
  }
}

/** A small generator of numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items]
  for (let index = all.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[all[index], all[other]] = [all[other]!, all[index]!]
  }
  return all
}
