import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, newOwner } from './client.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** `qiao_turns_total{action="answer"}` → its value. */
async function figures(): Promise<Map<string, number>> {
  const { text } = await call(`${server.url}/metrics`)
  const lines = text.split('\n').filter((line) => line.startsWith('qiao_'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
}

test('what owners ask shows: answered at once, handed over and why, not understood, and who waits', async () => {
  const before = await figures()
  const grown = (now: Map<string, number>, name: string) => (now.get(name) ?? 0) - (before.get(name) ?? 0)
  const owner = await newOwner(server.url)
  await owner.says('物业费怎么交')
  await owner.says('转人工')
  const now = await figures()
  expect(grown(now, 'qiao_answered_at_once_total')).toBe(1)
  expect(grown(now, 'qiao_handoffs_total{reason="asked",priority="normal"}')).toBe(1)
  expect(grown(now, 'qiao_turns_total{action="handoff"}')).toBe(1)
  expect(grown(now, 'qiao_confidence_count')).toBeGreaterThan(0)
  expect(now.get('qiao_queue_tickets{stage="waiting",priority="normal"}')).toBe(1)
  expect(now.get('qiao_open_turns')).toBe(0)
  expect(now.get('qiao_overdue_tickets')).toBe(0)
  expect(now.get('qiao_record_up')).toBe(1)
  const models = [...now.keys()].filter((name) => name.startsWith('qiao_model_info'))
  expect(models).toEqual([expect.stringMatching(/^qiao_model_info\{version="\w{8,}"\}$/)])
})

test('what is not understood counts as such, and not as answered', async () => {
  const before = await figures()
  const owner = await newOwner(server.url)
  await owner.says('啊吧啊吧呜啦')
  const now = await figures()
  expect((now.get('qiao_fallbacks_total') ?? 0) - (before.get('qiao_fallbacks_total') ?? 0)).toBe(1)
  expect(now.get('qiao_answered_at_once_total')).toBe(before.get('qiao_answered_at_once_total'))
})

test('calls are counted by route, never by what stands in the address', async () => {
  const owner = await newOwner(server.url)
  await owner.says('你好')
  await call(`${server.url}/api/conversations/13800138000/messages?q=13800138000`)
  await call(`${server.url}/somewhere/13800138000`)
  const { text } = await call(`${server.url}/metrics`)
  expect(text).toMatch(
    /qiao_http_calls_total\{method="POST",route="\/api\/conversations\/:id\/messages",status="200"\} [1-9]/,
  )
  expect(text).toMatch(/qiao_http_calls_total\{method="GET",route="none",status="404"\} [1-9]/)
  expect(text).not.toContain('13800138000')
  expect(text).not.toContain(owner.id)
})

test('each answer names its call; a proxy’s own name is kept, but not one that is no name', async () => {
  const named = async (id: string) =>
    (await call(`${server.url}/healthz`, { headers: { 'x-request-id': id } })).headers.get('x-request-id')
  expect(await named('edge-0123456789')).toBe('edge-0123456789')
  expect(await named('a","level":60,"x":"')).toMatch(/^[\w-]{20,}$/)
  expect(await named('short')).toMatch(/^[\w-]{20,}$/)
})
