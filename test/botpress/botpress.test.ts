import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sign } from '../../bot/channels/botpress/signature.ts'
import { type BotpressPlace, openBotpress, SECRET } from './place.ts'

let place: BotpressPlace

beforeEach(async () => {
  place = await openBotpress()
})
afterEach(async () => {
  expect(place.botpress.wrong).toEqual([])
  await place.stop()
})

type Owner = ReturnType<BotpressPlace['botpress']['owner']>

/** The owner writes to the bot; what the bot says to it. */
async function says({ conversation, user }: Owner, text: string, more: object = {}): Promise<string> {
  const before = place.botpress.seenBy(conversation).length
  await place.botpress.tell(place.botpress.writes(conversation, user, 'text', { text, ...more }))
  await place.settle()
  return place.botpress
    .seenBy(conversation)
    .slice(before)
    .map(({ payload }) => String(payload.text))
    .join('\n')
}

const tickets = async () => (await place.product.store.tickets.list({})).tickets

describe('a bot that Qiao answers', () => {
  test('the whole story: question, record, person, staff, resolved, bot again, told of a change', async () => {
    const owner = place.botpress.owner()
    expect(await says(owner, '物业费怎么交')).toMatch(/物业费|交费/)
    expect(await says(owner, '3栋燃气什么时候通')).toMatch(/更新/)
    expect(await tickets()).toEqual([])
    expect(await says(owner, '转人工')).toMatch(/已转给客服/)
    const [ticket] = await tickets()
    expect(ticket).toMatchObject({ channel: 'botpress', stage: 'waiting', reason: 'asked' })
    const clerk = await place.product.clerk('王芳')
    const { context } = await clerk.open(ticket?.id ?? '')
    expect(context.owner.name).toBe('陈先生')
    expect(context.transcript.map(({ from, text }) => `${from} ${text}`)).toEqual(
      expect.arrayContaining(['owner 物业费怎么交', 'owner 3栋燃气什么时候通', 'owner 转人工']),
    )
    expect(await says(owner, '有变化告诉我')).toMatch(/记下了/)
    await clerk.claim(ticket?.id ?? '', clerk.member)
    await place.settle()
    expect(place.botpress.events).toMatchObject([{ type: 'hitlAssigned' }])
    expect(await says(owner, '我家3栋2单元501')).toBe('')
    await clerk.reply(ticket?.id ?? '', clerk.member, { clientMessageId: 's1', text: '您好，我是王芳，我看一下。' })
    const photo = { name: '水表.png', type: 'image/png', content: Buffer.from('png') }
    const added = await place.product.store.attachments.add(ticket?.conversationId ?? '', photo, clerk.member.id)
    const attachments = added.kind === 'stored' ? [added.id] : []
    await clerk.reply(ticket?.id ?? '', clerk.member, { clientMessageId: 's2', text: '', attachments })
    await clerk.resolve(ticket?.id ?? '', clerk.member)
    await place.settle()
    const shown = place.botpress.seenBy(owner.conversation).find(({ type }) => type === 'image')
    expect(shown?.payload).toMatchObject({ title: '水表.png', imageUrl: expect.stringContaining('/content/') })
    const texts = place.botpress.seenBy(owner.conversation).map(({ payload }) => String(payload.text))
    expect(texts).toContain('您好，我是王芳，我看一下。')
    expect(texts.at(-1)).toMatch(/已处理完/)
    expect(place.botpress.events.map(({ type }) => type)).toEqual(['hitlAssigned', 'hitlStopped'])
    expect(await says(owner, '停车位怎么办')).toMatch(/车位/)
    expect(await tickets()).toHaveLength(1)
    const gas = (await place.product.store.board.list('demo')).find(
      ({ topic, scope }) => topic === 'gas' && !scope.building,
    )
    const step = { text: { zh: '燃气公司做了复检', en: 'The gas company inspected again' } }
    await place.product.brain.board.addStep(gas?.id ?? '', step, true, clerk.member)
    await place.settle()
    const last = place.botpress.seenBy(owner.conversation).at(-1)
    expect(String(last?.payload.text)).toMatch(/您关注的.*有变化/)
  })

  test('every event told three times, and every answer lost twice: each is said once, one ticket is opened', async () => {
    const owner = place.botpress.owner()
    place.botpress.times = 3
    await says(owner, '物业费怎么交')
    await says(owner, '转人工')
    await says(owner, '还在吗')
    const said = place.botpress.seenBy(owner.conversation).map(({ payload }) => payload.text)
    expect(new Set(said).size).toBe(said.length)
    expect(await tickets()).toHaveLength(1)
    const clerk = await place.product.clerk('李娜')
    const { context } = await clerk.open((await tickets())[0]?.id ?? '')
    expect(context.transcript.filter(({ text }) => text === '还在吗')).toHaveLength(1)
  })

  test('who follows the record is told of a change without anybody having been called, and no longer when they say so', async () => {
    const owner = place.botpress.owner()
    expect(await says(owner, '3栋燃气什么时候通')).toMatch(/更新/)
    place.botpress.times = 3
    expect(await says(owner, '有变化告诉我')).toMatch(/记下了/)
    place.botpress.times = 1
    expect(await tickets()).toEqual([])
    const clerk = await place.product.clerk('王芳')
    const change = async (zh: string) => {
      const gas = (await place.product.store.board.list('demo')).find(
        ({ topic, scope }) => topic === 'gas' && !scope.building,
      )
      await place.product.brain.board.addStep(gas?.id ?? '', { text: { zh, en: zh } }, true, clerk.member)
      await place.settle()
      return String(place.botpress.seenBy(owner.conversation).at(-1)?.payload.text)
    }
    expect(await change('燃气公司做了复检')).toMatch(/您关注的.*有变化/)
    expect(place.botpress.events).toEqual([])
    expect(await says(owner, '物业费怎么交')).toMatch(/物业费|交费/)
    expect(await says(owner, '退订')).toMatch(/不再|停|取消/)
    expect(await change('又查了一遍')).not.toMatch(/有变化/)
    expect(await says(owner, '退订')).toMatch(/没有/)
    expect(await tickets()).toEqual([])
  })

  test('what could not be noted is not said to be', async () => {
    const owner = place.botpress.owner()
    await says(owner, '燃气什么时候通')
    place.botpress.refuses = 'follow'
    expect(await says(owner, '有变化告诉我')).toMatch(/没记上/)
    place.botpress.refuses = undefined
    expect(await says(owner, '有变化告诉我')).toMatch(/记下了/)
    expect(place.errors).toHaveLength(1)
  })

  test('a tapped button means its value, by value or by its words', async () => {
    const owner = place.botpress.owner()
    await says(owner, '嗯那个就是那什么')
    const offer = place.botpress.seenBy(owner.conversation).find(({ type }) => type === 'choice')
    const options = (offer?.payload.options ?? []) as { label: string; value: string }[]
    const person = options.find(({ value }) => value === 'human')
    expect(await says(owner, person?.label ?? '')).toMatch(/已转给客服/)
  })

  test('Qiao away: it says so with the numbers to call, and answers again when it is back', async () => {
    const owner = place.botpress.owner()
    await place.product.stop()
    const before = place.botpress.seenBy(owner.conversation).length
    await place.botpress.tell(place.botpress.writes(owner.conversation, owner.user, 'text', { text: '家里着火了' }))
    const [said] = place.botpress.seenBy(owner.conversation).slice(before)
    expect(String(said?.payload.text)).toMatch(/119.*120.*110/)
    expect(place.errors).toHaveLength(1)
    place = { ...place, stop: async () => place.botpress.stop() }
  })
})

