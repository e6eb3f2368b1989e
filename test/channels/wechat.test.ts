import { describe, expect, test } from 'vitest'
import WechatCrypto from 'wechat-crypto'
import { readXml } from '../../bot/channels/xml.ts'
import { readConfig } from '../../config.ts'
import { openProduct } from './product.ts'
import { WECHAT_SETTINGS } from './wechatOwner.ts'
import { WECHAT } from './wechatPlatform.ts'
import { wechatScene } from './wechatScene.ts'

const at = wechatScene()

describe('the address is checked', () => {
  const asks = (query: Record<string, string>) =>
    fetch(`${at.wechat.product.url}/channels/wechat?${new URLSearchParams(query)}`)

  test('echostr comes back as it is, to WeChat alone', async () => {
    const { query } = at.wechat.platform.call({ FromUserName: 'x' }, 'plain')
    const signed = Object.fromEntries(new URLSearchParams(query))
    const answer = await asks({ ...signed, echostr: '<5477>&amp;' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await answer.text()).toBe('<5477>&amp;')
    expect((await asks({ ...signed, signature: 'x', echostr: '1' })).status).toBe(403)
    expect((await asks({ echostr: '1' })).status).toBe(403)
    expect(await at.wechat.product.metric('qiao_channel_refused_total')).toBe(2)
  })

  test('the channel is not there while its settings are not', async () => {
    const product = await openProduct()
    expect((await fetch(`${product.url}/channels/wechat`, { method: 'POST', body: '' })).status).toBe(404)
    await product.stop()
  })
})

test('what was kept before the process ended is answered by the next', async () => {
  const { product, platform } = at.wechat
  const item = { channel: 'wechat' as const, account: WECHAT.appId, address: at.owner.openid, key: 'k' }
  const fields = platform.message(at.owner.openid, { MsgType: 'text', Content: '物业费怎么交' })
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
  expect(platform.phone(at.owner.openid).texts.join()).toMatch(/交费/)
})

test('settings that are half there stop the start with one line', () => {
  expect(() => readConfig({ WECHAT_APP_ID: 'wx1' })).toThrow(
    /^WECHAT_APP_SECRET is missing, since WECHAT_APP_ID is set/,
  )
  expect(() => readConfig({ ...WECHAT_SETTINGS, WECHAT_AES_KEY: 'short' })).toThrow(
    /^WECHAT_AES_KEY is not right; right would be the EncodingAESKey/,
  )
  expect(() => readConfig({ WECOM_SECRET: 's' })).toThrow(/^WECOM_CORP_ID is missing/)
  expect(readConfig(WECHAT_SETTINGS).WECHAT_APP_ID).toBe(WECHAT.appId)
})

describe('while the record is away', () => {
  const away = async () => {
    const { store, clock } = at.wechat.product
    const keep = () => Promise.reject(new Error('the disk is gone'))
    const settings = { ...WECHAT_SETTINGS, WECHAT_API_BASE: at.wechat.platform.url }
    return openProduct({ settings, clock, store: { ...store, channels: { ...store.channels, keep } } })
  }
  const posts = async (url: string, Content: string, mode: 'safe' | 'plain') => {
    const call = at.wechat.platform.call(
      at.wechat.platform.message(at.owner.openid, { MsgType: 'text', Content }),
      mode,
    )
    const response = await fetch(`${url}/channels/wechat?${call.query}`, { method: 'POST', body: call.body })
    return { status: response.status, text: await response.text() }
  }

  test('nothing is acknowledged, so that WeChat calls again; but an emergency gets its instruction in the answer', async () => {
    const product = await away()
    expect((await posts(product.url, '物业费怎么交', 'safe')).status).toBe(503)
    const safe = await posts(product.url, '家里有很大的煤气味', 'safe')
    expect(safe.status).toBe(200)
    const outer = readXml(safe.text)
    const peer = new WechatCrypto(WECHAT.token, WECHAT.aesKey, WECHAT.appId)
    expect(outer.MsgSignature).toBe(peer.getSignature(outer.TimeStamp ?? '', outer.Nonce ?? '', outer.Encrypt ?? ''))
    const inside = readXml(peer.decrypt(outer.Encrypt ?? '').message)
    expect(inside).toMatchObject({ ToUserName: at.owner.openid, FromUserName: WECHAT.original, MsgType: 'text' })
    expect(inside.Content).toMatch(/119/)
    expect(readXml((await posts(product.url, '着火了', 'plain')).text).Content).toMatch(/119/)
    await product.stop()
  })
})
