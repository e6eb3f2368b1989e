import { createHash, randomBytes } from 'node:crypto'
import WechatCrypto from 'wechat-crypto'
import { Patience, type PlatformAnswer, type PlatformCall } from './loopback.ts'
import { error, menuIn, ok, Platform, type Shown } from './platform.ts'
import { refusedByWindow } from './windows.ts'

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

/** The Official Account's side of WeChat, with its windows, counts and error codes. */
export class WechatPlatform extends Platform {
  protected override readonly tokenPath = '/cgi-bin/token'
  protected override readonly limits = {
    image: { types: ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'], mostBytes: 10 * 2 ** 20 },
    voice: { types: ['audio/amr', 'audio/mpeg'], mostBytes: 2 * 2 ** 20 },
  }
  readonly #crypto = new WechatCrypto(WECHAT.token, WECHAT.aesKey, WECHAT.appId)
  #msgId = 23_456_789_012_345_678n
  /** Accounts that are no full ones may send no menus. */
  mayMenu = true
  /** For which it waits when it calls us. */
  readonly fiveSeconds = new Patience()
  mood: Mood = 'well'
  /** Calls that go by the mood; the ones after go well. */
  moody = Number.POSITIVE_INFINITY

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

  /**
   * Calls us as WeChat does: it waits five seconds for `success`, and calls three times in all.
   * @returns how often it called; undefined when it gave up
   */
  async delivers(
    fields: Fields,
    post: (call: { query: string; body: string }, waits: AbortSignal) => Promise<{ status: number; text: string }>,
    mode: Mode = 'safe',
  ): Promise<number | undefined> {
    for (let calls = 1; calls <= 3; calls++) {
      const answer = await post(this.call(fields, mode), this.fiveSeconds.deadline()).catch(() => undefined)
      if (answer?.status === 200 && answer.text === 'success') return calls
      this.clock.forward(5 / 60)
    }
    return undefined
  }

  protected override stranger({ query }: PlatformCall): PlatformAnswer | undefined {
    if (query.get('appid') !== WECHAT.appId) return error(40013, 'invalid appid')
    return query.get('secret') === WECHAT.secret ? undefined : error(40125, 'invalid appsecret')
  }

  protected override onItsWay(_call: PlatformCall, answer: () => PlatformAnswer): PlatformAnswer {
    const mood = this.#moodNow()
    if (mood === 'busy') return error(-1, 'system error')
    if (mood === 'unavailable') return { status: 503, text: 'busy' }
    if (typeof mood === 'object') return error(mood.errcode, 'as the test wants it')
    const answered = answer()
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

  protected override route(call: PlatformCall): PlatformAnswer | undefined {
    switch (call.path) {
      case '/cgi-bin/message/custom/send':
        return this.#take(call)
      case '/cgi-bin/message/custom/typing':
        return this.#typing(call)
      case '/cgi-bin/message/subscribe/bizsend':
        return this.#takeTemplate(call)
      default:
        return undefined
    }
  }

  #take({ body }: PlatformCall): PlatformAnswer {
    if (!this.knows(String(body.touser))) return error(40003, 'invalid openid')
    const phone = this.phone(String(body.touser))
    const shown = this.#shown(body)
    if ('json' in shown) return shown
    if (!phone.follows) return error(45015, 'response out of time limit or subscription is canceled')
    const refused = refusedByWindow(phone, this.clock, { messages: 3, withinMs: 60_000 })
    if (refused === 'closed') return error(45015, 'response out of time limit or subscription is canceled')
    if (refused === 'full') return error(45047, 'out of response count limit')
    if (shown.text !== undefined) phone.texts.push(shown.text)
    if (shown.file) phone.files.push(shown.file)
    phone.menu.push(...(shown.items ?? []))
    return ok()
  }

  /** What the phone would show of it, or why it is none. */
  #shown({ msgtype, text, image, msgmenu }: PlatformCall['body']): Shown | { json: object } {
    if (msgtype === 'msgmenu') {
      if (!this.mayMenu) return { json: { errcode: 40200, errmsg: 'invalid account type' } }
      return menuIn(msgmenu) ?? { json: { errcode: 44004, errmsg: 'empty content' } }
    }
    if (msgtype === 'image') {
      const found = this.uploaded('image', (image as { media_id?: unknown } | undefined)?.media_id)
      return found ? { file: found.content } : { json: { errcode: 40007, errmsg: 'invalid media_id' } }
    }
    const { content } = (text ?? {}) as { content?: unknown }
    if (msgtype !== 'text' || typeof content !== 'string' || content === '')
      return { json: { errcode: 44004, errmsg: 'empty content' } }
    if (Buffer.byteLength(content) > 2048) return { json: { errcode: 45002, errmsg: 'content size out of limit' } }
    return { text: content }
  }

  #typing({ body }: PlatformCall): PlatformAnswer {
    if (!this.knows(String(body.touser))) return error(40003, 'invalid openid')
    if (body.command !== 'Typing') return error(45072, 'invalid command')
    const phone = this.phone(String(body.touser))
    const now = this.clock.now().getTime()
    if (now - phone.saidAt >= 30_000) return error(45080, 'need recent message interaction')
    if (now < phone.typingUntil) return error(45081, 'already typing')
    phone.typingUntil = now + 15_000
    return ok()
  }

  #takeTemplate({ body }: PlatformCall): PlatformAnswer {
    if (!this.knows(String(body.touser))) return error(40003, 'invalid openid')
    const phone = this.phone(String(body.touser))
    const data = body.data as Record<string, { value: string }>
    const long = Object.entries(data).find(([name, { value }]) => name.startsWith('thing') && [...value].length > 20)
    if (long) return error(47003, `argument invalid! data.${long[0]}.value is invalid`)
    if (!body.template_id) return error(40037, 'invalid template_id')
    phone.texts.push(
      `模板：${Object.values(data)
        .map(({ value }) => value)
        .join('｜')}`,
    )
    return ok()
  }
}
