import { encrypt } from '@wecom/crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../bot/types.ts'
import { openWecom, type WecomOwner, type WecomUnderTest } from './wecomOwner.ts'
import { WECOM } from './wecomPlatform.ts'

const AMR = Buffer.from('#!AMR\n<\x08\x00\x00', 'latin1')

let wecom: WecomUnderTest
let owner: WecomOwner
const start = async (settings: Record<string, string> = {}) => {
  wecom = await openWecom({ settings })
  owner = await wecom.owner()
}
beforeEach(() => start())
afterEach(() => wecom.stop())

const transcript = async (): Promise<Message[]> =>
  wecom.product.store.conversations.messages(await owner.conversationId(), 0, 500)
const calls = (path: string) => wecom.platform.calls.filter((call) => call.path.endsWith(path))
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    wecom.product.clock.forward(1)
    await wecom.product.settle()
  }
}
const notes = async () => {
  const ticket = await wecom.product.store.tickets.openOf(await owner.conversationId())
  return (await wecom.product.store.tickets.find(ticket?.id ?? ''))?.notes.map(({ text }) => text) ?? []
}
/** A clerk who holds the owner's ticket. */
const clerkOnIt = async () => {
  await owner.says('转人工')
  const clerk = await wecom.product.clerk('王芳')
  const open = await wecom.product.store.tickets.openOf(await owner.conversationId())
  await clerk.claim(open?.id ?? '', clerk.member)
  let last = 0
  return async (text: string) => {
    last += 1
    await clerk.reply(open?.id ?? '', clerk.member, { clientMessageId: `m${last}`, text })
    await wecom.product.settle()
  }
}

test('the address is checked with an echo that only we can read', async () => {
  const signed = wecom.platform.signed(encrypt(WECOM.aesKey, '4587323455', WECOM.corpId))
  const echostr = /CDATA\[([^\]]{20,})\]/.exec(signed.body)?.[1] ?? ''
  const asks = (more: string) => fetch(`${wecom.product.url}/channels/wecom?${signed.query}&${more}`)
  const answer = await asks(new URLSearchParams({ echostr }).toString())
  expect([answer.status, await answer.text()]).toEqual([200, '4587323455'])
  expect((await asks('echostr=AAAA')).status).toBe(403)
  expect((await asks('')).status).toBe(403)
})

describe('reading', () => {
  test('page by page over empty ones, once, one reader at a time', async () => {
    for (let n = 1; n <= 7; n++) wecom.platform.add(owner.userid, { msgtype: 'text', text: { content: `第${n}句` } })
    await Promise.all([1, 2, 3, 4].map(() => wecom.posts(wecom.platform.callback())))
    await wecom.product.settle()
    const own = (await transcript()).filter(({ from }) => from === 'owner').map(({ text }) => text)
    expect(own).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `第${n}句`))
    const cursors = calls('/sync_msg').map(({ body }) => String(body.cursor))
    expect(new Set(cursors.slice(0, 7)).size).toBe(7)
  })

  test('a call that was taken before the process ended is read by the next; a page that breaks off is read again', async () => {
    await wecom.down()
    wecom.platform.add(owner.userid, { msgtype: 'text', text: { content: '物业费怎么交' } })
    expect((await wecom.posts(wecom.platform.callback())).text).toBe('success')
    await wecom.product.settle()
    expect(await owner.conversationId()).toBe('')
    await wecom.up()
    await minutes(1)
    expect((await owner.sees()).join()).toMatch(/交费/)
  })

  test('a token that grew too old while the platform was away keeps nothing from being read', async () => {
    await wecom.down()
    wecom.platform.add(owner.userid, { msgtype: 'text', text: { content: '物业费怎么交' } })
    await wecom.posts(wecom.platform.callback())
    await minutes(11)
    await wecom.up()
    await minutes(1)
    expect((await owner.sees()).join()).toMatch(/交费/)
    expect(calls('/sync_msg').some(({ body }) => body.token === undefined)).toBe(true)
  })

  test('what it does not know keeps nothing else from coming', async () => {
    wecom.platform.add(owner.userid, { msgtype: 42 as never, origin: 'x' as never })
    wecom.platform.add('', { msgtype: 'event', event: { event_type: 'servicer_status_change' } })
    expect(await owner.says('物业费怎么交')).toMatch(/交费/)
    expect(wecom.product.errors).toHaveLength(1)
  })

  test('a voice gets the emergency numbers and a person; a place and a link are read', async () => {
    wecom.platform.media.set('v', { content: AMR, type: 'audio/amr' })
    expect(await owner.sends({ msgtype: 'voice', voice: { media_id: 'v' } })).toMatch(/119.*120.*110/)
    await owner.sends({ msgtype: 'location', location: { name: '桥畔花园', address: '3栋' } })
    await owner.sends({ msgtype: 'link', link: { title: '停水', url: 'https://example.com' } })
    const own = (await transcript()).filter(({ from }) => from === 'owner')
    expect(own.map(({ text }) => text)).toEqual(['', '位置：桥畔花园 3栋', '停水\nhttps://example.com'])
    expect(own[0]?.attachments).toMatchObject([{ type: 'audio/amr' }])
  })
})

