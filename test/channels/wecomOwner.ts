import { encrypt } from '@wecom/crypto'
import { testClock } from '../support/clock.ts'
import type { Forgery, PlatformOwner } from './contract.ts'
import { openProduct, type Product, type ProductOptions } from './product.ts'
import { WECOM, WecomPlatform } from './wecomPlatform.ts'

export const WECOM_SETTINGS = {
  WECOM_CORP_ID: WECOM.corpId,
  WECOM_SECRET: WECOM.secret,
  WECOM_TOKEN: WECOM.token,
  WECOM_AES_KEY: WECOM.aesKey,
}

/** The product with WeCom's customer service switched on, against the simulator. */
export interface WecomUnderTest {
  product: Product
  platform: WecomPlatform
  owner(): Promise<WecomOwner>
  posts(call: { query: string; body: string }): Promise<{ status: number; text: string }>
  /** Calls us, and brings all to its end. */
  announces(): Promise<void>
  down(): Promise<void>
  up(): Promise<void>
  forgeries(): Forgery[]
  stop(): Promise<void>
}

export interface WecomOwner extends PlatformOwner {
  userid: string
  sends(item: Record<string, unknown>): Promise<string>
  says(text: string): Promise<string>
  /** Taps an item of a menu, the latest of this name. */
  taps(title: string): Promise<string>
}

export async function openWecom(options: ProductOptions = {}): Promise<WecomUnderTest> {
  const clock = options.clock ?? testClock()
  const platform = new WecomPlatform(clock)
  await platform.start()
  const settings = { ...WECOM_SETTINGS, WECOM_API_BASE: platform.url, ...options.settings }
  const product = await openProduct({ ...options, clock, settings, deadline: platform.patience.deadline })
  const posts: WecomUnderTest['posts'] = async ({ query, body }) => {
    const response = await fetch(`${product.url}/channels/wecom?${query}`, { method: 'POST', body })
    return { status: response.status, text: await response.text() }
  }
  const announces = async () => {
    const answer = await posts(platform.callback())
    if (answer.text !== 'success') throw new Error(`not taken: ${answer.status}`)
    await product.settle()
  }
  let owners = 0
  return {
    product,
    platform,
    posts,
    announces,
    owner: async () => {
      owners += 1
      return newOwner(product, platform, posts, announces, `wmOwner_${owners}AAAAAAAAAAAAAAAA`)
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
  platform: WecomPlatform,
  posts: WecomUnderTest['posts'],
  announces: () => Promise<void>,
  userid: string,
): WecomOwner {
  const sends = async (item: Record<string, unknown>): Promise<string> => {
    const before = platform.phone(userid).texts.length
    platform.add(userid, item)
    await announces()
    return platform.phone(userid).texts.slice(before).join('\n')
  }
  const text = (content: string) => ({ msgtype: 'text', text: { content } })
  const idOf = (title: string) => platform.phone(userid).menu.findLast(({ content }) => content === title)?.id ?? ''
  return {
    userid,
    sends,
    taps: (title) => sends({ msgtype: 'text', text: { content: title, menu_id: idOf(title) } }),
    says: (content) => sends(text(content)),
    writes: (content) => {
      let added = false
      return {
        // It is written once; the platform says as often as it likes that there is something.
        hand: async () => {
          if (!added) platform.add(userid, text(content))
          added = true
          await posts(platform.callback())
        },
      }
    },
    sees: async () => [...platform.phone(userid).texts],
    files: async () => [...platform.phone(userid).files],
    conversationId: async () => {
      const owner = { channel: 'wecom' as const, account: WECOM.kfid, address: userid }
      return (await product.store.channels.owner(owner))?.conversationId ?? ''
    },
  }
}

function forgeriesOf(platform: WecomPlatform, posts: WecomUnderTest['posts']): Forgery[] {
  const changed = (change: (call: { query: string; body: string }) => { query: string; body: string }) => async () =>
    (await posts(change(platform.callback()))).status
  const bytes = (change: (bytes: Buffer) => Buffer) =>
    changed(({ query, body }) => {
      const text = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? ''
      return { query, body: body.replace(text, change(Buffer.from(text, 'base64')).toString('base64')) }
    })
  const signed = (inside: string) => async () =>
    (await posts(platform.signed(encrypt(WECOM.aesKey, inside, WECOM.corpId)))).status
  return [
    { name: 'no signature', send: changed(({ body }) => ({ query: '', body })) },
    {
      name: 'forged',
      send: changed(({ query, body }) => ({ query: query.replace(/msg_signature=\w{4}/, 'msg_signature=0000'), body })),
    },
    {
      name: 'replayed after five minutes',
      send: async () => (await posts(platform.callback(WECOM.corpId, platform.seconds() - 301))).status,
    },
    { name: 'for another company', send: async () => (await posts(platform.callback('ww0000000000000000'))).status },
    { name: 'a bit flipped', send: bytes((all) => Buffer.from(all.map((byte, at) => (at === 40 ? byte ^ 4 : byte)))) },
    { name: 'truncated', send: bytes((all) => all.subarray(0, all.length - 32)) },
    {
      name: 'no envelope',
      send: changed(({ query }) => ({ query, body: '<xml><Event>kf_msg_or_event</Event></xml>' })),
    },
    { name: 'a DOCTYPE in the envelope', send: signed('<!DOCTYPE xml><xml><Event>kf_msg_or_event</Event></xml>') },
  ]
}
