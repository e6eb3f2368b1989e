import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { type Client, connect, dl, SECRET } from './directlineClient.ts'

let desk: TestDesk
/** A page of somebody else's, from which the owner's photo comes. */
let elsewhere: Server
let photoUrl: string
const clients: Client[] = []

beforeAll(async () => {
  desk = await openDesk({ DIRECTLINE_SECRET: SECRET })
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'grey' } })
    .png()
    .toBuffer()
  elsewhere = createServer(
    (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png),
  )
  await new Promise<void>((done) => void elsewhere.listen(0, '127.0.0.1', done))
  photoUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/photo.png`
})
afterAll(async () => {
  elsewhere.close()
  await desk.stop()
})
afterEach(() => {
  for (const client of clients.splice(0)) client.end()
})

/** A page whose server got it a token. */
async function page(options: object = {}, body: object = { user: { id: 'dl_wang' } }) {
  const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, body)).body
  const client = connect(desk.url, { token, webSocket: false, ...options })
  clients.push(client)
  return { client, conversationId, token }
}

/** The package again, where it was. */
function back(options: object): Client {
  const client = connect(desk.url, { webSocket: false, ...options })
  clients.push(client)
  return client
}

interface Button {
  type: string
  title: string
  value: string | { choice: string }
}
const buttonsOf = (activity: object): Button[] =>
  (activity as { suggestedActions?: { actions: Button[] } }).suggestedActions?.actions ?? []

describe.each([
  ['polling', false],
  ['streaming', true],
])('the package, unchanged, by %s', (_name, webSocket) => {
  test('opens with who is there, what the bot is for, and what is often asked', async () => {
    const { client } = await page({ webSocket })
    const update = await client.hears(({ type }) => (type as string) === 'conversationUpdate')
    expect(update).toMatchObject({ membersAdded: [{ id: 'dl_wang' }, { id: 'qiao' }] })
    const welcome = await client.hearsText(/机器人小桥/)
    expect(buttonsOf(welcome)).toContainEqual(
      expect.objectContaining({ title: expect.any(String), value: { choice: 'intent:gas.connection_status' } }),
    )
  })

  test('knows its own message again and hears the answer', async () => {
    const { client } = await page({ webSocket })
    const id = await client.posts('燃气什么时候通', { channelData: { clientActivityID: 'mine-1' } })
    const echo = await client.hears((activity) => activity.id === id)
    expect(echo).toMatchObject({
      from: { id: 'dl_wang', role: 'user' },
      text: '燃气什么时候通',
      channelData: { clientActivityID: 'mine-1' },
    })
    expect((await client.hearsText(/截至|更新/)).text).toMatch(/燃气/)
  })

  test('the whole story: question, record, person, staff, resolved, bot again, told of a change', async () => {
    const { client, conversationId } = await page({ webSocket })
    await client.posts('3栋燃气什么时候通')
    await client.hearsText(/截至|更新/)
    await client.posts('有变化告诉我')
    await client.hearsText(/记下了/)
    await client.posts('转人工')
    await client.hearsText(/已转给客服/)
    const clerk = await desk.clerk(`王芳${webSocket}`)
    const ticket = await desk.store.tickets.openOf(conversationId)
    expect(ticket?.channel).toBe('directline')
    await clerk.post(`/tickets/${ticket?.id}/claim`)
    await clerk.post(`/tickets/${ticket?.id}/messages`, { clientMessageId: 's1', text: '您好，我是王芳，我看一下。' })
    expect(await client.hearsText(/我是王芳/)).toMatchObject({ from: { id: 'qiao', name: clerk.member.name } })
    await clerk.post(`/tickets/${ticket?.id}/resolve`)
    const farewell = await client.hears((activity) => buttonsOf(activity).length === 5)
    expect(buttonsOf(farewell)[0]).toMatchObject({ value: { choice: 'rating:5' } })
    const [best] = buttonsOf(farewell)
    await client.posts(best?.title ?? '', { value: best?.value })
    await client.hears(
      (activity) =>
        activity.from.role === 'bot' && Number(activity.id?.split('|')[1]) > Number(farewell.id?.split('|')[1]),
    )
    await client.posts('你好')
    await client.hearsText(/机器人|小桥/)
    const { entries } = (await clerk.get<{ entries: { id: string; topic: string; scope: object }[] }>('/status-board'))
      .body
    const gas = entries.find(({ topic, scope }) => topic === 'gas' && JSON.stringify(scope) === '{}')
    const step = { text: '燃气公司做了复检', tellSubscribers: true }
    expect((await clerk.post(`/status-board/${gas?.id}/steps`, step)).status).toBe(200)
    await client.hearsText(/您关注的.*有变化/)
    const heard = client.heard.map(({ id }) => id ?? '').filter((id) => /\|\d+$/.test(id))
    expect(heard).toEqual([...heard].sort())
  })

  test('what was said while it was away comes after its watermark, once', async () => {
    const { client, conversationId, token } = await page({ webSocket })
    await client.posts('你好')
    await client.hearsText(/./)
    const { watermark } = client.line as unknown as { watermark: string }
    const seen = new Set(client.heard.map(({ id }) => id))
    client.end()
    await dl(desk.url, `/conversations/${conversationId}/activities`, token, { type: 'message', text: '物业费怎么交' })
    const again = back({ token, conversationId, watermark, webSocket })
    await again.hears((activity) => activity.type === 'message' && activity.text === '物业费怎么交')
    await again.hearsText(/./)
    const ids = again.heard.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => seen.has(id))).toEqual([])
  })

  test('files both ways: sent as a form, fetched by an address that opens nothing else', async () => {
    const { client, conversationId } = await page({ webSocket })
    const photo = { contentType: 'image/png', contentUrl: photoUrl, name: '漏水的墙.png' }
    const id = await client.posts('墙在漏水', { attachments: [photo] })
    const echo = (await client.hears((activity) => activity.id === id)) as {
      attachments?: { contentUrl: string; name: string }[]
    }
    const [sent] = echo.attachments ?? []
    expect(sent?.name).toBe('漏水的墙.png')
    const fetched = await fetch(sent?.contentUrl ?? '')
    expect({ status: fetched.status, type: fetched.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'image/png',
    })
    const ticket = new URL(sent?.contentUrl ?? '').searchParams.get('t') ?? ''
    expect((await dl(desk.url, `/conversations/${conversationId}/activities`, ticket)).status).toBe(403)
    expect((await fetch(String(sent?.contentUrl).replace(/t=.*/, 't=x'))).status).toBe(403)
  })
})

describe('who may do what', () => {
  test('a wrong, foreign, spoiled or missing token opens nothing', async () => {
    const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, {})).body
    const other = (await dl(desk.url, '/tokens/generate', SECRET, {})).body
    const path = `/conversations/${conversationId}/activities`
    const statusWith = async (bearer: string): Promise<number> => (await dl(desk.url, path, bearer)).status
    expect(await statusWith(token)).toBe(200)
    expect(await statusWith(SECRET)).toBe(200)
    expect(await statusWith('')).toBe(401)
    expect(await statusWith(`${SECRET}x`)).toBe(403)
    expect(await statusWith(other.token)).toBe(403)
    const [head, body, signature] = token.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...claims, conversation: other.conversationId })).toString('base64url')
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
    for (const spoiled of [`${head}.${forged}.${signature}`, `${none}.${body}.`, `${head}.${body}`, 'x', `${token}.x`])
      expect(await statusWith(spoiled)).toBe(403)
    expect((await dl(desk.url, '/tokens/generate', token, {})).status).toBe(403)
    expect((await dl(desk.url, '/conversations/no-such/activities')).status).toBe(404)
  })

  test("an owner of the web page is none of Direct Line's, even for the secret", async () => {
    const { owner } = await desk.handedOver()
    expect((await dl(desk.url, `/conversations/${owner.id}/activities`)).status).toBe(404)
  })

  test('an expired token is told to be so, and a renewed one goes on with the same conversation', async () => {
    const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, { user: { id: 'dl_li' } })).body
    desk.clock.forward(29)
    const renewed = (await dl(desk.url, '/tokens/refresh', token, {})).body
    expect(renewed).toMatchObject({ conversationId, expires_in: 1800 })
    desk.clock.forward(2)
    const late = await dl<{ error: { code: string } }>(desk.url, `/conversations/${conversationId}/activities`, token)
    expect({ status: late.status, code: late.body.error.code }).toEqual({ status: 403, code: 'TokenExpired' })
    expect((await dl(desk.url, '/tokens/refresh', token, {})).status).toBe(403)
    expect((await dl(desk.url, `/conversations/${conversationId}/activities`, renewed.token)).status).toBe(200)
  })

  test('the secret stands in no address and in no answer', async () => {
    const opened = await dl(desk.url, '/conversations', SECRET, {})
    expect(opened.status).toBe(201)
    expect(opened.text).not.toContain(encodeURIComponent(SECRET).slice(0, 12))
    expect(opened.text).not.toContain(SECRET)
    const { searchParams } = new URL(opened.body.streamUrl ?? '')
    const ticket = searchParams.get('t') ?? ''
    expect((await dl(desk.url, `/conversations/${opened.body.conversationId}/activities`, ticket)).status).toBe(403)
  })

  /** How the server takes a socket: open, or the status that it refuses with. */
  const socketOf = (url: string): Promise<'open' | number> =>
    new Promise((done) => {
      const socket = new WebSocket(url)
      socket.on('open', () => {
        socket.terminate()
        done('open')
      })
      socket.on('unexpected-response', (_request, response) => {
        socket.terminate()
        done(response.statusCode ?? 0)
      })
      socket.on('error', () => undefined)
    })

  test('a socket opens by its own ticket, for a minute', async () => {
    const { streamUrl = '', token, conversationId } = (await dl(desk.url, '/conversations', SECRET, {})).body
    expect(await socketOf(streamUrl)).toBe('open')
    expect(await socketOf(streamUrl.replace(/t=.*/, `t=${token}`))).toBe(403)
    expect(await socketOf(streamUrl.replace(conversationId, 'another'))).toBe(403)
    expect(await socketOf(streamUrl.replace('watermark=', 'watermark=x'))).toBe(400)
    expect(await socketOf(streamUrl.replace('/stream', '/nothing'))).toBe(404)
    const refused = async (): Promise<string[]> => {
      const metrics = await (await fetch(`${desk.url}/metrics`)).text()
      return metrics.match(/qiao_channel_refused_total\{channel="directline",reason="too_old"\} \d+/g) ?? []
    }
    const before = await refused()
    desk.clock.forward(2)
    expect(await socketOf(streamUrl)).toBe(403)
    expect(await refused()).not.toEqual(before)
  })
})

describe('what goes over it', () => {
  test('the same activity again, ten at once, is one message', async () => {
    const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, {})).body
    const post = (text = '燃气什么时候通') =>
      dl<{ id: string }>(desk.url, `/conversations/${conversationId}/activities`, token, {
        type: 'message',
        text,
        channelData: { clientActivityID: 'once' },
      })
    const ids = (await Promise.all(Array.from({ length: 10 }, () => post()))).map(({ body }) => body.id)
    expect(new Set(ids).size).toBe(1)
    expect((await post('别的话')).status).toBe(409)
    const owners = (await desk.store.conversations.messages(conversationId, 0, 500)).filter(
      ({ from }) => from === 'owner',
    )
    expect(owners).toHaveLength(1)
  })

  test('a tapped button keeps the words that were seen and means its value', async () => {
    const { client, conversationId } = await page({ webSocket: true })
    const welcome = await client.hearsText(/小桥/)
    const [button] = buttonsOf(welcome)
    if (!button) throw new Error('no button')
    await client.posts(button.title, { value: button.value })
    await client.hears(
      (activity) => activity.type === 'message' && activity.from.role === 'bot' && activity !== welcome,
    )
    const [said] = await desk.store.conversations.messages(conversationId, 0, 1)
    expect(said?.text).toBe(button.title)
    expect(await desk.store.conversations.message(conversationId, 1)).toMatchObject({
      choice: 'intent:gas.connection_status',
    })
  })

  test("a client that sends a button's title alone has tapped it too, until something else is said", async () => {
    const { client, conversationId } = await page({ webSocket: true })
    await client.posts('asdf qwer')
    const offer = await client.hears(
      (activity) => buttonsOf(activity).length > 0 && !/小桥/.test(JSON.stringify(activity)),
    )
    const [first] = buttonsOf(offer)
    await client.posts(first?.title ?? '')
    const seqs = await desk.store.conversations.messages(conversationId, 0, 10)
    const taps = seqs.filter(({ from, text }) => from === 'owner' && text === first?.title)
    expect(await desk.store.conversations.message(conversationId, taps[0]?.seq ?? 0)).toHaveProperty('choice')
  })

  test('an emergency comes with its numbers one tap away', async () => {
    const { client } = await page({ webSocket: true })
    await client.posts('家里有煤气味')
    const alarm = (await client.hears((activity) => JSON.stringify(activity).includes('tel:119'))) as {
      attachments?: { contentType: string }[]
    }
    expect(alarm.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.hero')
  })

  test('a clerk who is typing is seen to be, on the socket', async () => {
    const { client, conversationId } = await page({ webSocket: true })
    await client.posts('转人工')
    await client.hearsText(/已转给客服/)
    const clerk = await desk.clerk('周敏')
    const ticket = await desk.store.tickets.openOf(conversationId)
    await clerk.post(`/tickets/${ticket?.id}/claim`)
    await clerk.post(`/tickets/${ticket?.id}/typing`)
    expect(await client.hears(({ type }) => type === 'typing')).toMatchObject({ from: { name: '周敏' } })
  })

  test('an owner who types is seen at the desk; events of pages are taken and mean nothing; an end closes it', async () => {
    const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, {})).body
    const clerk = await desk.clerk('孙丽')
    const ears = await clerk.hears()
    const post = (activity: object) => dl(desk.url, `/conversations/${conversationId}/activities`, token, activity)
    expect((await post({ type: 'typing' })).status).toBe(200)
    await ears.until(({ events }) => events.some(({ event }) => event === 'typing'))
    ears.close()
    expect((await post({ type: 'event', name: 'webchat/join' })).status).toBe(200)
    expect((await post({ type: 'endOfConversation' })).status).toBe(200)
    expect((await desk.store.conversations.find(conversationId))?.stage).toBe('closed')
  })

  test.each([
    ['nothing said', { type: 'message', text: ' ' }, 400],
    ['no type', { text: '你好' }, 400],
    ['files by reference', { type: 'message', text: '看', attachments: [{ contentUrl: 'http://x' }] }, 400],
    ['a text over the limit', { type: 'message', text: '长'.repeat(4001) }, 422],
    ['a body over the limit', { type: 'message', text: '长'.repeat(30_000) }, 413],
  ])('%s is refused', async (_name, activity, status) => {
    const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, {})).body
    const refused = await dl<{ error: { code: string } }>(
      desk.url,
      `/conversations/${conversationId}/activities`,
      token,
      activity,
    )
    expect(refused.status).toBe(status)
    expect(refused.body.error.code).toMatch(/^[A-Z]/)
    expect(await desk.store.conversations.messages(conversationId, 0, 10)).toEqual([])
  })

  test('a watermark that was never ours is refused', async () => {
    const { conversationId, token } = (await dl(desk.url, '/tokens/generate', SECRET, {})).body
    expect((await dl(desk.url, `/conversations/${conversationId}/activities?watermark=-1`, token)).status).toBe(400)
  })

  test('a page of any origin may call, without cookies', async () => {
    const asked = await dl(desk.url, '/conversations', '', undefined, 'OPTIONS')
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization/)
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

test('without its setting there is no Direct Line', async () => {
  const off = await openDesk()
  expect((await dl(off.url, '/conversations', SECRET, {})).status).toBe(404)
  await off.stop()
})
