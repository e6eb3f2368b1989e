import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Answer, call, newOwner, nextMessageId, type Said, type TestOwner } from '../http/client.ts'
import { type ChildServer, startChild } from './childServer.ts'

/* Too many messages at once: real processes, a real record, real connections. */

/** Owner messages of the record, each with its answers. */
async function talkOf(owner: TestOwner) {
  const messages = []
  for (let after = 0; ; ) {
    const page = await owner.sees(after)
    messages.push(...page)
    after = page.at(-1)?.seq ?? after
    if (page.length < 500) return messages
  }
}

describe('one conversation floods 2,000 messages, 150 at once', () => {
  const [MESSAGES, AT_ONCE] = [2000, 150]
  /** As many times as long as alone; what is left of it is the processor that both, and the flood itself, share. */
  const RATIO = 15
  let server: ChildServer

  beforeAll(async () => {
    server = await startChild({ LIMIT_MESSAGES: '1000000', LOG_LEVEL: 'silent' })
  })
  afterAll(() => server.end())

  /** Milliseconds of each answer, one message after the other. */
  async function timesOf(owner: TestOwner, goOn: (n: number) => boolean): Promise<number[]> {
    const times: number[] = []
    while (goOn(times.length)) {
      const began = performance.now()
      const { status } = await owner.says('物业费怎么交')
      expect(status).toBe(200)
      times.push(performance.now() - began)
    }
    return times
  }

  const p95 = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? 0

  /** From a process of its own; how many messages got which status. */
  async function flood({ url, token }: TestOwner): Promise<Record<number, number>> {
    const script = fileURLToPath(new URL('./flooder.ts', import.meta.url))
    const args = ['--import', 'tsx', script, url, token, String(MESSAGES), String(AT_ONCE)]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    return JSON.parse(stdout)
  }

  test('another is answered nearly as before; what was taken of the flood is answered, in order and once, and the rest is not kept', async () => {
    const [owner, flooder] = [await newOwner(server.url), await newOwner(server.url)]
    await timesOf(owner, (n) => n < 20)
    const alone = await timesOf(owner, (n) => n < 40)
    let flooding = true
    const flooded = flood(flooder).finally(() => {
      flooding = false
    })
    const beside = await timesOf(owner, (n) => flooding || n < 20)
    const told = await flooded
    expect(p95(beside)).toBeLessThan(RATIO * p95(alone))
    const taken = (told[200] ?? 0) + (told[202] ?? 0)
    expect(told[429]).toBeGreaterThan(0)
    expect(taken).toBeGreaterThan(0)
    await vi.waitFor(
      async () => {
        const talk = await talkOf(flooder)
        expect(talk.map(({ seq }) => seq)).toEqual(talk.map((_, index) => index + 1))
        expect(talk.filter(({ from }) => from === 'owner')).toHaveLength(taken)
        expect(talk.filter(({ from }) => from === 'bot').length).toBeGreaterThanOrEqual(taken)
      },
      { timeout: 20_000, interval: 500 },
    )
  }, 120_000)
})

describe('more than is answered in time', () => {
  const OWNERS = 300
  let server: ChildServer
  let owners: TestOwner[]

  beforeAll(async () => {
    // A wait that a burst is sure to bring about, however quick the machine is.
    server = await startChild({ LIMIT_WAIT_MS: '1', LOG_LEVEL: 'silent' })
    owners = await Promise.all(Array.from({ length: OWNERS }, () => newOwner(server.url)))
  })
  afterAll(() => server.end())

  const isEmergency = (n: number): boolean => n % 10 === 9
  const wordsOf = (n: number): string => (isEmergency(n) ? '家里着火了' : '物业费怎么交')

  test('new messages are told to come back before anything is kept of them; emergencies are taken and answered; sent again, each stands once', async () => {
    const ids = owners.map(nextMessageId)
    const say = (n: number): Promise<Answer<Said>> => owners[n]!.says(wordsOf(n), { clientMessageId: ids[n]! })
    const answers = await Promise.all(owners.map((_, n) => say(n)))

    const refused = answers.flatMap(({ status }, n) => (status === 503 ? [n] : []))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter(isEmergency)).toEqual([])
    for (const n of refused) {
      const { body, headers } = answers[n]!
      expect(body).toMatchObject({ code: 'busy', title: expect.stringMatching('没收下') })
      expect(headers.get('content-type')).toMatch('application/problem+json')
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await owners[n]!.sees()).toEqual([])
    }
    for (const [n, { status, body }] of answers.entries())
      if (isEmergency(n))
        expect({ status, action: body.replies[0]?.action }).toEqual({ status: 200, action: 'emergency' })
    const { text } = await call(`${server.url}/metrics`)
    const counted = [...text.matchAll(/^qiao_shed_messages_total\{.*\} (\d+)$/gm)].map(([, n]) => Number(n))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(refused.length)

    for (const n of refused) expect((await say(n)).status).toBe(200)
    for (const [n, owner] of owners.entries()) {
      const said = (await owner.sees()).filter(({ from }) => from === 'owner')
      expect(said.map(({ text }) => text)).toEqual([wordsOf(n)])
    }
  }, 120_000)
})