describe('coming in', () => {
  test('is greeted by the code, which does not count, with the compound of the scene', async () => {
    const event = {
      event_type: 'enter_session',
      open_kfid: WECOM.kfid,
      external_userid: owner.userid,
      scene_param: 'demo/3',
    }
    const code = wecom.platform.welcome(owner.userid)
    expect(await owner.sends({ msgtype: 'event', event: { ...event, welcome_code: code } })).toMatch(
      /您好，我是桥畔花园/,
    )
    expect(calls('/send_msg')).toEqual([])
    const conversation = await wecom.product.store.conversations.find(await owner.conversationId())
    expect(conversation?.memory.said.home).toEqual({ building: '3' })
    // Without a code it was greeted lately.
    expect(await owner.sends({ msgtype: 'event', event })).toBe('')
    expect(await owner.says('1')).not.toBe('')
    expect((await transcript()).find(({ from }) => from === 'owner')?.text).not.toBe('1')
  })
})

test('choices are a menu, and a tap is its choice', async () => {
  await owner.says('嗯那个就是那什么')
  const offered = (await transcript()).at(-1)
  const person = offered?.choices?.find(({ value }) => value === 'human')
  expect((await owner.sees()).at(-1)).toContain(`[${person?.title}]`)
  expect(await owner.taps(person?.title ?? '')).toMatch(/已转给客服/)
})

describe('sending', () => {
  test('a time-out is sent again under the same msgid, and arrives once', async () => {
    const writes = await clerkOnIt()
    await wecom.product.settle()
    wecom.platform.hangs = 1
    await writes('您家是哪一栋？')
    expect((await transcript()).at(-1)?.delivery).toBe('pending')
    await minutes(2)
    expect((await owner.sees()).filter((text) => text.includes('哪一栋'))).toHaveLength(1)
    const tries = calls('/send_msg').filter(({ body }) => JSON.stringify(body).includes('哪一栋'))
    expect(tries).toHaveLength(2)
    expect(new Set(tries.map(({ body }) => body.msgid)).size).toBe(1)
    expect((await transcript()).at(-1)?.delivery).toBe('sent')
  })

  test('errcode 0 is no delivery: what failed later stands at the message', async () => {
    const writes = await clerkOnIt()
    await writes('您家是哪一栋？')
    const { msgid } = calls('/send_msg').at(-1)?.body ?? {}
    await owner.sends({ msgtype: 'event', event: { event_type: 'msg_send_fail', fail_msgid: msgid, fail_type: 4 } })
    const message = (await transcript()).find(({ text }) => text.includes('哪一栋'))
    expect(message?.delivery).toBe('failed')
  })

  test('five in two days; the sixth waits for the owner', async () => {
    const writes = await clerkOnIt()
    await owner.says('在吗')
    for (const n of [1, 2, 3, 4, 5, 6]) await writes(`第${n}句`)
    expect((await owner.sees()).join()).not.toContain('第6句')
    expect(await owner.says('在的')).toContain('第6句')
    expect(wecom.product.errors).toEqual([])
  })

  test('a session that is with a person or over takes nothing of ours; staff are told why', async () => {
    const writes = await clerkOnIt()
    wecom.platform.setState(owner.userid, 3)
    await writes('您家是哪一栋？')
    expect((await transcript()).at(-1)?.delivery).toBe('failed')
    expect((await notes()).join()).toMatch(/企业微信客户端接待或已结束/)
    await owner.sends({ msgtype: 'event', event: { event_type: 'session_status_change', change_type: 3 } })
    expect((await notes()).join()).toMatch(/会话已结束/)
  })
})

describe('handed to WeCom’s own client', () => {
  const restart = async (settings: Record<string, string>) => {
    await wecom.stop()
    await start(settings)
  }

  test('the owner is told, the clerk gets the summary first, then the session', async () => {
    await restart({ WECOM_HANDOVER: 'LiNa,WangFang', WECOM_AGENT_ID: '1000002' })
    wecom.platform.onDuty.add('WangFang')
    expect(await owner.says('3栋燃气通了吗，转人工')).toMatch(/已转给客服/)
    expect(wecom.platform.state(owner.userid)).toBe(3)
    const order = wecom.platform.calls.map(({ path }) => path.split('/').slice(-2).join('/'))
    const handed = order.slice(order.lastIndexOf('service_state/get'))
    expect(handed).toEqual([
      'service_state/get',
      'message/send',
      'service_state/trans',
      'message/send',
      'service_state/trans',
    ])
    expect(calls('/message/send').at(-1)?.body).toMatchObject({ touser: 'WangFang', agentid: 1000002, msgtype: 'text' })
    expect((await notes()).join()).toMatch(/WangFang/)
    await owner.sends({ msgtype: 'text', text: { content: '我来' }, origin: 5, servicer_userid: 'WangFang' })
    expect((await transcript()).at(-1)).toMatchObject({
      from: 'staff',
      author: 'WangFang',
      text: '我来',
      delivery: 'sent',
    })
  })

  test('nobody on duty: the pool', async () => {
    await restart({ WECOM_HANDOVER: 'LiNa' })
    await owner.says('转人工')
    expect(wecom.platform.state(owner.userid)).toBe(2)
    expect((await notes()).join()).toMatch(/待接入池/)
  })

  test('our own desk keeps the session with the bot', async () => {
    await owner.says('转人工')
    expect(calls('/trans')).toEqual([])
  })
})
