import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message, StaffMember, Ticket } from '../../bot/types.ts'
import type { DeskWork } from '../../desk/work.ts'
import { openProduct } from './product.ts'
import { openWechat, WECHAT_SETTINGS, type WechatOwner, type WechatUnderTest } from './wechatOwner.ts'
import { WECHAT } from './wechatPlatform.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const AMR = Buffer.from('#!AMR\n<\x08\x00\x00', 'latin1')
const event = (Event: string, EventKey = '') => ({ MsgType: 'event', Event, EventKey })

let wechat: WechatUnderTest
let owner: WechatOwner
const start = async (settings: Record<string, string> = {}) => {
  await wechat?.stop()
  wechat = await openWechat({ settings })
  owner = await wechat.owner()
}
beforeEach(async () => {
  wechat = await openWechat()
  owner = await wechat.owner()
})
afterEach(() => wechat.stop())

const transcript = async (): Promise<Message[]> =>
  wechat.product.store.conversations.messages(await owner.conversationId(), 0, 500)
const said = async () => (await transcript()).filter(({ from }) => from !== 'owner')
const deliveries = async () => (await said()).map(({ delivery }) => delivery)
const calls = (path: string) => wechat.platform.calls.filter((call) => call.path.endsWith(path)).length
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    wechat.product.clock.forward(1)
    await wechat.product.settle()
  }
}

/** A clerk who holds the owner's ticket. */
async function clerkOnIt(): Promise<{
  ticket: Ticket
  writes(text: string): Promise<void>
  clerk: DeskWork & { member: StaffMember }
}> {
  await owner.says('转人工')
  const clerk = await wechat.product.clerk('王芳')
  const open = await wechat.product.store.tickets.openOf(await owner.conversationId())
  const ticket = await clerk.claim(open?.id ?? '', clerk.member)
  let last = 0
  return {
    ticket,
    clerk,
    writes: async (text) => {
      last += 1
      await clerk.reply(ticket.id, clerk.member, { clientMessageId: `m${last}`, text })
    },
  }
}