describe("the desk behind anybody's bot", () => {
  const start = async (more: object = {}) => {
    const user = await place.botpress.action('createUser', { name: '赵女士' })
    const { userId } = user.body.output as { userId: string }
    const input = {
      userId,
      title: '电梯',
      description: '电梯三天没人修',
      messageHistory: [
        { source: { type: 'user', userId }, type: 'text', payload: { text: '电梯坏三天了' } },
        {
          source: { type: 'bot' },
          type: 'choice',
          payload: { text: '几栋？', options: [{ label: '6栋', value: '6' }] },
        },
        { source: { type: 'user', userId }, type: 'image', payload: { imageUrl: 'https://files.example.com/a.png' } },
      ],
      hitlSession: {
        home: '6栋1单元',
        phone: '13912345678',
        intent: 'elevator.fault',
        facts: [{ label: '入口', value: '官网' }],
      },
      ...more,
    }
    const started = await place.botpress.action('startHitl', input)
    return { userId, input, started }
  }

  test('description, the whole history and our fields are the context; twice is one ticket', async () => {
    const { input, started } = await start()
    expect(started.status).toBe(200)
    const again = await place.botpress.action('startHitl', input)
    expect(again.body.output).toEqual(started.body.output)
    expect(await tickets()).toHaveLength(1)
    const clerk = await place.product.clerk('王芳')
    const { context } = await clerk.open((await tickets())[0]?.id ?? '')
    expect(context).toMatchObject({
      owner: { name: '赵女士', home: expect.stringContaining('6'), phoneMasked: '139****5678' },
    })
    const lines = context.transcript.map(({ text }) => text)
    expect(lines[0]).toMatch(/电梯\n电梯三天没人修\n入口：官网/)
    expect(lines.slice(1, 4)).toEqual(['电梯坏三天了', '几栋？\n[6栋]', 'https://files.example.com/a.png'])
  })

  test('a key of the bot makes a handoff the same, and another key another', async () => {
    const { input, started } = await start({ hitlSession: { idempotencyKey: 'one' } })
    const changed = { ...input, description: '又说了一遍' }
    expect((await place.botpress.action('startHitl', changed)).body.output).toEqual(started.body.output)
    await place.botpress.action('startHitl', { ...changed, hitlSession: { idempotencyKey: 'two' } })
    expect(await tickets()).toHaveLength(2)
  })

  let elsewhere: Server
  const fileServer = async (): Promise<string> => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'grey' } })
      .png()
      .toBuffer()
    elsewhere = createServer((request, response) => void response.end(request.url === '/a.png' ? png : 'no picture'))
    await new Promise<void>((done) => void elsewhere.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  }

  test('pictures and blocs arrive as files; of what is not taken, staff get the address', async () => {
    const { userId, started } = await start()
    const { conversationId } = started.body.output as { conversationId: string }
    const files = await fileServer()
    const image = await place.botpress.toPeople(conversationId, userId, 'image', {
      imageUrl: `${files}/a.png`,
      title: '漏水.png',
    })
    expect(image.status).toBe(200)
    expect(place.botpress.messages.find(({ id }) => id === image.id)?.tags.id).toBeTruthy()
    const items = [
      { type: 'text', payload: { text: '还有这张' } },
      { type: 'image', payload: { imageUrl: `${files}/a.png` } },
    ]
    await place.botpress.toPeople(conversationId, userId, 'bloc', { items })
    await place.botpress.toPeople(conversationId, userId, 'video', { videoUrl: `${files}/b.mp4` })
    await place.botpress.toPeople(conversationId, userId, 'file', { fileUrl: 'http://10.0.0.1/secret' })
    await place.settle()
    elsewhere.close()
    const clerk = await place.product.clerk('王芳')
    const { context } = await clerk.open((await tickets())[0]?.id ?? '')
    const said = context.transcript.filter(({ from }) => from === 'owner').slice(-4)
    expect(said.map(({ text, attachments = [] }) => [text, attachments.map(({ name }) => name)])).toEqual([
      ['', ['漏水.png']],
      ['还有这张', ['a.png']],
      [expect.stringContaining('/b.mp4'), []],
      [expect.stringContaining('http://10.0.0.1/secret'), []],
    ])
  })

  test('the other bot takes it back: noted for staff, no hitlStopped in return, and twice is once', async () => {
    const { started } = await start()
    const { conversationId } = started.body.output as { conversationId: string }
    for (let time = 0; time < 2; time++)
      expect((await place.botpress.action('stopHitl', { conversationId })).body.output).toEqual({})
    const clerk = await place.product.clerk('王芳')
    const [ticket] = await tickets()
    expect((await clerk.open(ticket?.id ?? '')).notes).toHaveLength(1)
    await clerk.claim(ticket?.id ?? '', clerk.member)
    await clerk.resolve(ticket?.id ?? '', clerk.member)
    await place.settle()
    expect(place.botpress.events.map(({ type }) => type)).not.toContain('hitlStopped')
  })

  test('Botpress away for ten minutes: what staff said arrives once, in order, when it is back', async () => {
    const { started } = await start()
    const { conversationId } = started.body.output as { conversationId: string }
    await place.settle()
    const clerk = await place.product.clerk('王芳')
    const [ticket] = await tickets()
    await clerk.claim(ticket?.id ?? '', clerk.member)
    place.botpress.webhookStatus = 503
    for (const text of ['一', '二', '三'])
      await clerk.reply(ticket?.id ?? '', clerk.member, { clientMessageId: text, text })
    for (let minute = 0; minute < 10; minute++) {
      place.product.clock.forward(1)
      await place.product.settle()
    }
    place.botpress.webhookStatus = undefined
    for (let minute = 0; minute < 15; minute++) {
      place.product.clock.forward(1)
      await place.settle()
    }
    const said = place.botpress.messages.filter((message) => message.conversationId === conversationId)
    expect(said.map(({ payload }) => payload.text).slice(-3)).toEqual(['一', '二', '三'])
  })

  test('a call that is never answered is made again under its key, and the message stands once; no answer for hours is told to staff', async () => {
    const { started } = await start()
    const { conversationId } = started.body.output as { conversationId: string }
    await place.settle()
    const clerk = await place.product.clerk('王芳')
    const [ticket] = await tickets()
    await clerk.claim(ticket?.id ?? '', clerk.member)
    await place.settle()
    const says = async (text: string) => {
      await clerk.reply(ticket?.id ?? '', clerk.member, { clientMessageId: text, text })
      await place.settle()
    }
    const last = async () => {
      const messages = await place.product.store.conversations.messages(ticket?.conversationId ?? '', 0, 500)
      return messages.at(-1)?.delivery
    }
    place.botpress.hangs = 1
    await says('一')
    for (let minute = 0; minute < 5; minute++) {
      place.product.clock.forward(1)
      await place.settle()
    }
    const seen = () => place.botpress.messages.filter((message) => message.conversationId === conversationId)
    expect(seen().filter(({ payload }) => payload.text === '一')).toHaveLength(1)
    expect(await last()).toBe('sent')
    place.botpress.hangs = Number.POSITIVE_INFINITY
    await says('二')
    for (let minutes = 0; minutes < 400; minutes += 10) {
      place.product.clock.forward(10)
      await place.settle()
    }
    expect(seen().filter(({ payload }) => payload.text === '二')).toHaveLength(1)
    expect(await last()).toBe('unknown')
  })

  test('its API answers 502 now and then: told again by Qiao, each message stands once', async () => {
    const { started } = await start()
    const { conversationId } = started.body.output as { conversationId: string }
    place.botpress.failures = 5
    for (let minute = 0; minute < 5; minute++) {
      place.product.clock.forward(1)
      await place.settle()
    }
    const said = place.botpress.messages.filter((message) => message.conversationId === conversationId)
    expect(new Set(said.map(({ tags }) => tags.id)).size).toBe(said.length)
    expect(said.length).toBeGreaterThan(0)
  })

  test.each([
    ['createUser', { name: 5 }, 'name'],
    ['startHitl', { userId: 'u', messageHistory: 'all of it' }, 'messageHistory'],
    ['startHitl', { messageHistory: [] }, 'userId'],
    ['stopHitl', {}, 'conversationId'],
  ])('%s with %o is refused, and says what is wrong', async (type, input, field) => {
    const { status, body } = await place.botpress.action(type, input)
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(field) })
    expect(await tickets()).toEqual([])
  })
})

