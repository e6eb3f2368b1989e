import { connect, type Socket } from 'node:net'

/** An answer as far as a load needs it. */
export interface Reply {
  status: number
  body: string
}

interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')

/**
 * One kept-alive HTTP/1.1 connection, one call at a time. Node's own client takes as long for a call as a bare server
 * does; on a machine of two cores the load would then be what is measured.
 */
export class Line {
  readonly #socket: Socket
  readonly #host: string
  #waiting: Waiting | undefined
  #got: Buffer = Buffer.alloc(0)

  private constructor(socket: Socket, host: string) {
    this.#socket = socket
    this.#host = host
    socket.setNoDelay(true)
    socket.on('data', (piece) => this.#hear(piece))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('the server closed the line')))
  }

  static open(url: string): Promise<Line> {
    const { hostname, port, host } = new URL(url)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Line(socket, host)))
      socket.once('error', reject)
    })
  }

  post(path: string, body: unknown, token?: string): Promise<Reply> {
    const text = JSON.stringify(body)
    const authorization = token ? `authorization: Bearer ${token}\r\n` : ''
    const head = `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\n${authorization}`
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(`${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #hear(piece: Buffer): void {
    this.#got = this.#got.length ? Buffer.concat([this.#got, piece]) : piece
    const end = this.#got.indexOf(END_OF_HEAD)
    if (end < 0) return
    const head = this.#got.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) {
      this.#fail(new Error(`an answer without its length: ${head}`))
      return
    }
    const from = end + END_OF_HEAD.length
    if (this.#got.length < from + Number(length)) return
    const reply = { status: Number(head.slice(9, 12)), body: this.#got.toString('utf8', from, from + Number(length)) }
    this.#got = this.#got.subarray(from + Number(length))
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(reply)
  }

  #fail(error: Error): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.reject(error)
  }
}
