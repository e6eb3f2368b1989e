import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import wechat from 'wechat'
import { Envelope } from '../../bot/channels/envelope.ts'
import { wechatWebhook } from '../../bot/channels/wechat/webhook.ts'
import { readXml, type XmlFields } from '../../bot/channels/xml.ts'
import { testClock } from '../support/clock.ts'
import { type Fields, type Mode, WECHAT, WechatPlatform } from './wechatPlatform.ts'

/*
 * The package `wechat` is a server that somebody else wrote for the same calls. What WeChat sends goes to both, and has
 * to mean the same to both.
 */

const clock = testClock()
const platform = new WechatPlatform(clock)
const settings = { token: WECHAT.token, aesKey: WECHAT.aesKey, receiver: WECHAT.appId }
let peer: Server
let heard: Record<string, string> | undefined
const heardByPeer = () => heard

beforeAll(async () => {
  const config = { token: WECHAT.token, appid: WECHAT.appId, encodingAESKey: WECHAT.aesKey }
  const middleware = wechat(config, (request, response) => {
    heard = request.weixin
    response.reply(`收到：${request.weixin.Content ?? ''}`)
  })
  peer = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://peer')
    Object.assign(request as IncomingMessage, { query: Object.fromEntries(searchParams) })
    middleware(request, response, () => void response.writeHead(500).end())
  })
  await new Promise<void>((done) => void peer.listen(0, '127.0.0.1', done))
})
afterAll(() => void peer.close())

interface Read {
  status: number
  text: string
  fields?: Record<string, string>
}

async function byPeer({ query, body }: { query: string; body: string }): Promise<Read> {
  heard = undefined
  const { port } = peer.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/?${query}`, { method: 'POST', body })
  const text = await response.text()
  const fields = heardByPeer()
  return { status: response.status, text, ...(fields && { fields }) }
}

async function byUs({ query, body }: { query: string; body: string }): Promise<Read> {
  let fields: XmlFields | undefined
  const { handle } = wechatWebhook({
    settings,
    clock,
    metrics: { refused: () => undefined, sent: () => undefined },
    keep: async (item) => {
      fields = (JSON.parse(item.body) as { fields: XmlFields }).fields
    },
    emergencyText: () => undefined,
    report: () => undefined,
  })
  const answer = await handle({ method: 'POST', query: Object.fromEntries(new URLSearchParams(query)), body })
  return { status: answer.status, text: answer.body, ...(fields && { fields }) }
}

const MESSAGES: [string, Fields][] = [
  ['a text', { MsgType: 'text', Content: '3栋燃气通了吗？😀 <b>&amp; 007' }],
  ['digits that are no number', { MsgType: 'text', Content: '007' }],
  ['a long text', { MsgType: 'text', Content: '水管又漏了，'.repeat(300) }],
  ['a picture', { MsgType: 'image', PicUrl: 'http://mmbiz.qpic.cn/a?b=1&c=2', MediaId: 'media_id-1' }],
  ['a voice with words', { MsgType: 'voice', MediaId: 'm', Format: 'amr', Recognition: '电梯坏了' }],
  ['a place', { MsgType: 'location', Location_X: '23.134521', Location_Y: '113.358803', Scale: '20', Label: '3栋' }],
  ['a link', { MsgType: 'link', Title: '停水通知', Description: '明天', Url: 'https://example.com/?a=1&b=2' }],
  ['who follows by a code', { MsgType: 'event', Event: 'subscribe', EventKey: 'qrscene_demo/3', Ticket: 'T' }],
  ['a scan', { MsgType: 'event', Event: 'SCAN', EventKey: 'demo/5', Ticket: 'T' }],
  ['a tap', { MsgType: 'event', Event: 'CLICK', EventKey: 'intent:fee.pay' }],
]

describe.each(['safe', 'compatible', 'plain'] as Mode[])('in the %s mode', (mode) => {
  test.each(MESSAGES)('%s means the same to both, field by field', async (_name, fields) => {
    const call = platform.call(platform.message('oPeer-AbCdEfGhIjKlMnOpQr', fields), mode)
    const [theirs, ours] = [await byPeer(call), await byUs(call)]
    expect([theirs.status, ours.status]).toEqual([200, 200])
    expect(ours.fields).toEqual(theirs.fields)
    expect(ours.fields?.FromUserName).toBe('oPeer-AbCdEfGhIjKlMnOpQr')
  })

  test('a signature that is wrong is refused by both', async () => {
    const { query, body } = platform.call(platform.message('oPeer', { MsgType: 'text', Content: '您好' }), mode)
    const forged = query.replace(mode === 'plain' ? /signature=\w{4}/ : /msg_signature=\w{4}/, (found) =>
      found.replace(/\w{4}$/, '0000'),
    )
    expect(forged).not.toBe(query)
    const [theirs, ours] = [await byPeer({ query: forged, body }), await byUs({ query: forged, body })]
    expect([theirs.fields, ours.fields]).toEqual([undefined, undefined])
    expect([theirs.status, ours.status]).toEqual([401, 403])
  })
})

test('what it answers in the safe mode we open, and read as it was meant', async () => {
  const said = platform.message('oPeer', { MsgType: 'text', Content: '您好 & <再见>' })
  const outer = readXml((await byPeer(platform.call(said, 'safe'))).text)
  const inside = new Envelope(settings).open({
    signature: outer.MsgSignature ?? '',
    timestamp: outer.TimeStamp ?? '',
    nonce: outer.Nonce ?? '',
    encrypted: outer.Encrypt ?? '',
  })
  expect(readXml(inside)).toMatchObject({ ToUserName: 'oPeer', MsgType: 'text', Content: '收到：您好 & <再见>' })
})
