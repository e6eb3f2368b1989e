import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Redis } from 'ioredis'
import { newOwner, type TestOwner } from '../http/client.ts'
import { listen } from '../http/listener.ts'
import type { Installation } from './installation.ts'

export interface SlowReaderReport {
  /** Bytes that were to come to the reader which read nothing. */
  told: number
  /** What it found of them when it read again, up to the end of its stream. */
  got: number
  /** Of the messages, in both streams together, as they came. */
  seqs: number[]
  /** Of the messages in the record. */
  kept: number[]
}

const EVENTS = 8000
const AUTHOR = 'x'.repeat(1000)

/**
 * An owner's page reads nothing while the bus says much; the instance cuts it off, and it comes back with what it heard
 * last. The bus speaks as a third instance would.
 */
export async function readSlowly({ pair, redis, record }: Installation): Promise<SlowReaderReport> {
  const owner = await newOwner(await pair.at(0))
  await owner.says('物业费怎么交')
  const line = await openStream(owner)
  await once(line, 'readable')
  await flood(redis.url, owner.id)
  // Nobody who reads this stream takes it.
  await owner.says('垃圾分类怎么弄')
  const text = await restOf(line)
  const first = idsIn(text)
  const again = await listen(`${owner.url}/events`, {
    authorization: `Bearer ${owner.token}`,
    'last-event-id': String(first.at(-1) ?? 0),
  })
  const kept = (await record.conversations.messages(owner.id, 0, 100)).map(({ seq }) => seq)
  const seqs = (): number[] => [...first, ...again.events.flatMap(({ id }) => (id ? [Number(id)] : []))]
  await again.until(() => seqs().at(-1) === kept.at(-1))
  again.close()
  return { told: EVENTS * AUTHOR.length, got: text.length, seqs: seqs(), kept }
}

/** A connection whose reader takes nothing that it does not ask for. */
async function openStream(owner: TestOwner): Promise<Socket> {
  const { hostname, port, pathname } = new URL(`${owner.url}/events`)
  const line = connect(Number(port), hostname)
  line.on('error', () => undefined)
  await once(line, 'connect')
  line.write(`GET ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${owner.token}\r\n\r\n`)
  return line
}

async function flood(redis: string, conversationId: string): Promise<void> {
  const client = new Redis(redis)
  const event = { kind: 'typing', conversationId, from: 'staff', author: AUTHOR }
  const said = JSON.stringify({ from: 'third', topic: `conversation:${conversationId}`, event })
  const pipeline = client.pipeline()
  for (let n = 0; n < EVENTS; n++) pipeline.publish('qiao:events', said)
  // Else it would be waited for.
  pipeline.publish('qiao:events', JSON.stringify({ from: 'third', bye: true }))
  await pipeline.exec()
  client.disconnect()
}

/** All until the other side ends it. */
async function restOf(line: Socket): Promise<string> {
  let text = ''
  try {
    for await (const piece of line.setEncoding('utf8')) text += piece as string
  } catch {
    // Cut off.
  }
  return text
}

/** Of whole events. */
const idsIn = (text: string): number[] =>
  [...text.matchAll(/^id: (\d+)\nevent: message\ndata: .*\n\n/gm)].map(([, id]) => Number(id))