describe('the address is checked', () => {
  const asks = (query: Record<string, string>) =>
    fetch(`${wechat.product.url}/channels/wechat?${new URLSearchParams(query)}`)

  test('echostr comes back as it is, to WeChat alone', async () => {
    const { query } = wechat.platform.call({ FromUserName: 'x' }, 'plain')
    const signed = Object.fromEntries(new URLSearchParams(query))
    const answer = await asks({ ...signed, echostr: '<5477>&amp;' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await answer.text()).toBe('<5477>&amp;')
    expect((await asks({ ...signed, signature: 'x', echostr: '1' })).status).toBe(403)
    expect((await asks({ echostr: '1' })).status).toBe(403)
    expect(await wechat.product.metric('qiao_channel_refused_total')).toBe(2)
  })

  test('the channel is not there while its settings are not', async () => {
    const product = await openProduct()
    expect((await fetch(`${product.url}/channels/wechat`, { method: 'POST', body: '' })).status).toBe(404)
    await product.stop()
  })
})

describe('what owners send', () => {
  test.each(['safe', 'compatible', 'plain'] as const)('in the %s mode', async (mode) => {
    const other = await wechat.owner(mode)
    expect(await other.says('物业费怎么交')).toMatch(/交费/)
  })

  test('is acknowledged once it is kept, the 99th of a hundred within half a second', async () => {
    const times: number[] = []
    for (let n = 0; n < 100; n++) {
      const call = wechat.platform.call(wechat.platform.message(`o${n}`, { MsgType: 'text', Content: '几点上班' }))
      const begun = performance.now()
      expect(await wechat.posts(call)).toEqual({ status: 200, text: 'success' })
      times.push(performance.now() - begun)
    }
    expect(times.sort((a, b) => a - b)[98]).toBeLessThan(500)
  })

  test('the same MsgId of another owner is another message; ids are no numbers', async () => {
    const other = await wechat.owner()
    const id = '23456789012345678901'
    await owner.sends({ MsgType: 'text', Content: '几点上班', MsgId: id })
    await owner.sends({ MsgType: 'text', Content: '几点上班', MsgId: '23456789012345678902' })
    await wechat.posts(
      wechat.platform.call({
        ...wechat.platform.message(other.openid, {}),
        MsgType: 'text',
        Content: '您好',
        MsgId: id,
      }),
    )
    await wechat.product.settle()
    expect((await transcript()).filter(({ from }) => from === 'owner')).toHaveLength(2)
    expect(await other.conversationId()).not.toBe('')
  })

  test('a photo is fetched into the record and goes to a person', async () => {
    wechat.platform.media.set('m1', { content: PNG, type: 'image/png' })
    expect(await owner.sends({ MsgType: 'image', PicUrl: 'http://x', MediaId: 'm1' })).toMatch(/看不懂照片/)
    const [photo] = await transcript()
    expect(photo).toMatchObject({ text: '', attachments: [{ name: 'image.png', type: 'image/png', size: PNG.length }] })
  })

  test('a photo that cannot be had yet is answered at once and comes later; one that is gone stays named', async () => {
    await owner.sends({ MsgType: 'image', MediaId: 'gone' })
    expect(await transcript()).toMatchObject([{ text: '[图片]' }, { action: 'handoff' }, {}])
    wechat.platform.media.set('m1', { content: PNG, type: 'image/png' })
    wechat.platform.mood = 'busy'
    wechat.platform.moody = 1
    await owner.sends({ MsgType: 'image', MediaId: 'm1' })
    const photos = async () => (await transcript()).filter(({ text, from }) => from === 'owner' && text === '[图片]')
    expect((await photos()).map(({ attachments }) => attachments)).toEqual([undefined, undefined])
    await minutes(2)
    expect((await photos())[1]).toMatchObject({ attachments: [{ type: 'image/png' }] })
    expect((await photos())[0]?.attachments).toBeUndefined()
  })

  test('a voice without words gets the emergency numbers and a person, also when it cannot be fetched', async () => {
    wechat.platform.media.set('v1', { content: AMR, type: 'voice/amr' })
    expect(await owner.sends({ MsgType: 'voice', MediaId: 'v1', Format: 'amr' })).toMatch(/119.*120.*110/)
    expect((await transcript())[0]).toMatchObject({ attachments: [{ type: 'audio/amr' }] })
    const other = await wechat.owner()
    expect(await other.sends({ MsgType: 'voice', MediaId: 'none', Format: 'amr' })).toMatch(/119.*120.*110/)
    expect((await wechat.product.store.tickets.list({})).total).toBe(2)
  })

  test('a voice with words is understood', async () => {
    wechat.platform.media.set('v1', { content: AMR, type: 'voice/amr' })
    const voice = { MsgType: 'voice', MediaId: 'v1', Format: 'amr', Recognition: '家里有很大的煤气味' }
    expect(await owner.sends(voice)).toMatch(/119/)
    expect((await transcript())[0]).toMatchObject({ text: voice.Recognition, attachments: [{ type: 'audio/amr' }] })
  })

  test('a place, a link and what is still to be invented are not met with silence', async () => {
    await owner.sends({ MsgType: 'location', Location_X: '30.1', Location_Y: '104.2', Scale: '15', Label: '3栋楼下' })
    await owner.sends({ MsgType: 'link', Title: '停水通知', Description: '明天', Url: 'https://example.com/a' })
    expect(await owner.sends({ MsgType: 'hologram' })).toMatch(/看不懂/)
    const texts = (await transcript()).filter(({ from }) => from === 'owner').map(({ text }) => text)
    expect(texts).toEqual(['位置：3栋楼下', '停水通知\n明天\nhttps://example.com/a', '[看不了的消息]'])
  })

  test('a choice is taken by its number or its title', async () => {
    await owner.sends(event('subscribe'))
    const [greeting] = await said()
    const second = greeting?.choices?.[1]
    expect(await owner.says('２')).not.toBe('')
    expect((await transcript()).find(({ from }) => from === 'owner')?.text).toBe(second?.title)
    wechat.product.clock.forward(1)
    await owner.sends(event('subscribe'))
    await owner.says(greeting?.choices?.[2]?.title ?? '')
    const message = (await transcript()).filter(({ from }) => from === 'owner').at(-1)
    const stored = await wechat.product.store.conversations.message(message?.conversationId ?? '', message?.seq ?? 0)
    expect(stored.choice).toBe(greeting?.choices?.[2]?.value)
  })
})

describe('events', () => {
  test('who follows is greeted with choices, once', async () => {
    const greeted = await owner.sends(event('subscribe'))
    expect(greeted).toMatch(/您好，我是桥畔花园[\s\S]*回复数字[\s\S]*1\. /)
    expect((await transcript())[0]?.choices?.length).toBeGreaterThan(3)
  })

  test('the same event again is the same one; a later one is another', async () => {
    const first = wechat.platform.message(owner.openid, event('subscribe'))
    for (let n = 0; n < 3; n++) await wechat.posts(wechat.platform.call(first))
    await wechat.product.settle()
    expect(await said()).toHaveLength(1)
    wechat.product.clock.forward(1)
    await owner.sends(event('subscribe'))
    expect(await said()).toHaveLength(2)
  })

  test('a code binds to the compound and the building that it stands for', async () => {
    await owner.sends(event('subscribe', 'qrscene_demo/3'))
    const home = async () =>
      (await wechat.product.store.conversations.find(await owner.conversationId()))?.memory.said.home
    expect(await home()).toEqual({ building: '3' })
    wechat.product.clock.forward(1)
    expect(await owner.sends(event('SCAN', 'demo/5'))).toMatch(/桥畔花园（演示小区）5栋/)
    expect(await home()).toEqual({ building: '5' })
    expect(await owner.sends(event('SCAN', 'elsewhere/1'))).toBe('')
  })

  test('a tap in the menu is answered as its choice', async () => {
    expect(await owner.sends(event('CLICK', 'intent:fee.pay'))).toMatch(/交费/)
    wechat.product.clock.forward(0.1)
    expect(await owner.sends(event('CLICK', 'human'))).toMatch(/已转给客服/)
    wechat.product.clock.forward(0.1)
    expect(await owner.sends(event('CLICK', '停车位怎么办'))).not.toBe('')
  })

  test('who no longer follows is not written to, and staff see it', async () => {
    const { writes } = await clerkOnIt()
    await owner.sends(event('unsubscribe'))
    const before = calls('/custom/send')
    await writes('您还在吗？')
    await wechat.product.settle()
    expect((await deliveries()).at(-1)).toBe('failed')
    expect(calls('/custom/send')).toBe(before)
  })

  test('what says nothing to us is passed over', async () => {
    expect(await owner.sends(event('VIEW', 'https://example.com'))).toBe('')
    expect(await transcript()).toEqual([])
    expect(wechat.product.errors).toEqual([])
  })
})

describe('the platform counts', () => {
  test('when it runs short what waits goes together; the rest goes when the owner writes; nothing is lost', async () => {
    const { writes } = await clerkOnIt()
    await wechat.product.settle()
    await owner.says('在吗')
    const phone = wechat.platform.phone(owner.openid)
    const before = phone.texts.length
    for (const n of [1, 2, 3]) {
      await writes(`第${n}句`)
      await wechat.product.settle()
    }
    for (const n of [4, 5, 6]) await writes(`第${n}句`)
    await wechat.product.settle()
    expect(phone.texts.slice(before)).toHaveLength(4)
    expect(phone.texts.at(-1)).toMatch(/第4句[\s\S]*第5句[\s\S]*第6句/)
    for (const n of [7, 8]) {
      await writes(`第${n}句`)
      await wechat.product.settle()
    }
    expect((await deliveries()).slice(-2)).toEqual(['sent', 'pending'])
    await minutes(5)
    expect(phone.texts.join()).not.toContain('第8句')
    await owner.says('还在')
    expect(phone.texts.at(-1)).toContain('第8句')
    expect((await deliveries()).at(-1)).toBe('sent')
    expect(wechat.product.errors).toEqual([])
  })

  test('after a tap three within a minute', async () => {
    await owner.sends(event('subscribe'))
    const account = { channel: 'wechat' as const, account: WECHAT.appId, address: owner.openid }
    const room = async () => {
      const state = await wechat.product.store.channels.owner(account)
      return (
        state &&
        wechat.product.store.channels.room(state, {
          said: { messages: 5, withinMs: 48 * 3_600_000 },
          tapped: { messages: 3, withinMs: 60_000 },
        })
      )
    }
    expect(await room()).toBe(2)
    wechat.product.clock.forward(1)
    expect(await room()).toBe(0)
  })

  test.each([45047, 45015])('%i is not tried again blindly', async (errcode) => {
    const { writes } = await clerkOnIt()
    await wechat.product.settle()
    wechat.platform.mood = { errcode }
    const before = calls('/custom/send')
    await writes('您好')
    await wechat.product.settle()
    await minutes(30)
    expect(calls('/custom/send')).toBe(before + 1)
    expect((await deliveries()).at(-1)).toBe(errcode === 45015 ? 'failed' : 'pending')
    wechat.platform.mood = 'well'
    await owner.says('在吗')
    expect((await deliveries()).filter((state) => state === 'pending')).toEqual([])
  })

  test('what could not go out within two days is shown as failed', async () => {
    const { writes } = await clerkOnIt()
    wechat.product.clock.forward(49 * 60)
    await writes('还需要吗？')
    await wechat.product.settle()
    expect((await deliveries()).at(-1)).toBe('failed')
    expect(calls('/custom/send')).toBe((await deliveries()).filter((state) => state === 'sent').length)
  })

  test('a long text goes in parts', async () => {
    const { writes } = await clerkOnIt()
    await owner.says('在吗')
    const before = wechat.platform.phone(owner.openid).texts.length
    const long = Array.from({ length: 60 }, (_, n) => `第${n}条：请您看一下这一条说明，谢谢。`).join('\n')
    await writes(long)
    await wechat.product.settle()
    const parts = wechat.platform.phone(owner.openid).texts.slice(before)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.join('\n')).toBe(`【客服 王芳】${long}`)
  })
})

