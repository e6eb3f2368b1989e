import type { TestClock } from '../support/clock.ts'
import { loopback, Patience, type PlatformAnswer, type PlatformCall } from './loopback.ts'
import { newPhone, type Phone } from './windows.ts'

export interface Media {
  content: Buffer
  type: string
}

export const error = (errcode: number, errmsg: string): PlatformAnswer => ({ json: { errcode, errmsg } })
export const ok = (more: object = {}): PlatformAnswer => ({ json: { errcode: 0, errmsg: 'ok', ...more } })

/** What a platform takes of one kind of file. */
export interface MediaLimit {
  types: string[]
  mostBytes: number
}

/** The items of a menu message, of which each has an id; undefined when it is more than a platform takes. */
export function menuIn(menu: unknown): { text: string; items: Phone['menu'] } | undefined {
  const { head_content: head, list, tail_content: tail } = (menu ?? {}) as Record<string, unknown>
  if (typeof head !== 'string' || !head || Buffer.byteLength(head) > 1024 || typeof tail !== 'string') return undefined
  const items = (Array.isArray(list) ? list : []) as Phone['menu']
  const good = items.length > 0 && items.length <= 10 && items.every(({ id, content }) => isItem(id, content))
  const lines = items.map(({ content }) => `[${content}]`)
  return good ? { text: [head, ...lines, tail].join('\n'), items } : undefined
}

const isItem = (id: unknown, content: unknown): boolean =>
  typeof id === 'string' && /^.{1,64}$/.test(id) && typeof content === 'string' && Buffer.byteLength(content) <= 128

/** What a phone would show of a message. */
export interface Shown {
  text?: string
  items?: Phone['menu']
  file?: Buffer
}

const DAY_MS = 24 * 3_600_000
const TOKEN_MS = 7_200_000

/**
 * What WeChat and WeCom have in common, by the test's clock: an access token that ends the one before, files that lie
 * there for three days, phones that show what arrived, and a server that goes away and comes back.
 */
export abstract class Platform {
  protected readonly clock: TestClock
  protected abstract readonly tokenPath: string
  protected abstract readonly limits: Record<string, MediaLimit>
  readonly #phones = new Map<string, Phone>()
  readonly #uploaded = new Map<string, Media & { kind: string; until: number }>()
  #access = { value: '', until: 0 }
  #loopback: Awaited<ReturnType<typeof loopback>> | undefined
  readonly calls: PlatformCall[] = []
  /** What owners sent, by media id. */
  readonly media = new Map<string, Media>()
  readonly patience = new Patience()
  tokensGiven = 0

  constructor(clock: TestClock) {
    this.clock = clock
  }

  async start(): Promise<void> {
    this.#loopback = await loopback((call) => this.#answer(call))
  }
  get url(): string {
    return this.#loopback?.url ?? ''
  }
  down = (): Promise<void> => this.#loopback?.down() ?? Promise.resolve()
  up = (): Promise<void> => this.#loopback?.up() ?? Promise.resolve()
  stop = (): Promise<void> => this.#loopback?.stop() ?? Promise.resolve()

  phone(owner: string): Phone {
    const there = this.#phones.get(owner) ?? newPhone()
    this.#phones.set(owner, there)
    return there
  }
  knows(owner: string): boolean {
    return this.#phones.has(owner)
  }
  seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000)
  }
  /** Somebody else asked for a token. */
  spoilToken(): void {
    this.#access.value = 'of somebody else'
  }

  /** Why whoever asks gets no token. */
  protected abstract stranger(call: PlatformCall): PlatformAnswer | undefined
  /** Undefined: there is no such call. */
  protected abstract route(call: PlatformCall): PlatformAnswer | undefined
  /** What becomes of an answer on its way back. */
  protected onItsWay(_call: PlatformCall, answer: () => PlatformAnswer): PlatformAnswer {
    return answer()
  }

  /** The file that was uploaded as this kind, while the platform has it. */
  protected uploaded(kind: string, mediaId: unknown): Media | undefined {
    const found = this.#uploaded.get(String(mediaId))
    return found && found.kind === kind && found.until > this.clock.now().getTime() ? found : undefined
  }

  #answer(call: PlatformCall): PlatformAnswer {
    this.calls.push(call)
    if (call.path === this.tokenPath) return this.stranger(call) ?? this.#giveToken()
    if (call.query.get('access_token') !== this.#access.value) return error(40014, 'invalid access_token')
    if (this.clock.now().getTime() >= this.#access.until) return error(42001, 'access_token expired')
    return this.onItsWay(call, () => this.#media(call) ?? this.route(call) ?? { status: 404, text: 'no such call' })
  }

  /** A new token ends the old one. */
  #giveToken(): PlatformAnswer {
    this.tokensGiven += 1
    this.#access = { value: `token-${this.tokensGiven}`, until: this.clock.now().getTime() + TOKEN_MS }
    return ok({ access_token: this.#access.value, expires_in: TOKEN_MS / 1000 })
  }

  #media(call: PlatformCall): PlatformAnswer | undefined {
    if (call.path === '/cgi-bin/media/upload') return this.#keep(call)
    if (call.path !== '/cgi-bin/media/get') return undefined
    const found = this.media.get(call.query.get('media_id') ?? '')
    return found ? { file: found.content, type: found.type } : error(40007, 'invalid media_id')
  }

  /** A form with the file in its part `media`; by its name's ending it knows the type. */
  #keep({ query, files }: PlatformCall): PlatformAnswer {
    const kind = query.get('type') ?? ''
    const limit = this.limits[kind]
    if (!limit) return error(40004, 'invalid media type')
    const file = files.media
    if (!file || file.content.length <= 5) return error(41005, 'media data missing')
    if (limit.types.length && !limit.types.includes(file.type)) return error(40005, 'invalid file type')
    if (file.content.length > limit.mostBytes) return error(40006, 'invalid media size')
    const media_id = `up-${this.#uploaded.size + 1}`
    this.#uploaded.set(media_id, { ...file, kind, until: this.clock.now().getTime() + 3 * DAY_MS })
    return { json: { type: kind, media_id, created_at: String(this.seconds()) } }
  }
}
