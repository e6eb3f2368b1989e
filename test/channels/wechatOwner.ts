import { testClock } from '../support/clock.ts'
import type { Forgery, PlatformOwner } from './contract.ts'
import { openProduct, type Product, type ProductOptions } from './product.ts'
import { type Fields, type Mode, WECHAT, WechatPlatform } from './wechatPlatform.ts'

/** The product with the Official Account switched on, against the simulator. */
export interface WechatUnderTest {
  product: Product
  platform: WechatPlatform
  owner(mode?: Mode): Promise<WechatOwner>
  /** Calls us with what the platform would send; gives status and body. */
  posts(call: { query: string; body: string }, waits?: AbortSignal): Promise<{ status: number; text: string }>
  down(): Promise<void>
  up(): Promise<void>
  forgeries(): Forgery[]
  stop(): Promise<void>
}

export interface WechatOwner extends PlatformOwner {
  openid: string
  /** Any message or event, delivered and done. */
  sends(fields: Fields): Promise<string>
  says(text: string): Promise<string>
  /** Taps an item of a menu, the latest of this name. */
  taps(title: string): Promise<string>
}

export const WECHAT_SETTINGS = {
  WECHAT_APP_ID: WECHAT.appId,
  WECHAT_APP_SECRET: WECHAT.secret,
  WECHAT_TOKEN: WECHAT.token,
  WECHAT_AES_KEY: WECHAT.aesKey,
}

export async function openWechat(options: ProductOptions = {}): Promise<WechatUnderTest> {
  const clock = options.clock ?? testClock()
  const platform = new WechatPlatform(clock)
  await platform.start()
  const settings = { ...WECHAT_SETTINGS, WECHAT_API_BASE: platform.url, ...options.settings }
  const product = await openProduct({ ...options, clock, settings, deadline: platform.patience.deadline })
  const posts: WechatUnderTest['posts'] = async ({ query, body }, signal) => {
    const sent = { method: 'POST', body, ...(signal && { signal }) }
    const response = await fetch(`${product.url}/channels/wechat?${query}`, sent)
    return { status: response.status, text: await response.text() }
  }
  let owners = 0
  return {
    product,
    platform,
    posts,
    owner: async (mode = 'safe') => {
      owners += 1
      return newOwner(product, platform, posts, `oOwner_${owners}-AbCdEfGhIjKlMnOpQr`, mode)
    },
    down: platform.down,
    up: platform.up,
    forgeries: () => forgeriesOf(platform, posts),
    stop: async () => {
      await product.stop()
      await platform.stop()
    },
  }
}

function newOwner(
  product: Product,
  platform: WechatPlatform,
  posts: WechatUnderTest['posts'],
  openid: string,
  mode: Mode,
): WechatOwner {
  const writes = (fields: Fields) => {
    const sent = platform.message(openid, fields)
    return {
      // Each try is signed anew.
      hand: async () => {
        const answer = await posts(platform.call(sent, mode))
        if (answer.status !== 200 || answer.text !== 'success') throw new Error(`not taken: ${answer.status}`)
      },
    }
  }
  const sends = async (fields: Fields): Promise<string> => {
    const before = platform.phone(openid).texts.length
    await writes(fields).hand()
    await product.settle()
    return platform.phone(openid).texts.slice(before).join('\n')
  }
  const text = (content: string): Fields => ({ MsgType: 'text', Content: content })
  const idOf = (title: string) => platform.phone(openid).menu.findLast(({ content }) => content === title)?.id ?? ''
  return {
    openid,
    sends,
    taps: (title) => sends({ ...text(title), bizmsgmenuid: idOf(title) }),
    says: (content) => sends(text(content)),
    writes: (content) => writes(text(content)),
    sees: async () => [...platform.phone(openid).texts],
    files: async () => [...platform.phone(openid).files],
    conversationId: async () => {
      const owner = { channel: 'wechat' as const, account: WECHAT.appId, address: openid }
      return (await product.store.channels.owner(owner))?.conversationId ?? ''
    },
  }
}

function forgeriesOf(platform: WechatPlatform, posts: WechatUnderTest['posts']): Forgery[] {
  const fresh = (at?: number) =>
    platform.call(platform.message('oForged', { MsgType: 'text', Content: '转人工' }), 'safe', at)
  const with_ = (change: (call: { query: string; body: string }) => { query: string; body: string }) => async () =>
    (await posts(change(fresh()))).status
  const encrypted = (body: string) => /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? ''
  const changed = (change: (bytes: Buffer) => Buffer) =>
    with_(({ query, body }) => {
      const text = encrypted(body)
      return { query, body: body.replace(text, change(Buffer.from(text, 'base64')).toString('base64')) }
    })
  const old = async () => (await posts(fresh(platform.seconds() - 301))).status
  return [
    { name: 'no signature', send: with_(({ body }) => ({ query: '', body })) },
    {
      name: 'forged',
      send: with_(({ query, body }) => ({ query: query.replace(/msg_signature=\w{4}/, 'msg_signature=0000'), body })),
    },
    { name: 'replayed after five minutes', send: old },
    { name: 'signed in the future', send: async () => (await posts(fresh(platform.seconds() + 301))).status },
    {
      name: 'a bit flipped',
      send: changed((bytes) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 4 : byte)))),
    },
    { name: 'truncated', send: changed((bytes) => bytes.subarray(0, bytes.length - 32)) },
    {
      name: 'plain with a wrong signature',
      send: with_(() => ({
        query: `signature=x&timestamp=${platform.seconds()}&nonce=1`,
        body: '<xml><FromUserName>oForged</FromUserName><MsgType>text</MsgType><Content>转人工</Content></xml>',
      })),
    },
    {
      name: 'a DOCTYPE',
      send: with_(({ query }) => ({ query, body: '<!DOCTYPE xml><xml><Encrypt>x</Encrypt></xml>' })),
    },
    {
      name: 'over 64 kB',
      send: with_(({ query, body }) => ({ query, body: body.replace('</xml>', `<A>${'a'.repeat(66_000)}</A></xml>`) })),
    },
    { name: 'for another account', send: () => foreign(platform, posts) },
  ]
}

/** Signed with our token and key, as an aggregator with several accounts would, but for another AppID. */
async function foreign(platform: WechatPlatform, posts: WechatUnderTest['posts']): Promise<number> {
  const { default: WechatCrypto } = await import('wechat-crypto')
  const other = new WechatCrypto(WECHAT.token, WECHAT.aesKey, 'wx0000000000000000')
  const at = String(platform.seconds())
  const inside = other.encrypt(
    '<xml><FromUserName>oForged</FromUserName><MsgType>text</MsgType><Content>转人工</Content></xml>',
  )
  const query = new URLSearchParams({
    timestamp: at,
    nonce: 'n',
    encrypt_type: 'aes',
    msg_signature: other.getSignature(at, 'n', inside),
  })
  return (await posts({ query: String(query), body: `<xml><Encrypt><![CDATA[${inside}]]></Encrypt></xml>` })).status
}
