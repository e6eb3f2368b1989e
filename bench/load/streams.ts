import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { served } from './child.ts'
import { Line } from './line.ts'
import { residentBytes } from './proc.ts'
import { product } from './product.ts'
import { table } from './table.ts'

/** Opened at once. */
const TOGETHER = 50
/** Until what was only needed for opening is given back, as far as it is. */
const SETTLE_MS = 5000

interface Door {
  path: string
  token?: string
}

/** Memory of idle event streams on one process, at each of these numbers of them, beside a bare handler's. */
export async function measureStreams(counts: readonly number[]): Promise<string> {
  const most = Math.max(...counts)
  const bare = await served('./streamServer.ts')
  const ofBare = await kilobytesEach(
    bare,
    Array.from({ length: most }, () => ({ path: '/' })),
    counts,
  )
  await bare.end()
  const qiao = await product()
  const ofQiao = await kilobytesEach(qiao, await doors(qiao.url, most), counts)
  await qiao.end()
  const cells = (kilobytes: number[]) => kilobytes.map((each) => each.toFixed(1))
  return table(
    ['kB of memory each', ...counts.map((count) => `${count} streams`)],
    [
      ['bare handler (express)', ...cells(ofBare)],
      ['Qiao', ...cells(ofQiao)],
    ],
  )
}

async function kilobytesEach(
  { url, pid }: { url: string; pid: number },
  all: Door[],
  counts: readonly number[],
): Promise<number[]> {
  const sockets: Socket[] = []
  // Whatever is made once is made by the first few.
  for (const door of all.slice(0, TOGETHER)) sockets.push(await open(url, door))
  await pause(SETTLE_MS)
  const before = residentBytes(pid)
  const found: number[] = []
  for (const count of counts) {
    while (sockets.length < count + TOGETHER && sockets.length < all.length) {
      const next = all.slice(sockets.length, Math.min(sockets.length + TOGETHER, count + TOGETHER))
      sockets.push(...(await Promise.all(next.map((door) => open(url, door)))))
    }
    await pause(SETTLE_MS)
    found.push((residentBytes(pid) - before) / (sockets.length - TOGETHER) / 1024)
  }
  for (const socket of sockets) socket.destroy()
  return found
}

/** Resolves when the stream has begun. */
function open(url: string, { path, token }: Door): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.once('error', reject)
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${token ? `authorization: Bearer ${token}\r\n` : ''}\r\n`)
    let got = ''
    socket.on('data', (piece) => {
      if (got.includes(': open')) return
      got += piece.toString('latin1')
      if (got.includes(': open')) resolve(socket)
      else if (!got.startsWith('HTTP/1.1 200')) reject(new Error(got))
    })
  })
}

/** So many conversations, each with nothing in it. */
async function doors(url: string, count: number): Promise<Door[]> {
  const found: Door[] = []
  const line = await Line.open(url)
  while (found.length < count + TOGETHER) {
    const { body } = await line.post('/api/conversations', {})
    const { conversationId, token } = JSON.parse(body) as { conversationId: string; token: string }
    found.push({ path: `/api/conversations/${conversationId}/events`, token })
  }
  line.close()
  return found
}
