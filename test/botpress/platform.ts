import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer as readAll } from 'node:stream/consumers'
import { Patience } from '../channels/loopback.ts'
import { FakeFiles } from './platformFiles.ts'
import { type Checked, SHAPES } from './shapes.ts'

/**
 * Botpress on loopback: its API, its webhooks, and the calls that it makes to an integration called `qiao` and to a
 * bot. It calls as Botpress does, and misbehaves when it is told to.
 */

interface Conversation {
  id: string
  integration: string
  channel: string
  tags: Record<string, string>
}
interface Message {
  id: string
  conversationId: string
  userId: string
  type: string
  payload: Record<string, unknown>
  tags: Record<string, string>
  /** Of the bot, to whoever is on the other side of the channel. */
  outgoing: boolean
}
interface User {
  id: string
  name?: string
  tags: Record<string, string>
}

export interface PlatformOptions {
  secret: string
  /** Where integration and bot listen; known once they do. */
  integration(): string
  bot(): string
}

const BOT = 'bot_1'
const WEBHOOK = 'wh_1'
const byTags = <T extends { tags: Record<string, string> }>(all: T[], tags: Record<string, string>, names: string[]) =>
  all.find((one) => names.every((name) => one.tags[name] === tags[name]))

export class FakeBotpress {
  readonly conversations: Conversation[] = []
  readonly messages: Message[] = []
  readonly users: User[] = [{ id: BOT, name: 'bot', tags: {} }]
  readonly events: { type: string; payload: Record<string, unknown> }[] = []
  /** What was sent to it that it does not take. */
  readonly wrong: string[] = []
  /** Every delivery comes so often. */
  times = 1
  /** So many of its next answers are 502. */
  failures = 0
  /** Whoever calls its webhooks gets no answer but this. */
  webhookStatus: number | undefined
  /** An action that fails. */
  refuses: string | undefined
  /** So many of the next calls of its webhooks are taken, and never answered. */
  hangs = 0
  readonly patience = new Patience()
  readonly #files = new FakeFiles()
  readonly #options: PlatformOptions
  readonly #states = new Map<string, object>()
  readonly #pending = new Set<Promise<unknown>>()
  #server: Server | undefined
  #ids = 0
  url = ''

