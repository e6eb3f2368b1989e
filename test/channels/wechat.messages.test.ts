import { describe, expect, test } from 'vitest'
import { PNG as PICTURE } from '../support/pictures.ts'
import { event, wechatScene } from './wechatScene.ts'

const PNG = Buffer.from(PICTURE)
const AMR = Buffer.from('#!AMR\n<\x08\x00\x00', 'latin1')
const at = wechatScene()

describe('what owners send', () => {
  test.each(['safe', 'compatible', 'plain'] as const)('in the %s mode', async (mode) => {
    const other = await at.wechat.owner(mode)
    expect(await other.says('物业费怎么交')).toMatch(/交费/)
  })

  test('is acknowledged once it is kept, the 99th of a hundred within half a second', async () => {
    const times: number[] = []
    for (let n = 0; n < 100; n++) {
      const call = at.wechat.platform.call(
        at.wechat.platform.message(`o${n}`, { MsgType: 'text', Content: '几点上班' }),
      )
      const begun = performance.now()
      expect(await at.wechat.posts(call)).toEqual({ status: 200, text: 'success' })
      times.push(performance.now() - begun)
    }
    expect(times.sort((a, b) => a - b)[98]).toBeLessThan(500)
  })

  test('the same MsgId of another owner is another message; ids are no numbers', async () => {
    const other = await at.wechat.owner()
    const id = '23456789012345678901'
    await at.owner.sends({ MsgType: 'text', Content: '几点上班', MsgId: id })
    await at.owner.sends({ MsgType: 'text', Content: '几点上班', MsgId: '23456789012345678902' })
    await at.wechat.posts(
      at.wechat.platform.call({
        ...at.wechat.platform.message(other.openid, {}),
        MsgType: 'text',
        Content: '您好',
        MsgId: id,
      }),
    )
    await at.wechat.product.settle()
    expect((await at.transcript()).filter(({ from }) => from === 'owner')).toHaveLength(2)
    expect(await other.conversationId()).not.toBe('')
  })

  test('a photo is fetched into the record and goes to a person', async () => {
    at.wechat.platform.media.set('m1', { content: PNG, type: 'image/png' })
    expect(await at.owner.sends({ MsgType: 'image', PicUrl: 'http://x', MediaId: 'm1' })).toMatch(/看不懂照片/)
    const [photo] = await at.transcript()
    expect(photo).toMatchObject({ text: '', attachments: [{ name: 'image.png', type: 'image/png', size: PNG.length }] })
  })

  test('a photo that cannot be had yet is answered at once and comes later; one that is gone stays named', async () => {
    await at.owner.sends({ MsgType: 'image', MediaId: 'gone' })
    expect(await at.transcript()).toMatchObject([{ text: '[图片]' }, { action: 'handoff' }, {}])
    at.wechat.platform.media.set('m1', { content: PNG, type: 'image/png' })
    at.wechat.platform.mood = 'busy'
    at.wechat.platform.moody = 1
    await at.owner.sends({ MsgType: 'image', MediaId: 'm1' })
    const photos = async () => (await at.transcript()).filter(({ text, from }) => from === 'owner' && text === '[图片]')
    expect((await photos()).map(({ attachments }) => attachments)).toEqual([undefined, undefined])
    await at.minutes(2)
    expect((await photos())[1]).toMatchObject({ attachments: [{ type: 'image/png' }] })
    expect((await photos())[0]?.attachments).toBeUndefined()
  })

  test('a voice without words gets the emergency numbers and a person, also when it cannot be fetched', async () => {
    at.wechat.platform.media.set('v1', { content: AMR, type: 'voice/amr' })
    expect(await at.owner.sends({ MsgType: 'voice', MediaId: 'v1', Format: 'amr' })).toMatch(/119.*120.*110/)
    expect((await at.transcript())[0]).toMatchObject({ attachments: [{ type: 'audio/amr' }] })
    const other = await at.wechat.owner()
    expect(await other.sends({ MsgType: 'voice', MediaId: 'none', Format: 'amr' })).toMatch(/119.*120.*110/)
    expect((await at.wechat.product.store.tickets.list({})).total).toBe(2)
  })

  test('a voice with words is understood', async () => {
    at.wechat.platform.media.set('v1', { content: AMR, type: 'voice/amr' })
    const voice = { MsgType: 'voice', MediaId: 'v1', Format: 'amr', Recognition: '家里有很大的煤气味' }
    expect(await at.owner.sends(voice)).toMatch(/119/)
    expect((await at.transcript())[0]).toMatchObject({ text: voice.Recognition, attachments: [{ type: 'audio/amr' }] })
  })

  test('a place, a link and what is still to be invented are not met with silence', async () => {
    await at.owner.sends({
      MsgType: 'location',
      Location_X: '30.1',
      Location_Y: '104.2',
      Scale: '15',
      Label: '3栋楼下',
    })
    await at.owner.sends({ MsgType: 'link', Title: '停水通知', Description: '明天', Url: 'https://example.com/a' })
    expect(await at.owner.sends({ MsgType: 'hologram' })).toMatch(/看不懂/)
    const texts = (await at.transcript()).filter(({ from }) => from === 'owner').map(({ text }) => text)
    expect(texts).toEqual(['位置：3栋楼下', '停水通知\n明天\nhttps://example.com/a', '[看不了的消息]'])
  })

  test('a choice is taken by its number or its title', async () => {
    await at.owner.sends(event('subscribe'))
    const [greeting] = await at.said()
    const second = greeting?.choices?.[1]
    expect(await at.owner.says('２')).not.toBe('')
    expect((await at.transcript()).find(({ from }) => from === 'owner')?.text).toBe(second?.title)
    at.wechat.product.clock.forward(1)
    await at.owner.sends(event('subscribe'))
    await at.owner.says(greeting?.choices?.[2]?.title ?? '')
    const message = (await at.transcript()).filter(({ from }) => from === 'owner').at(-1)
    const stored = await at.wechat.product.store.conversations.message(message?.conversationId ?? '', message?.seq ?? 0)
    expect(stored.choice).toBe(greeting?.choices?.[2]?.value)
  })
})

