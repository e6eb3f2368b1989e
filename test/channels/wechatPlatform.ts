import { createHash, randomBytes } from 'node:crypto'
import WechatCrypto from 'wechat-crypto'
import type { TestClock } from '../support/clock.ts'
import { loopback, Patience, type PlatformAnswer, type PlatformCall } from './loopback.ts'
import { newPhone, type Phone, refusedByWindow } from './windows.ts'

export const WECHAT = {
  appId: 'wx5823bf96d3bd56c7',
  secret: '0123456789abcdef0123456789abcdef',
  token: 'bridge-token',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  original: 'gh_0123456789ab',
}

export type Mode = 'safe' | 'compatible' | 'plain'
/** How the next calls of this path go; `then accepted` means that the message arrives all the same. */
export type Mood =
  | 'well'
  | 'busy'
  | 'unavailable'
  | 'hang, then accepted'
  | 'reset, then accepted'
  | { errcode: number }

/** Fields as WeChat writes them: texts in CDATA, numbers bare. */
export type Fields = Record<string, string | number>

export function xmlOf(fields: Fields): string {
  const lines = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${value}]]></${name}>`,
  )
  return `<xml>${lines.join('\n')}</xml>`
}

const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex')

/** The Official Account's side of WeChat, with its windows, counts, tokens and error codes, by the test's clock. */
export class WechatPlatform {
  readonly #clock: TestClock
  readonly #crypto = new WechatCrypto(WECHAT.token, WECHAT.aesKey, WECHAT.appId)
  readonly #phones = new Map<string, Phone>()
  #token = { value: '', until: 0 }
  #msgId = 23_456_789_012_345_678n
  #loopback: Awaited<ReturnType<typeof loopback>> | undefined
  /** Calls, by path. */
  readonly calls: PlatformCall[] = []
  readonly media = new Map<string, { content: Buffer; type: string }>()
  tokensGiven = 0
  mood: Mood = 'well'
  readonly patience = new Patience()
  /** Calls that go by the mood; the ones after go well. */
  moody = Number.POSITIVE_INFINITY

  constructor(clock: TestClock) {
    this.#clock = clock
  }

  async start(): Promise<void> {
    this.#loopback = await loopback((call) => this.#answer(call))
  }

  get url(): string {
    return this.#loopback?.url ?? ''
  }
  down = (): Promise<void> => this.#loopback?.down() ?? Promise.resolve()
  up = (): Promise<void> => this.#loopback?.up() ?? Promise.resolve()

  phone(openid: string): Phone {
    const there = this.#phones.get(openid) ?? newPhone()
    this.#phones.set(openid, there)
    return there
  }

  seconds(): number {
    return Math.floor(this.#clock.now().getTime() / 1000)
  }

  /** The fields of a message of this owner, whose windows open now. */
  message(openid: string, fields: Fields): Fields {
    const event = fields.MsgType === 'event'
    this.#open(openid, event)
    this.#msgId += 1n
    const own = { ToUserName: WECHAT.original, FromUserName: openid, CreateTime: this.seconds() }
    return { ...own, ...fields, ...(event ? {} : { MsgId: String(this.#msgId) }) }
  }

  #open(openid: string, tapped: boolean): void {
    const phone = this.phone(openid)
    const now = this.seconds() * 1000
    if (tapped) Object.assign(phone, { tappedAt: now, afterTapped: 0 })
    else Object.assign(phone, { saidAt: now, afterSaid: 0 })
  }

  /** The call that WeChat makes for it. */
  call(fields: Fields, mode: Mode = 'safe', at = this.seconds()): { query: string; body: string } {
    const timestamp = String(at)
    const nonce = randomBytes(5).toString('hex')
    const signature = sha1(WECHAT.token, timestamp, nonce)
    const query = new URLSearchParams({ signature, timestamp, nonce, openid: String(fields.FromUserName) })
    if (mode === 'plain') return { query: String(query), body: xmlOf(fields) }
    const encrypted = this.#crypto.encrypt(xmlOf(fields))
    query.set('encrypt_type', 'aes')
    query.set('msg_signature', this.#crypto.getSignature(timestamp, nonce, encrypted))
    const outer = { ToUserName: WECHAT.original, ...(mode === 'compatible' ? fields : {}), Encrypt: encrypted }
    return { query: String(query), body: xmlOf(outer) }
  }

  #answer(call: PlatformCall): PlatformAnswer {
    this.calls.push(call)
    if (call.path === '/cgi-bin/token') return this.#giveToken(call)
    const access = call.query.get('access_token')
    if (access !== this.#token.value) return error(40001, 'invalid credential, access_token is invalid')
    if (this.#clock.now().getTime() >= this.#token.until) return error(42001, 'access_token expired')
    const mood = this.#moodNow()
    if (mood === 'busy') return error(-1, 'system error')
    if (mood === 'unavailable') return { status: 503, text: 'busy' }
    if (typeof mood === 'object') return error(mood.errcode, 'as the test wants it')
    const answered = this.#route(call)
    if (mood === 'hang, then accepted') {
      this.patience.runsOut()
      return 'hang'
    }
    return mood === 'reset, then accepted' ? 'reset' : answered
  }

  #moodNow(): Mood {
    if (this.moody <= 0) return 'well'
    this.moody -= 1
    return this.mood
  }

  #route(call: PlatformCall): PlatformAnswer {
    switch (call.path) {
      case '/cgi-bin/message/custom/send':
        return this.#take(call)
      case '/cgi-bin/message/subscribe/bizsend':
        return this.#takeTemplate(call)
      case '/cgi-bin/media/get': {
        const found = this.media.get(call.query.get('media_id') ?? '')
        return found ? { file: found.content, type: found.type } : error(40007, 'invalid media_id')
      }
      default:
        return { status: 404, text: 'no such call' }
    }
  }

  /** A new token ends the old one. */
  #giveToken({ query }: PlatformCall): PlatformAnswer {
    if (query.get('appid') !== WECHAT.appId) return error(40013, 'invalid appid')
    if (query.get('secret') !== WECHAT.secret) return error(40125, 'invalid appsecret')
    this.tokensGiven += 1
    this.#token = { value: `token-${this.tokensGiven}`, until: this.#clock.now().getTime() + 7_200_000 }
    return { json: { access_token: this.#token.value, expires_in: 7200 } }
  }

  /** Somebody else asked for a token. */
  spoilToken(): void {
    this.#token.value = 'of somebody else'
  }

  #take({ body }: PlatformCall): PlatformAnswer {
    const phone = this.#phones.get(String(body.touser))
    if (!phone) return error(40003, 'invalid openid')
    const { content } = (body.text ?? {}) as { content?: unknown }
    if (body.msgtype !== 'text' || typeof content !== 'string' || content === '') return error(44004, 'empty content')
    if (Buffer.byteLength(content) > 2048) return error(45002, 'content size out of limit')
    if (!phone.follows) return error(45015, 'response out of time limit or subscription is canceled')
    const refused = refusedByWindow(phone, this.#clock, { messages: 3, withinMs: 60_000 })
    if (refused === 'closed') return error(45015, 'response out of time limit or subscription is canceled')
    if (refused === 'full') return error(45047, 'out of response count limit')
    phone.texts.push(content)
    return error(0, 'ok')
  }

  #takeTemplate({ body }: PlatformCall): PlatformAnswer {
    const phone = this.#phones.get(String(body.touser))
    if (!phone) return error(40003, 'invalid openid')
    const data = body.data as Record<string, { value: string }>
    const long = Object.entries(data).find(([name, { value }]) => name.startsWith('thing') && [...value].length > 20)
    if (long) return error(47003, `argument invalid! data.${long[0]}.value is invalid`)
    if (!body.template_id) return error(40037, 'invalid template_id')
    phone.texts.push(
      `模板：${Object.values(data)
        .map(({ value }) => value)
        .join('｜')}`,
    )
    return error(0, 'ok')
  }

  async stop(): Promise<void> {
    await this.#loopback?.stop()
  }
}

const error = (errcode: number, errmsg: string): PlatformAnswer => ({ json: { errcode, errmsg } })
