import { beforeEach, describe, expect, test, vi } from 'vitest'
import { WECHAT } from './wechatPlatform.ts'
import { event, wechatScene } from './wechatScene.ts'

const at = wechatScene()

describe('the platform counts', () => {
  test('when it runs short what waits goes together; the rest goes when the owner writes; nothing is lost', async () => {
    const { writes } = await at.clerkOnIt()
    await at.wechat.product.settle()
    await at.owner.says('在吗')
    const phone = at.wechat.platform.phone(at.owner.openid)
    const before = phone.texts.length
    for (const n of [1, 2, 3]) {
      await writes(`第${n}句`)
      await at.wechat.product.settle()
    }
    for (const n of [4, 5, 6]) await writes(`第${n}句`)
    await at.wechat.product.settle()
    expect(phone.texts.slice(before)).toHaveLength(4)
    expect(phone.texts.at(-1)).toMatch(/第4句[\s\S]*第5句[\s\S]*第6句/)
    for (const n of [7, 8]) {
      await writes(`第${n}句`)
      await at.wechat.product.settle()
    }
    expect((await at.deliveries()).slice(-2)).toEqual(['sent', 'pending'])
    await at.minutes(5)
    expect(phone.texts.join()).not.toContain('第8句')
    await at.owner.says('还在')
    expect(phone.texts.at(-1)).toContain('第8句')
    expect((await at.deliveries()).at(-1)).toBe('sent')
    expect(at.wechat.product.errors).toEqual([])
  })

  test('after a tap three within a minute', async () => {
    await at.owner.sends(event('subscribe'))
    const account = { channel: 'wechat' as const, account: WECHAT.appId, address: at.owner.openid }
    const room = async () => {
      const state = await at.wechat.product.store.channels.owner(account)
      return (
        state &&
        at.wechat.product.store.channels.room(state, {
          said: { messages: 5, withinMs: 48 * 3_600_000 },
          tapped: { messages: 3, withinMs: 60_000 },
        })
      )
    }
    expect(await room()).toBe(2)
    at.wechat.product.clock.forward(1)
    expect(await room()).toBe(0)
  })

  test.each([45047, 45015])('%i is not tried again blindly', async (errcode) => {
    const { writes } = await at.clerkOnIt()
    await at.wechat.product.settle()
    at.wechat.platform.mood = { errcode }
    const before = at.calls('/custom/send')
    await writes('您好')
    await at.wechat.product.settle()
    await at.minutes(30)
    expect(at.calls('/custom/send')).toBe(before + 1)
    expect((await at.deliveries()).at(-1)).toBe(errcode === 45015 ? 'failed' : 'pending')
    at.wechat.platform.mood = 'well'
    await at.owner.says('在吗')
    expect((await at.deliveries()).filter((state) => state === 'pending')).toEqual([])
  })

  test('what could not go out within two days is shown as failed', async () => {
    const { writes } = await at.clerkOnIt()
    at.wechat.product.clock.forward(49 * 60)
    await writes('还需要吗？')
    await at.wechat.product.settle()
    expect((await at.deliveries()).at(-1)).toBe('failed')
    expect(at.calls('/custom/send')).toBe((await at.deliveries()).filter((state) => state === 'sent').length)
  })

  test('a long text goes in parts', async () => {
    const { writes } = await at.clerkOnIt()
    await at.owner.says('在吗')
    const before = at.wechat.platform.phone(at.owner.openid).texts.length
    const long = Array.from({ length: 60 }, (_, n) => `第${n}条：请您看一下这一条说明，谢谢。`).join('\n')
    await writes(long)
    await at.wechat.product.settle()
    const parts = at.wechat.platform.phone(at.owner.openid).texts.slice(before)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.join('\n')).toBe(`【客服 王芳】${long}`)
  })
})