describe('a menu', () => {
  test('is tapped: the value counts, not the words; an old one goes on meaning what it said', async () => {
    await at.owner.sends(event('subscribe'))
    const [greeting] = await at.said()
    const [first, second] = greeting?.choices ?? []
    expect(await at.owner.taps(second?.title ?? '')).not.toBe('')
    const chosen = async () => {
      const last = (await at.transcript()).filter(({ from }) => from === 'owner').at(-1)
      return at.wechat.product.store.conversations.message(last?.conversationId ?? '', last?.seq ?? 0)
    }
    expect(await chosen()).toMatchObject({ text: second?.title, choice: second?.value })
    await at.owner.says('嗯那个就是那什么')
    await at.owner.taps(first?.title ?? '')
    expect(await chosen()).toMatchObject({ text: first?.title, choice: first?.value })
  })

  test('counts as one message, and where an account may send none the choices are numbered', async () => {
    at.wechat.platform.mayMenu = false
    expect(await at.owner.sends(event('subscribe'))).toMatch(/您好，我是桥畔花园[\s\S]*回复数字[\s\S]*1\. /)
    expect(at.wechat.platform.phone(at.owner.openid).afterTapped).toBe(1)
    expect(await at.deliveries()).toEqual(['sent'])
    const menus = () =>
      at.wechat.platform.calls.filter(({ body }) => (body as { msgtype?: string }).msgtype === 'msgmenu').length
    expect(menus()).toBe(1)
    expect(await at.owner.says('嗯那个就是那什么')).toMatch(/回复数字/)
    expect(menus()).toBe(1)
    expect(await at.owner.says('1')).not.toBe('')
    expect(at.wechat.product.errors).toEqual([])
  })

  test('an id that is none of ours is taken by its words', async () => {
    await at.owner.sends(event('subscribe'))
    const stranger = { MsgType: 'text', Content: '物业费怎么交', bizmsgmenuid: '99901' }
    expect(await at.owner.sends(stranger)).toMatch(/交费/)
  })
})

describe('events', () => {
  test('who follows is greeted with choices, once', async () => {
    const greeted = await at.owner.sends(event('subscribe'))
    expect(greeted).toMatch(/您好，我是桥畔花园[\s\S]*\n\[.+\]\n[\s\S]*点一下就行/)
    expect((await at.transcript())[0]?.choices?.length).toBeGreaterThan(3)
  })

  test('the same event again is the same one; a later one is another', async () => {
    const first = at.wechat.platform.message(at.owner.openid, event('subscribe'))
    for (let n = 0; n < 3; n++) await at.wechat.posts(at.wechat.platform.call(first))
    await at.wechat.product.settle()
    expect(await at.said()).toHaveLength(1)
    at.wechat.product.clock.forward(1)
    await at.owner.sends(event('subscribe'))
    expect(await at.said()).toHaveLength(2)
  })

  test('a code binds to the compound and the building that it stands for', async () => {
    await at.owner.sends(event('subscribe', 'qrscene_demo/3'))
    const home = async () =>
      (await at.wechat.product.store.conversations.find(await at.owner.conversationId()))?.memory.said.home
    expect(await home()).toEqual({ building: '3' })
    at.wechat.product.clock.forward(1)
    expect(await at.owner.sends(event('SCAN', 'demo/5'))).toMatch(/桥畔花园（演示小区）5栋/)
    expect(await home()).toEqual({ building: '5' })
    expect(await at.owner.sends(event('SCAN', 'elsewhere/1'))).toBe('')
  })

  test('a tap in the menu is answered as its choice', async () => {
    expect(await at.owner.sends(event('CLICK', 'intent:fee.pay'))).toMatch(/交费/)
    at.wechat.product.clock.forward(0.1)
    expect(await at.owner.sends(event('CLICK', 'human'))).toMatch(/已转给客服/)
    at.wechat.product.clock.forward(0.1)
    expect(await at.owner.sends(event('CLICK', '停车位怎么办'))).not.toBe('')
  })

  test('who no longer follows is not written to, and staff see it', async () => {
    const { writes } = await at.clerkOnIt()
    await at.owner.sends(event('unsubscribe'))
    const before = at.calls('/custom/send')
    await writes('您还在吗？')
    await at.wechat.product.settle()
    expect((await at.deliveries()).at(-1)).toBe('failed')
    expect(at.calls('/custom/send')).toBe(before)
  })

  test('what says nothing to us is passed over', async () => {
    expect(await at.owner.sends(event('VIEW', 'https://example.com'))).toBe('')
    expect(await at.transcript()).toEqual([])
    expect(at.wechat.product.errors).toEqual([])
  })
})