describe('the platform misbehaves', () => {
  test.each(['hang, then accepted', 'reset, then accepted'] as const)('%s: unknown, and never twice', async (mood) => {
    const { writes } = await clerkOnIt()
    await wechat.product.settle()
    wechat.platform.mood = mood
    wechat.platform.moody = 1
    await writes('您家是哪一栋？我问一下。')
    await wechat.product.settle()
    await minutes(30)
    expect((await deliveries()).at(-1)).toBe('unknown')
    const texts = wechat.platform.phone(owner.openid).texts.filter((text) => text.includes('我问一下'))
    expect(texts).toHaveLength(1)
  })

  test.each(['busy', 'unavailable'] as const)('%s: tried again until it goes', async (mood) => {
    wechat.platform.mood = mood
    wechat.platform.moody = 3
    expect(await owner.says('物业费怎么交')).toBe('')
    await minutes(5)
    expect(wechat.platform.phone(owner.openid).texts.join()).toMatch(/交费/)
    expect(new Set(await deliveries())).toEqual(new Set(['sent']))
  })

  test('a token that somebody else ended is renewed once, for all that wait', async () => {
    await owner.says('几点上班')
    expect(wechat.platform.tokensGiven).toBe(1)
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => wechat.owner()))
    wechat.platform.spoilToken()
    await Promise.all(others.map((other) => other.writes('几点上班').hand()))
    await wechat.product.settle()
    expect(wechat.platform.tokensGiven).toBe(2)
    for (const other of others) expect(await other.sees()).not.toEqual([])
    wechat.product.clock.forward(115)
    await owner.says('几点上班')
    expect(wechat.platform.tokensGiven).toBe(3)
    expect(wechat.product.errors).toEqual([])
  })

  test('no token yet: nothing is lost, and no secret is in what is reported', async () => {
    await start({ WECHAT_APP_SECRET: 'a secret that is wrong' })
    expect(await owner.says('几点上班')).toBe('')
    expect((await deliveries()).every((state) => state === 'pending')).toBe(true)
    expect(JSON.stringify(wechat.product.errors.map(String))).not.toContain('a secret that is wrong')
  })
})

