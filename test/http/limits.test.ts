import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { bindHome } from '../support/homes.ts'
import { type Answer, type Call, call, newOwner, nextMessageId, type TestOwner } from './client.ts'
import { startServer, type TestServer } from './server.ts'

/** What an owner who calls from this address is answered. */
const saysFrom = (owner: TestOwner, address: string, text: string, more: Call = {}) =>
  call(`${owner.url}/messages`, {
    token: owner.token,
    body: { clientMessageId: nextMessageId(), text },
    headers: { 'x-forwarded-for': address },
    ...more,
  })

const said = async (answer: Promise<Answer<unknown>>) => {
  const { status, headers, body: problem } = await answer
  const body = problem as Record<string, unknown>
  return { status, title: body.title, retryAfter: Number(headers.get('retry-after')), emergency: body.emergency }
}

describe('of one conversation and one address', () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startServer({ settings: { LIMIT_CONVERSATIONS: '4', LIMIT_MESSAGES: '3' } })
  })
  afterAll(() => server.stop())

  test('too many messages in one conversation: 429 with Retry-After; others are not held up', async () => {
    const [owner, other] = [await newOwner(server.url), await newOwner(server.url)]
    for (const text of ['你好', '在吗', '谢谢']) expect((await owner.says(text)).status).toBe(200)
    const began = performance.now()
    const answer = await owner.says('物业费怎么交')
    expect(answer.status).toBe(429)
    // Whoever calls again as soon as they are refused is refused once a second.
    expect(performance.now() - began).toBeGreaterThan(950)
    expect(answer.headers.get('content-type')).toMatch('application/problem+json')
    expect(answer.body).toMatchObject({ code: 'too_many', status: 429 })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await owner.sees()).some(({ text }) => text === '物业费怎么交')).toBe(false)
    expect((await other.says('你好')).status).toBe(200)
  })

  test('an emergency over the limit is taken and answered; from the eleventh on it is told what to do, and not kept', async () => {
    const owner = await newOwner(server.url)
    for (const text of ['你好', '在吗', '谢谢', '再见']) await owner.says(text)
    for (let n = 0; n < 10; n += 1) {
      const { status, body } = await owner.says('家里着火了')
      expect({ status, action: body.replies[0]?.action }).toEqual({ status: 200, action: 'emergency' })
    }
    const refused = await said(owner.says('家里着火了'))
    expect(refused).toMatchObject({ status: 429, emergency: { text: expect.stringMatching('119') } })
    expect((await owner.sees()).filter(({ text }) => text === '家里着火了')).toHaveLength(10)
  })

  test('too many conversations from one address: 429 with Retry-After', async () => {
    const open = () => call(`${server.url}/api/conversations`, { body: {} })
    expect((await open()).status).toEqual(201)
    const answer = await open()
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 429, code: 'too_many' })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('of an address, a home and the installation', () => {
  let desk: TestDesk

  beforeAll(async () => {
    const limits = { LIMIT_HOME: '4', LIMIT_ADDRESS: '6', LIMIT_INSTALLATION: '14', LIMIT_MESSAGES: '5' }
    desk = await openDesk({ TRUST_PROXY: 'loopback', ...limits })
  })
  afterAll(() => desk.stop())

  test('two conversations of one home count together, and both are told so; a guest of the same words is not', async () => {
    const [wife, husband, guest] = [await newOwner(desk.url), await newOwner(desk.url), await newOwner(desk.url)]
    await bindHome(desk, wife, ['3', '2', '501'])
    await bindHome(desk, husband, ['3', '2', '501'])
    for (const owner of [wife, husband, wife, husband])
      expect((await saysFrom(owner, '10.0.0.1', '你好')).status).toBe(200)
    const refused = await said(saysFrom(wife, '10.0.0.1', '你好'))
    expect(refused).toMatchObject({ status: 429, title: expect.stringMatching('您家') })
    expect(refused.retryAfter).toBeGreaterThan(0)
    expect((await saysFrom(guest, '10.0.0.1', '我家3栋2单元501')).status).toBe(200)
    desk.clock.forward(1)
    expect((await saysFrom(husband, '10.0.0.1', '你好')).status).toBe(200)
  })

  test('whoever opens conversation after conversation from one address is stopped there, and another address is not', async () => {
    desk.clock.forward(1)
    const many = await Promise.all(Array.from({ length: 7 }, () => newOwner(desk.url)))
    const answers: number[] = []
    for (const owner of many) answers.push((await saysFrom(owner, '10.0.0.9', '你好')).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 429])
    const english = { headers: { 'x-forwarded-for': '10.0.0.9', 'accept-language': 'en' } }
    const refused = await said(saysFrom(many[6]!, '10.0.0.9', '你好', english))
    expect(refused.title).toMatch(/from your network/)
    expect((await saysFrom(many[6]!, '10.0.0.8', '你好')).status).toBe(200)
  })

  test('of IPv6 the whole network counts as one', async () => {
    desk.clock.forward(1)
    const owner = await newOwner(desk.url)
    const other = await newOwner(desk.url)
    for (let n = 0; n < 5; n += 1) await saysFrom(owner, `2001:db8:1:1::${n}`, '你好')
    expect((await saysFrom(other, '2001:db8:1:1::99', '你好')).status).toBe(200)
    expect((await saysFrom(other, '2001:db8:1:1::98', '你好')).status).toBe(429)
  })

  test('what a narrow limit refuses uses up nothing of the installation; above its own it refuses whoever comes, but no emergency', async () => {
    desk.clock.forward(1)
    const [flood, ...others] = await Promise.all(Array.from({ length: 4 }, () => newOwner(desk.url)))
    const answers: number[] = []
    answers.push(
      ...(await Promise.all(Array.from({ length: 30 }, () => saysFrom(flood!, '10.0.1.1', '你好')))).map(
        ({ status }) => status,
      ),
    )
    expect(answers.filter((status) => status === 200)).toHaveLength(5)
    const rest: number[] = []
    for (let n = 0; n < 10; n += 1) rest.push((await saysFrom(others[n % 3]!, `10.0.2.${n}`, '你好')).status)
    expect(rest).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 429])
    expect((await said(saysFrom(others[1]!, '10.0.3.1', '你好'))).title).toMatch('人多')
    const emergency = await saysFrom(others[1]!, '10.0.3.2', '电梯困人了')
    expect(emergency.status).toBe(200)
    const { text } = await call(`${desk.url}/metrics`)
    for (const why of ['conversation', 'home', 'address', 'installation'])
      expect(text).toMatch(new RegExp(`qiao_shed_messages_total\\{why="${why}"\\} [1-9]`))
  })

  test('a file counts as a message', async () => {
    desk.clock.forward(1)
    const owner = await newOwner(desk.url)
    for (let n = 0; n < 5; n += 1) await saysFrom(owner, '10.0.4.1', '你好')
    const form = new FormData()
    form.set('file', new Blob(['%PDF-1.4\n1 0 obj\n']), 'a.pdf')
    const headers = { authorization: `Bearer ${owner.token}` }
    const { status } = await fetch(`${owner.url}/attachments`, { method: 'POST', headers, body: form })
    expect(status).toBe(429)
  })
})