describe('the platform misbehaves', () => {
  test.each(['hang, then accepted', 'reset, then accepted'] as const)('%s: unknown, and never twice', async (mood) => {
    const { writes } = await at.clerkOnIt()
    await at.wechat.product.settle()
    at.wechat.platform.mood = mood
    at.wechat.platform.moody = 1
    await writes('您家是哪一栋？我问一下。')
    await at.wechat.product.settle()
    await at.minutes(30)
    expect((await at.deliveries()).at(-1)).toBe('unknown')
    const texts = at.wechat.platform.phone(at.owner.openid).texts.filter((text) => text.includes('我问一下'))
    expect(texts).toHaveLength(1)
  })

  test.each(['busy', 'unavailable'] as const)('%s: tried again until it goes', async (mood) => {
    at.wechat.platform.mood = mood
    at.wechat.platform.moody = 3
    expect(await at.owner.says('物业费怎么交')).toBe('')
    await at.minutes(5)
    expect(at.wechat.platform.phone(at.owner.openid).texts.join()).toMatch(/交费/)
    expect(new Set(await at.deliveries())).toEqual(new Set(['sent']))
  })

  test('a token that somebody else ended is renewed once, for all that wait', async () => {
    await at.owner.says('几点上班')
    expect(at.wechat.platform.tokensGiven).toBe(1)
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => at.wechat.owner()))
    at.wechat.platform.spoilToken()
    await Promise.all(others.map((other) => other.writes('几点上班').hand()))
    await at.wechat.product.settle()
    expect(at.wechat.platform.tokensGiven).toBe(2)
    for (const other of others) expect(await other.sees()).not.toEqual([])
    at.wechat.product.clock.forward(115)
    await at.owner.says('几点上班')
    expect(at.wechat.platform.tokensGiven).toBe(3)
    expect(at.wechat.product.errors).toEqual([])
  })

  test('no token yet: nothing is lost, and no secret is in what is reported', async () => {
    await at.start({ WECHAT_APP_SECRET: 'a secret that is wrong' })
    expect(await at.owner.says('几点上班')).toBe('')
    expect((await at.deliveries()).every((state) => state === 'pending')).toBe(true)
    expect(JSON.stringify(at.wechat.product.errors.map(String))).not.toContain('a secret that is wrong')
  })
})

describe('a change is told', () => {
  let clerk: Awaited<ReturnType<typeof at.wechat.product.clerk>> | undefined
  beforeEach(() => {
    clerk = undefined
  })
  const change = async (): Promise<void> => {
    const { product } = at.wechat
    clerk ??= await product.clerk('李娜')
    const entry = (await product.store.board.list('demo')).find(({ topic }) => topic === 'gas')
    const step = (entry?.revision ?? 0) + 1
    const state = { zh: `燃气公司检测到第${step}段`, en: `part ${step} tested` }
    await product.brain.board.edit(entry?.id ?? '', entry?.revision ?? 0, { state }, clerk.member)
    await product.settle()
  }
  const follow = async (): Promise<string> => {
    await at.owner.says('3栋燃气通了吗')
    return at.owner.says('有消息告诉我')
  }

  test('without a template: the owner hears of the 48 hours when subscribing, and a later push is shown as failed', async () => {
    expect(await follow()).toMatch(/48 小时/)
    at.wechat.product.clock.forward(72 * 60)
    await change()
    expect((await at.deliveries()).at(-1)).toBe('failed')
  })

  test('with a template it goes by a subscription message outside of the window, and by none within', async () => {
    await at.start({ WECHAT_TEMPLATE_ID: 'tpl-1' })
    expect(await follow()).not.toMatch(/48 小时/)
    await change()
    expect(at.calls('/bizsend')).toBe(0)
    at.wechat.product.clock.forward(72 * 60)
    await change()
    expect(at.calls('/bizsend')).toBe(1)
    expect(at.wechat.platform.phone(at.owner.openid).texts.at(-1)).toMatch(/^模板：.*燃气|^模板：.*通气/)
    expect((await at.deliveries()).at(-1)).toBe('sent')
  })
})

test('that a clerk writes is shown, as often as WeChat takes it, and counts as no message', async () => {
  const { clerk, ticket } = await at.clerkOnIt()
  await at.wechat.product.settle()
  const phone = at.wechat.platform.phone(at.owner.openid)
  const counted = phone.afterSaid
  const { clock } = at.wechat.product
  const writes = async () => {
    await clerk.typing(ticket.id, clerk.member)
    await vi.waitFor(() => expect(phone.typingUntil).toBeGreaterThan(clock.now().getTime()))
  }
  await writes()
  await writes()
  expect(at.calls('/custom/typing')).toBe(1)
  clock.forward(16 / 60)
  await writes()
  expect(at.calls('/custom/typing')).toBe(2)
  clock.forward(1)
  await clerk.typing(ticket.id, clerk.member)
  await at.wechat.product.brain.showTyping(ticket.conversationId)
  expect(at.calls('/custom/typing')).toBe(2)
  expect(phone.afterSaid).toBe(counted)
  expect(at.wechat.product.errors).toEqual([])
})

test('how it was is asked with numbers and noted', async () => {
  const { clerk, ticket } = await at.clerkOnIt()
  await clerk.resolve(ticket.id, clerk.member)
  await at.wechat.product.settle()
  expect(at.wechat.platform.phone(at.owner.openid).texts.at(-1)).toMatch(/\[很满意\]/)
  expect(await at.owner.taps('很满意')).toMatch(/谢谢/)
  const id = await at.owner.conversationId()
  expect(await at.wechat.product.store.conversations.ratings(id)).toMatchObject([{ score: 5 }])
})
