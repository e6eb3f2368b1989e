import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call to a platform, its body read. */
export interface PlatformCall {
  method: string
  path: string
  query: URLSearchParams
  /** Of JSON. */
  body: Record<string, unknown>
  /** Of a form, by the names of its parts. */
  files: Record<string, { name: string; type: string; content: Buffer }>
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
    void callOf(request).then((call) => {
      const answered = answer(call)
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

async function callOf(request: IncomingMessage): Promise<PlatformCall> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const sent = Buffer.concat(chunks)
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://loopback')
  const type = request.headers['content-type'] ?? ''
  const form = type.startsWith('multipart/')
  const body = !form && sent.length ? (JSON.parse(sent.toString()) as Record<string, unknown>) : {}
  return { method: request.method ?? '', path, query, body, files: form ? await filesOf(sent, type) : {} }
}

async function filesOf(sent: Buffer, type: string): Promise<PlatformCall['files']> {
  const form = await new Response(new Uint8Array(sent), { headers: { 'content-type': type } }).formData()
  const files: PlatformCall['files'] = {}
  for (const [name, part] of form)
    if (part instanceof File)
      files[name] = { name: part.name, type: part.type, content: Buffer.from(await part.arrayBuffer()) }
  return files
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