describe('who may call', () => {
  test('nobody without the shared secret in the configuration', async () => {
    for (const configuration of [{}, { secret: '' }, { secret: `${SECRET}x` }, { secret: 1 }])
      expect((await place.botpress.action('createUser', { name: 'x' }, configuration)).status).toBe(401)
    const headers = { 'x-bp-operation': 'event_received', 'x-bp-type': 'message_created', 'x-bot-id': 'b' }
    expect((await fetch(place.botUrl, { method: 'POST', body: '{}', headers })).status).toBe(401)
    expect((await fetch(`${place.botUrl}/health`)).status).toBe(200)
    const metrics = await (await fetch(`${place.botUrl}/metrics`)).text()
    expect(metrics).toContain('qiao_botpress_refused_total{reason="signature"} 5')
    expect(await tickets()).toEqual([])
  })

  test('what Qiao tells has to be signed, unchanged, and of the last five minutes', async () => {
    const body = JSON.stringify({ id: 'm', conversationId: 'c', seq: 1, from: 'staff', text: '您好', stopped: false })
    const now = place.product.clock.now().getTime()
    const tell = async (signature: string, sent = body): Promise<number> => {
      const headers = { 'x-qiao-signature': signature }
      return (await fetch(`${place.botpress.url}/webhook/wh_1`, { method: 'POST', body: sent, headers })).status
    }
    expect(await tell(sign(SECRET, now, body))).toBe(200)
    expect(await tell('')).toBe(401)
    expect(await tell(sign(`${SECRET}x`, now, body))).toBe(401)
    expect(await tell(sign(SECRET, now, body), body.replace('您好', '免费'))).toBe(401)
    expect(await tell(sign(SECRET, now - 6 * 60_000, body))).toBe(401)
    expect(await tell(sign(SECRET, now, body).replace('t=', 't=1'))).toBe(401)
    const metrics = await (await fetch(`${place.integrationUrl}/metrics`)).text()
    expect(metrics).toContain('qiao_botpress_refused_total{reason="signature"} 4')
    expect(metrics).toContain('qiao_botpress_refused_total{reason="too_old"} 1')
  })
})
