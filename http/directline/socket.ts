import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Activity, typingActivity } from '../../bot/channels/directline/activity.ts'
import type { LiveEvent } from '../../bot/ports.ts'
import type { Conversation } from '../../bot/types.ts'
import { reasonOf } from './access.ts'
import type { DirectLinePorts } from './ports.ts'
import { partsOf, readAfter, watermarkOf } from './read.ts'

const STREAM = /^\/channels\/directline\/conversations\/([\w-]+)\/stream$/
/** RFC 6455, by its registry: service restart; the client comes back with its watermark. */
const COME_BACK = 1012
const HEARTBEAT_MS = 15_000
/** Clients send nothing but empty signs of life. */
const MOST_FROM_CLIENT = 1024

/** Serves the sockets behind `streamUrl`. */
export class DirectLineSockets {
  readonly #ports: DirectLinePorts
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FROM_CLIENT })

  constructor(ports: DirectLinePorts) {
    this.#ports = ports
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy())
      this.#upgrade(request, socket, head).catch((error: unknown) => {
        this.#ports.report(error)
        refuse(socket, 503)
      })
    })
  }

  /** Ends them all; clients come back with their watermark. */
  stop(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://stream')
    const id = STREAM.exec(pathname)?.[1]
    if (!id) return refuse(socket, 404)
    const claims = this.#ports.tokens.read(searchParams.get('t') ?? '', 'stream')
    if (typeof claims === 'string' || claims.conversation !== id) {
      this.#ports.refused(typeof claims === 'string' ? reasonOf(claims) : 'account')
      return refuse(socket, 403)
    }
    const conversation = await this.#ports.store.conversations.find(id)
    if (!conversation) return refuse(socket, 404)
    const given = searchParams.get('watermark') ?? ''
    if (!/^\d{0,15}$/.test(given)) return refuse(socket, 400)
    const address = this.#ports.publicUrl ?? `http://${request.headers.host ?? ''}`
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      const user = claims.user ?? 'user'
      stream(this.#ports, { socket: opened, conversation, watermark: watermarkOf(given), user, address })
    })
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

interface Stream {
  socket: WebSocket
  conversation: Conversation
  watermark: number | undefined
  user: string
  address: string
}

/** From the record after the watermark, then as it comes. */
function stream(ports: DirectLinePorts, { socket, conversation, watermark, user, address }: Stream): void {
  const parts = partsOf(ports, conversation, user, address)
  let after = watermark
  let pumping = Promise.resolve()
  // One a frame: the package reads several of one frame and the next frame alternately.
  const send = (activity: Activity, watermark?: string): void => {
    if (socket.readyState === socket.OPEN)
      socket.send(JSON.stringify({ activities: [activity], ...(watermark === undefined ? {} : { watermark }) }))
  }
  const pump = async (): Promise<void> => {
    for (let more = true; more && socket.readyState === socket.OPEN; ) {
      const set = await readAfter(ports, conversation, parts, after)
      for (const { activity, watermark } of set.marked) send(activity, watermark)
      after = Number(set.watermark)
      more = set.more
    }
  }
  const inTurn = (): void => {
    pumping = pumping.then(pump).catch((error: unknown) => {
      // The client comes back with its watermark and misses nothing.
      ports.report(error)
      socket.terminate()
    })
  }
  const hear = (event: LiveEvent): void => {
    if (event.kind === 'messages' || event.kind === 'resync') inTurn()
    else if (event.kind === 'access') socket.close(COME_BACK)
    else if (event.kind === 'typing' && event.from !== 'owner')
      send(typingActivity(parts, ports.clock.now(), event.author))
  }
  const stop = ports.live.subscribe(`conversation:${conversation.id}`, hear)
  const heartbeat = beat(socket)
  socket.on('error', (error) => ports.report(error))
  socket.on('close', () => {
    clearInterval(heartbeat)
    stop()
  })
  inTurn()
}

/** Ends a socket whose other side has gone without a word. */
function beat(socket: WebSocket): NodeJS.Timeout {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  return setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, HEARTBEAT_MS)
}