  constructor(options: PlatformOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    this.#server = createServer(async (request, response) => {
      const sent = await readAll(request)
      const file = this.#files.content(request.method ?? '', request.url ?? '', sent)
      if (file) return void response.writeHead(file.status, { 'content-type': file.type ?? '' }).end(file.content)
      const answer = await this.#answer(request.method ?? '', request.url ?? '', request.headers, sent.toString())
      if (answer === 'hang') return
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body ?? {}))
    })
    await new Promise<void>((done) => void this.#server?.listen(0, '127.0.0.1', done))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((done) => this.#server?.close(done))
  }

  /** Nothing that it delivers is under way any more. */
  async settled(): Promise<void> {
    while (this.#pending.size) await Promise.all(this.#pending)
  }

  /** An owner on some channel of the bot. */
  owner(name = '陈先生'): { conversation: Conversation; user: User } {
    const user = this.#add(this.users, { id: this.#id('user'), name, tags: {} })
    const conversation = { id: this.#id('conv'), integration: 'webchat', channel: 'channel', tags: {} }
    return { user, conversation: this.#add(this.conversations, conversation) }
  }

  /** The owner writes; the bot is told. */
  writes(conversation: Conversation, user: User, type: string, payload: Record<string, unknown>): Message {
    const message = { id: this.#id('msg'), conversationId: conversation.id, userId: user.id, type, payload, tags: {} }
    return this.#add(this.messages, { ...message, outgoing: false })
  }

  /** Tells the bot of it, as often as it likes. */
  tell(message: Message): Promise<void> {
    return this.#track(this.#tellBot(message))
  }

  /** An action of the integration, as another bot calls it; the status and what came back. */
  action(
    type: string,
    input: unknown,
    configuration?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    return this.#callIntegration('action_triggered', { type, input }, configuration)
  }

  /** A message of another bot's owner in the conversation with people. */
  toPeople(
    conversationId: string,
    userId: string,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<{ status: number; body: Record<string, unknown>; id: string }> {
    const message = this.#add(this.messages, {
      id: this.#id('msg'),
      conversationId,
      userId,
      type,
      payload,
      tags: {},
      outgoing: true,
    })
    return this.#tellIntegration(message).then((answer) => ({ ...answer, id: message.id }))
  }

  /** Written there, and not brought to anybody yet. */
  drafts(conversationId: string, userId: string, text: string): Message {
    const message = { id: this.#id('msg'), conversationId, userId, type: 'text', payload: { text }, tags: {} }
    return this.#add(this.messages, { ...message, outgoing: true })
  }

  bring(message: Message): Promise<unknown> {
    return this.#tellIntegration(message)
  }

  /** The owner's conversation that the bot has noted behind one with people. */
  upstreamOf(downstream: string): string | undefined {
    const state = [...this.#states].find(([key]) => key.includes(`/${downstream}/link`))?.[1]
    return (state as { upstream?: string } | undefined)?.upstream
  }

  seenBy(conversation: Conversation): Message[] {
    return this.messages.filter(({ conversationId, userId }) => conversationId === conversation.id && userId === BOT)
  }

  async #answer(method: string, url: string, headers: Record<string, unknown>, body: string) {
    const { pathname, searchParams } = new URL(url, 'http://botpress')
    const webhook = /^\/webhook\/([\w-]+)$/.exec(pathname)?.[1]
    if (webhook) return this.#webhook(webhook, headers as Record<string, string>, body)
    if (this.failures > 0) {
      this.failures -= 1
      return { status: 502, body: { code: 502, type: 'Internal', message: 'bad gateway', id: 'x' } }
    }
    const found = this.#api(method, pathname, searchParams, body ? (JSON.parse(body) as never) : ({} as never), headers)
    const answered = await found
    if (answered) return { status: 200, body: answered }
    if (found) return { status: 400, body: { code: 400, type: 'Runtime', message: 'refused', id: 'x' } }
    this.wrong.push(`${method} ${pathname}`)
    return { status: 404, body: { code: 404, type: 'ResourceNotFound', message: 'no such call', id: 'x' } }
  }

  #api(
    method: string,
    path: string,
    query: URLSearchParams,
    body: never,
    headers: Record<string, unknown>,
  ): object | Promise<object | undefined> | undefined {
    if (method === 'PUT' && path === '/v1/files') return this.#files.upsert(body, this.url)
    const [, , , kind = '', ...rest] = path.split('/')
    const call = `${method} ${kind}${rest.at(-1) === 'get-or-create' ? '/get-or-create' : rest.at(-1) === 'get-or-set' ? '/get-or-set' : rest.length ? '/:id' : ''}`
    const id = rest[0] ?? ''
    switch (call) {
      case 'POST conversations/get-or-create':
        return this.#conversation(this.#checked('getOrCreateConversation', body))
      case 'GET conversations/:id':
        return { conversation: this.conversations.find((one) => one.id === id) }
      case 'PUT conversations/:id': {
        const conversation = this.conversations.find((one) => one.id === id)
        Object.assign(conversation?.tags ?? {}, this.#checked('updateConversation', body).tags)
        return { conversation }
      }
      case 'POST users/get-or-create': {
        const { tags, name, discriminateByTags } = this.#checked('getOrCreateUser', body)
        const user = byTags(this.users, tags, discriminateByTags)
        return { user: user ?? this.#add(this.users, { id: this.#id('user'), ...(name && { name }), tags }) }
      }
      case 'POST users': {
        const { tags, name } = this.#checked('createUser', body)
        return { user: this.#add(this.users, { id: this.#id('user'), ...(name && { name }), tags }) }
      }
      case 'GET users/:id':
        return { user: this.users.find((one) => one.id === id) }
      case 'POST events': {
        const event = this.#checked('createEvent', body)
        this.events.push(event)
        void this.#track(this.#callBot(`qiao:${event.type}`, { ...event, type: `qiao:${event.type}` }))
        return { event: { id: this.#id('evt'), ...event } }
      }
      case 'POST messages/get-or-create':
        return this.#message(this.#checked('getOrCreateMessage', body), headers['x-integration-id'] !== undefined)
      case 'PUT messages/:id': {
        const message = this.messages.find((one) => one.id === id)
        Object.assign(message?.tags ?? {}, this.#checked('updateMessage', body).tags)
        return { message }
      }
      case 'GET messages': {
        const all = this.messages.filter(({ conversationId }) => conversationId === query.get('conversationId'))
        return { messages: all.reverse(), meta: {} }
      }
      case 'POST states/get-or-set': {
        const { payload } = this.#checked('getOrSetState', body)
        const key = path.replace('/get-or-set', '')
        if (!this.#states.has(key)) this.#states.set(key, payload)
        return { state: { payload: this.#states.get(key) } }
      }
      case 'POST states/:id': {
        const { payload } = this.#checked('setState', body)
        this.#states.set(path, payload)
        return { state: { payload } }
      }
      case 'POST actions':
        return this.#action(this.#checked('callAction', body))
      default:
        return undefined
    }
  }

  async #action({ type, input }: { type: string; input: object }): Promise<object | undefined> {
    if (this.refuses && type.endsWith(this.refuses)) return undefined
    const { body } = await this.#callIntegration('action_triggered', { type: type.replace(/^qiao:/, ''), input })
    return body
  }

  #conversation({
    channel,
    tags,
    discriminateByTags,
  }: {
    channel: string
    tags: Record<string, string>
    discriminateByTags: string[]
  }) {
    const found = byTags(
      this.conversations.filter(({ integration }) => integration === 'qiao'),
      tags,
      discriminateByTags,
    )
    const made = { id: this.#id('conv'), integration: 'qiao', channel, tags: { ...tags } }
    return { conversation: found ?? this.#add(this.conversations, made) }
  }

  #message(
    wanted: Omit<Message, 'id' | 'outgoing'> & { discriminateByTags: string[] },
    byIntegration: boolean,
  ): object {
    const { discriminateByTags, ...given } = wanted
    const there = this.messages.filter(({ conversationId }) => conversationId === given.conversationId)
    const found = byTags(there, given.tags, discriminateByTags)
    if (found) return { message: found }
    const message = this.#add(this.messages, { id: this.#id('msg'), ...given, outgoing: !byIntegration })
    const { integration } = this.#conversationOf(message)
    if (byIntegration) void this.#track(this.#tellBot(message))
    else if (integration === 'qiao') void this.#track(this.#tellIntegration(message))
    return { message }
  }

  #conversationOf({ conversationId }: Message): Conversation {
    const found = this.conversations.find(({ id }) => id === conversationId)
    if (!found) throw new Error(`no conversation ${conversationId}`)
    return found
  }

  #parts(message: Message) {
    const user = this.users.find(({ id }) => id === message.userId) ?? { id: message.userId, tags: {} }
    return { conversation: this.#conversationOf(message), user, message }
  }

  async #tellBot(message: Message): Promise<void> {
    await this.#callBot('message_created', { type: 'message_created', payload: this.#parts(message) })
  }

  async #tellIntegration(message: Message) {
    const { type, payload } = message
    return this.#callIntegration('message_created', { type, payload, ...this.#parts(message) })
  }

  async #callBot(type: string, event: object): Promise<void> {
    const headers = { 'x-bot-id': BOT, 'x-bp-operation': 'event_received', 'x-bp-type': type }
    for (let time = 0; time < this.times; time++)
      await this.#call(this.#options.bot(), headers, { event: { id: this.#id('evt'), ...event } })
  }

  async #callIntegration(operation: string, body: object, configuration?: object) {
    const headers = {
      'x-bot-id': BOT,
      'x-bot-user-id': BOT,
      'x-integration-id': 'int_1',
      'x-integration-alias': 'qiao',
      'x-webhook-id': WEBHOOK,
      'x-bp-operation': operation,
    }
    let answer = { status: 0, body: {} as Record<string, unknown> }
    for (let time = 0; time < this.times; time++)
      answer = await this.#call(this.#options.integration(), headers, body, configuration)
    return answer
  }

  async #call(
    url: string,
    headers: Record<string, string>,
    body: object,
    configuration: object = { secret: this.#options.secret },
  ) {
    const coded = Buffer.from(JSON.stringify(configuration)).toString('base64')
    const sent = { method: 'POST', headers: { ...headers, 'x-bp-configuration': coded }, body: JSON.stringify(body) }
    const response = await fetch(url, sent)
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> }
  }

  async #webhook(id: string, headers: Record<string, string>, body: string) {
    if (this.webhookStatus) return { status: this.webhookStatus }
    if (id !== WEBHOOK) return { status: 404 }
    const req = { body, path: '/', query: '', method: 'POST', headers }
    const { status, body: answered } = await this.#callIntegration('webhook_received', { req })
    if (this.hangs <= 0) return { status, body: answered }
    this.hangs -= 1
    this.patience.runsOut()
    return 'hang' as const
  }

  #checked<Name extends Checked>(name: Name, body: unknown): (typeof SHAPES)[Name]['_output'] {
    const result = SHAPES[name].safeParse(body)
    if (!result.success) this.wrong.push(`${name}: ${result.error.message}`)
    return body as (typeof SHAPES)[Name]['_output']
  }

  async #track<T>(work: Promise<T>): Promise<T> {
    this.#pending.add(work)
    try {
      return await work
    } finally {
      this.#pending.delete(work)
    }
  }

  #add<T>(all: T[], one: T): T {
    all.push(one)
    return one
  }

  #id(kind: string): string {
    this.#ids += 1
    return `${kind}_${this.#ids}`
  }
}
