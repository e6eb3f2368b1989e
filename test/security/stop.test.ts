import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../store/open.ts'
import { newId, systemClock } from '../../wire/ids.ts'
import { newOwner, type TestOwner } from '../http/client.ts'
import { listen } from '../http/listener.ts'
import { type ChildServer, startChild } from './childServer.ts'

/* SIGTERM at 200 messages a second: a real process, a real record, real connections. */

const OWNERS = 100
/** 200 messages a second, whether or not those before are answered. */
const EVERY_MS = 5
/** Messages sent when the signal comes, and until nobody writes any more. */
const [BEFORE, IN_ALL] = [300, 450]
/** The last of them come at once, so that some are under way when the signal comes, however quick the answers are. */
const AT_ONCE = 20
const WORDS = '我家三栋的物业费怎么交'

let server: ChildServer
/** Calls that were answered, and so are in its log; how many a machine answers until the signal comes is its own affair. */
let answered = 0

beforeAll(async () => {
  server = await startChild()
})
afterAll(() => server.end())

/** What became of each message that an owner sent, by its clientMessageId. */
type Fate = 'acknowledged' | 'refused' | 'broken'
interface Sent {
  owner: TestOwner
  id: string
  fate: Fate
  afterSignal: boolean
}

async function send(owner: TestOwner, n: number): Promise<Omit<Sent, 'afterSignal'>> {
  const id = `${owner.id} ${n}`
  const fate = await owner.says(`${WORDS}${n}`, { clientMessageId: id }).then(
    ({ status }): Fate => (status === 200 || status === 202 ? 'acknowledged' : 'refused'),
    (): Fate => 'broken',
  )
  return { owner, id, fate }
}

/** Messages at their times from one owner after the other, and the signal between two of them. */
async function writeAtRate(owners: TestOwner[]): Promise<{ sent: Sent[]; underWay: number }> {
  const calls: Promise<Sent>[] = []
  let [underWay, atSignal] = [0, -1]
  const write = async (owner: TestOwner, n: number): Promise<Sent> => {
    underWay += 1
    const sent = await send(owner, n)
    underWay -= 1
    return { ...sent, afterSignal: atSignal >= 0 }
  }
  const began = performance.now()
  for (let n = 0; n < IN_ALL; n++) {
    if (n < BEFORE - AT_ONCE || n > BEFORE) await delay(Math.max(0, began + n * EVERY_MS - performance.now()))
    if (n === BEFORE) {
      await delay(EVERY_MS)
      atSignal = underWay
      server.process.kill('SIGTERM')
    }
    calls.push(write(owners[n % owners.length]!, n))
  }
  return { sent: await Promise.all(calls), underWay: atSignal }
}

/** How often each owner's words stand in the record, and how many have no turn. */
async function kept(owners: TestOwner[]) {
  const store = await openStore({ file: join(server.dataDir, 'qiao.db'), clock: systemClock, newId })
  try {
    const texts = new Map<string, string[]>()
    for (const { id } of owners) {
      const messages = await store.conversations.messages(id, 0, 5000)
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
      texts.set(
        id,
        messages.filter(({ from }) => from === 'owner').map(({ text }) => text),
      )
    }
    return { texts, unfinished: await store.conversations.unfinished() }
  } finally {
    await store.close()
  }
}

/** What was acknowledged stands there once and is answered; nothing else is there. */
async function nothingLost(owners: TestOwner[], sent: Omit<Sent, 'afterSignal'>[]): Promise<void> {
  const { texts, unfinished } = await kept(owners)
  expect(unfinished).toEqual([])
  const timesKept = ({ owner, id }: Omit<Sent, 'afterSignal'>) =>
    texts.get(owner.id)!.filter((text) => text === `${WORDS}${id.slice(owner.id.length + 1)}`).length
  const wrong = sent.filter((one) => timesKept(one) !== (one.fate === 'acknowledged' ? 1 : 0))
  expect(wrong.map(({ id, fate }) => `${fate}: ${id}`)).toEqual([])
}

test('stopped while 200 messages come a second: what was taken is answered and kept, what was not is refused, streams end', async () => {
  const owners = await Promise.all(Array.from({ length: OWNERS }, () => newOwner(server.url)))
  const reader = owners[0]!
  const stream = await listen(`${reader.url}/events`, { authorization: `Bearer ${reader.token}` })
  const ended = once(server.process, 'exit')
  const { sent, underWay } = await writeAtRate(owners)
  answered = OWNERS + sent.filter(({ fate }) => fate === 'acknowledged').length
  const [code] = await ended
  await stream.ended
  expect(code).toBe(0)
  expect(underWay).toBeGreaterThan(0)

  await nothingLost(owners, sent)
  // Some were under way when the signal came, and got their answer.
  expect(sent.filter(({ fate, afterSignal }) => afterSignal && fate === 'acknowledged').length).toBeGreaterThan(0)
})

test('its log is JSON, names the call in every line of one, and has none of what owners wrote', () => {
  const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>)
  const calls = lines.filter(({ msg }) => msg === 'call')
  expect(calls.length).toBeGreaterThanOrEqual(answered)
  expect(answered).toBeGreaterThan(OWNERS)
  for (const line of calls)
    expect(line).toMatchObject({
      requestId: expect.stringMatching(/^[\w-]{8,}$/),
      route: expect.any(String),
      status: expect.any(Number),
    })
  expect(lines.find(({ msg }) => msg === 'stopping')).toMatchObject({ unanswered: 0 })
  expect(server.log.join('\n')).not.toMatch(/物业费|三栋/)
})

test('stopped while more messages wait than are thought about at once: those that were taken are answered, and nothing else is kept', async () => {
  server.end()
  server = await startChild({ LOG_LEVEL: 'silent' })
  const owners = await Promise.all(Array.from({ length: IN_ALL }, () => newOwner(server.url)))
  const ended = once(server.process, 'exit')
  const calls = owners.map((owner, n) => send(owner, n))
  await Promise.race(calls)
  server.process.kill('SIGTERM')
  const sent = await Promise.all(calls)
  expect((await ended)[0]).toBe(0)
  await nothingLost(owners, sent)
  expect(sent.filter(({ fate }) => fate === 'acknowledged').length).toBeGreaterThan(1)
}, 120_000)