describe('a change is told', () => {
  let clerk: Awaited<ReturnType<typeof wechat.product.clerk>> | undefined
  beforeEach(() => {
    clerk = undefined
  })
  const change = async (): Promise<void> => {
    const { product } = wechat
    clerk ??= await product.clerk('李娜')
    const entry = (await product.store.board.list('demo')).find(({ topic }) => topic === 'gas')
    const step = (entry?.revision ?? 0) + 1
    const state = { zh: `燃气公司检测到第${step}段`, en: `part ${step} tested` }
    await product.brain.board.edit(entry?.id ?? '', entry?.revision ?? 0, { state }, clerk.member)
    await product.settle()
  }
  const follow = async (): Promise<string> => {
    await owner.says('3栋燃气通了吗')
    return owner.says('有消息告诉我')
  }

  test('without a template: the owner hears of the 48 hours when subscribing, and a later push is shown as failed', async () => {
    expect(await follow()).toMatch(/48 小时/)
    wechat.product.clock.forward(72 * 60)
    await change()
    expect((await deliveries()).at(-1)).toBe('failed')
  })

  test('with a template it goes by a subscription message outside of the window, and by none within', async () => {
    await start({ WECHAT_TEMPLATE_ID: 'tpl-1' })
    expect(await follow()).not.toMatch(/48 小时/)
    await change()
    expect(calls('/bizsend')).toBe(0)
    wechat.product.clock.forward(72 * 60)
    await change()
    expect(calls('/bizsend')).toBe(1)
    expect(wechat.platform.phone(owner.openid).texts.at(-1)).toMatch(/^模板：.*燃气|^模板：.*通气/)
    expect((await deliveries()).at(-1)).toBe('sent')
  })
})

