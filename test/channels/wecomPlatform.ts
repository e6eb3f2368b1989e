import { randomBytes } from 'node:crypto'
import { encrypt, getSignature } from '@wecom/crypto'
import type { PlatformAnswer, PlatformCall } from './loopback.ts'
import { error, menuIn, ok, Platform, type Shown } from './platform.ts'
import { refusedByWindow } from './windows.ts'

export const WECOM = {
  corpId: 'ww1234567890abcdef',
  secret: 'kf-secret-0123456789',
  token: 'bridge-token',
  aesKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
  kfid: 'wkAJ2GCAAASSm4_FhToWMFea0xAFfd3Q',
}

/** 0 new, 1 with the bot, 2 in the pool, 3 with a person, 4 over. */
type State = 0 | 1 | 2 | 3 | 4
/** What may follow on what, by the API. */
const FOLLOWS: Record<State, State[]> = { 0: [1, 2, 3, 4], 1: [2, 3, 4], 2: [3, 4], 3: [4], 4: [] }

export type Item = Record<string, unknown> & { msgid: string; send_time: number }

/** WeCom's side of customer service: messages that are fetched, msgids, windows, session states. */
export class WecomPlatform extends Platform {
  protected override readonly tokenPath = '/cgi-bin/gettoken'
  protected override readonly limits = {
    image: { types: ['image/png', 'image/jpeg'], mostBytes: 10 * 2 ** 20 },
    voice: { types: ['audio/amr'], mostBytes: 2 * 2 ** 20 },
    file: { types: [], mostBytes: 20 * 2 ** 20 },
  }
  readonly #states = new Map<string, State>()
  readonly #items: Item[] = []
  readonly #tokens = new Map<string, number>()
  readonly #codes = new Map<string, { userid: string; until: number }>()
  readonly #msgids = new Set<string>()
  #counter = 0
  /** People of ours who take sessions now. */
  readonly onDuty = new Set<string>()
  /** Items on a page; the pages between are empty ones that say that more follow. */
  pageSize = 2
  /** The next messages are taken and not answered. */
  hangs = 0

  state(userid: string): State {
    return this.#states.get(userid) ?? 0
  }
  setState(userid: string, state: State): void {
    this.#states.set(userid, state)
  }

  /** The owner does something, which waits to be fetched. A session that was over begins anew. */
  add(userid: string, item: Record<string, unknown>): Item {
    this.#counter += 1
    const origin = item.msgtype === 'event' ? 4 : 3
    const whole = {
      msgid: `msg-${this.#counter}`,
      open_kfid: WECOM.kfid,
      external_userid: userid,
      send_time: this.seconds(),
      origin,
    }
    const added = { ...whole, ...item }
    this.#items.push(added)
    if (added.origin === 3) Object.assign(this.phone(userid), { saidAt: this.seconds() * 1000, afterSaid: 0 })
    if (added.origin === 3 && this.state(userid) === 4) this.setState(userid, 0)
    return added
  }

  /** A code for greeting whoever comes in. */
  welcome(userid: string): string {
    const code = `code-${randomBytes(4).toString('hex')}`
    this.phone(userid)
    this.#codes.set(code, { userid, until: this.clock.now().getTime() + 20_000 })
    return code
  }

  /** The call that says that there is something. */
  callback(receiver = WECOM.corpId, at = this.seconds()): { query: string; body: string } {
    const token = `sync-${randomBytes(4).toString('hex')}`
    this.#tokens.set(token, this.clock.now().getTime() + 600_000)
    const inside = `<xml><ToUserName><![CDATA[${receiver}]]></ToUserName><CreateTime>${at}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[${token}]]></Token><OpenKfId><![CDATA[${WECOM.kfid}]]></OpenKfId></xml>`
    return this.signed(encrypt(WECOM.aesKey, inside, receiver), at)
  }

  signed(encrypted: string, at = this.seconds()): { query: string; body: string } {
    const nonce = randomBytes(4).toString('hex')
    const signature = getSignature(WECOM.token, at, nonce, encrypted)
    const query = new URLSearchParams({ msg_signature: signature, timestamp: String(at), nonce })
    const body = `<xml><ToUserName><![CDATA[${WECOM.corpId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[]]></AgentID></xml>`
    return { query: String(query), body }
  }

  protected override stranger({ query }: PlatformCall): PlatformAnswer | undefined {
    const known = query.get('corpid') === WECOM.corpId && query.get('corpsecret') === WECOM.secret
    return known ? undefined : error(40001, 'invalid secret')
  }