test('how it was is asked with numbers and noted', async () => {
  const { clerk, ticket } = await clerkOnIt()
  await clerk.resolve(ticket.id, clerk.member)
  await wechat.product.settle()
  expect(wechat.platform.phone(owner.openid).texts.at(-1)).toMatch(/1\. 很满意/)
  expect(await owner.says('1')).toMatch(/谢谢/)
})

test('what was kept before the process ended is answered by the next', async () => {
  const { product, platform } = wechat
  const item = { channel: 'wechat' as const, account: WECHAT.appId, address: owner.openid, key: 'k' }
  const fields = platform.message(owner.openid, { MsgType: 'text', Content: '物业费怎么交' })
  await product.store.channels.keep([
    { ...item, body: JSON.stringify({ fields: { ...fields, CreateTime: String(fields.CreateTime) } }) },
  ])
  const next = await openProduct({
    settings: { ...WECHAT_SETTINGS, WECHAT_API_BASE: platform.url },
    clock: product.clock,
    store: product.store,
  })
  await next.settle()
  await next.stop()
  expect(platform.phone(owner.openid).texts.join()).toMatch(/交费/)
})

test('settings that are half there stop the start with one line', async () => {
  const { readConfig } = await import('../../config.ts')
  expect(() => readConfig({ WECHAT_APP_ID: 'wx1' })).toThrow(
    /^WECHAT_APP_SECRET is missing, since WECHAT_APP_ID is set/,
  )
  expect(() => readConfig({ ...WECHAT_SETTINGS, WECHAT_AES_KEY: 'short' })).toThrow(
    /^WECHAT_AES_KEY is not right; right would be the EncodingAESKey/,
  )
  expect(() => readConfig({ WECOM_SECRET: 's' })).toThrow(/^WECOM_CORP_ID is missing/)
  expect(readConfig(WECHAT_SETTINGS).WECHAT_APP_ID).toBe(WECHAT.appId)
})