  protected override route(call: PlatformCall): PlatformAnswer | undefined {
    switch (call.path) {
      case '/cgi-bin/kf/sync_msg':
        return this.#sync(call)
      case '/cgi-bin/kf/send_msg':
        return this.#hanging(this.#send(call))
      case '/cgi-bin/kf/send_msg_on_event':
        return this.#greet(call)
      case '/cgi-bin/kf/service_state/get':
        return ok({ service_state: this.state(String(call.body.external_userid)) })
      case '/cgi-bin/kf/service_state/trans':
        return this.#trans(call)
      case '/cgi-bin/message/send':
        return ok()
      default:
        return undefined
    }
  }

  #hanging(answered: PlatformAnswer): PlatformAnswer {
    if (this.hangs <= 0) return answered
    this.hangs -= 1
    this.patience.runsOut()
    return 'hang'
  }

  /** Every second page is empty, though more follow. */
  #sync({ body }: PlatformCall): PlatformAnswer {
    const token = this.#tokens.get(String(body.token))
    const old = token === undefined || token < this.clock.now().getTime()
    if (body.token !== undefined && old) return error(95007, 'invalid msg token')
    if (body.open_kfid !== WECOM.kfid) return error(95000, 'invalid open_kfid')
    const [at = '0', empty] = String(body.cursor || '0').split('e')
    const from = Number(at)
    const rest = this.#items.length - from
    if (rest > 0 && empty === undefined) return page(`${from}e`, 1, [])
    const items = this.#items.slice(from, from + this.pageSize)
    return page(String(from + items.length), rest > items.length ? 1 : 0, items)
  }

  #send({ body }: PlatformCall): PlatformAnswer {
    const userid = String(body.touser)
    const msgid = String(body.msgid)
    if (!this.knows(userid)) return error(40096, 'invalid external_userid')
    if (!/^[0-9a-zA-Z_-]{1,32}$/.test(msgid)) return error(40058, 'invalid msgid')
    if (this.#msgids.has(msgid)) return error(95033, 'msgid repeated')
    const shown = this.#shown(body)
    if (!shown) return error(40058, 'invalid content')
    if (this.state(userid) > 1) return error(95018, 'send msg session status invalid')
    const refused = refusedByWindow(this.phone(userid), this.clock, undefined)
    if (refused) return refused === 'full' ? error(95001, 'api freq out of limit') : error(95002, 'out of time limit')
    this.#msgids.add(msgid)
    if (shown.text !== undefined) this.phone(userid).texts.push(shown.text)
    if (shown.file) this.phone(userid).files.push(shown.file)
    this.phone(userid).menu.push(...(shown.items ?? []))
    return ok({ msgid })
  }

  /** What the phone would show of it; undefined: it is none. */
  #shown({ msgtype, ...body }: PlatformCall['body']): Shown | undefined {
    if (msgtype === 'msgmenu') {
      const { list, ...words } = body.msgmenu as { list: { type: string; click: object }[] }
      return list.every(({ type }) => type === 'click')
        ? menuIn({ ...words, list: list.map(({ click }) => click) })
        : undefined
    }
    if (msgtype === 'image' || msgtype === 'file') {
      const file = this.uploaded(msgtype, (body[msgtype] as { media_id?: unknown } | undefined)?.media_id)
      return file && { file: file.content }
    }
    const text = (body.text as { content?: string } | undefined)?.content ?? ''
    return msgtype === 'text' && text !== '' && Buffer.byteLength(text) <= 2048 ? { text } : undefined
  }

  #greet({ body }: PlatformCall): PlatformAnswer {
    const code = this.#codes.get(String(body.code))
    if (!code || code.until < this.clock.now().getTime()) return error(95019, 'invalid code')
    this.#codes.delete(String(body.code))
    this.phone(code.userid).texts.push((body.text as { content: string }).content)
    return ok({ msgid: body.msgid })
  }

  #trans({ body }: PlatformCall): PlatformAnswer {
    const userid = String(body.external_userid)
    const to = body.service_state as State
    if (!FOLLOWS[this.state(userid)].includes(to)) return error(95016, 'session status change not allowed')
    if (to === 3 && !this.onDuty.has(String(body.servicer_userid))) return error(95014, 'the servicer is not on duty')
    this.setState(userid, to)
    return ok({ msg_code: 'm' })
  }
}

const page = (next_cursor: string, has_more: 0 | 1, msg_list: Item[]): PlatformAnswer =>
  ok({ next_cursor, has_more, msg_list })
