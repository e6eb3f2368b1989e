import { type Router as ExpressRouter, Router } from 'express'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { ErrorCode } from '../../bot/errors.ts'
import type { Store } from '../../bot/ports.ts'
import { fileRoutes } from '../../desk/fileAddress.ts'
import type { DeskPorts } from '../../desk/ports.ts'
import { deskRoutes } from '../../desk/routes.ts'
import { deskSchemas } from '../../desk/schemas.ts'
import { createApp } from '../../http/app.ts'
import { type BotpressPorts, botpressRoutes } from '../../http/botpress/routes.ts'
import type { DocumentedCall } from '../../http/calls.ts'
import { channelRoutes } from '../../http/channels.ts'
import type { DirectLinePorts } from '../../http/directline/ports.ts'
import { directLineRoutes } from '../../http/directline/routes.ts'
import { openStream } from '../../http/events.ts'
import { type FileLinkPorts, fileLinkRoutes } from '../../http/fileLinks.ts'
import { codesOf, documentedCalls, openapiOf } from '../../http/openapi.ts'
import { operationsRoutes } from '../../http/operations.ts'
import { ownerRoutes } from '../../http/owner.ts'
import type { OwnerPorts } from '../../http/ownerPorts.ts'
import { statusOf } from '../../http/problem.ts'
import { type RepairPort, repairRoutes } from '../../http/repair.ts'
import { hashToken } from '../../wire/ids.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { saidIntoTheVoid } from '../desk/undelivered.ts'
import { newIncident, newOrder } from '../store/orders.ts'
import { call, newOwner, nextMessageId, type TestOwner } from './client.ts'

const CALLS = documentedCalls(deskSchemas)
/** Platforms' calls are there while their channel is on; they and signed addresses have tests of their own. */
const OURS = CALLS.filter(({ tag, path }) => tag !== 'channels' && path !== '/files/{id}')
const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`
const DOCUMENT = openapiOf(deskSchemas)

describe('every route is documented, and nothing else is', () => {
  // Never called: the routes alone are looked at.
  const ownerPorts = { limits: { conversationsPerMinute: 1, messagesPerMinute: 1 } } as unknown as OwnerPorts
  const deskPorts = { limits: { failedLogins: 1 } } as unknown as DeskPorts
  const channels = Router()
  const webhooks = ['wechat', 'wecom'].map((name) => ({ path: `/channels/${name}`, handle: () => Promise.reject() }))
  channels.use(channelRoutes(webhooks), directLineRoutes(ownerPorts as unknown as DirectLinePorts))
  channels.use(botpressRoutes(ownerPorts as unknown as BotpressPorts), fileLinkRoutes({} as FileLinkPorts))
  const operations = operationsRoutes({
    notReady: async () => undefined,
    degraded: () => undefined,
    metrics: new Registry(),
    openapi: DOCUMENT,
  })
  const routers: [mount: string, router: ExpressRouter][] = [
    ['', ownerRoutes(ownerPorts)],
    ['/api/desk', deskRoutes(deskPorts, openStream)],
    ['', repairRoutes({ jobs: ownerPorts as unknown as RepairPort, counts: ownerPorts.counts })],
    ['', fileRoutes({} as Parameters<typeof fileRoutes>[0])],
    ['', channels],
    ['', operations],
  ]

  test('route by route', () => {
    const there = routers.flatMap(([mount, router]) => routesOf(router, mount))
    expect(there.sort()).toEqual(CALLS.map(nameOf).sort())
  })

  test('the app has no other routers, and its own routes serve pages alone', () => {
    const app = createApp({
      owner: ownerPorts,
      desk: Router(),
      repair: Router(),
      files: Router(),
      operations,
      channels: Router(),
      pages: 'none',
      words: () => undefined,
      secure: false,
      widgetOrigins: [],
    })
    const layers = app.router.stack
    expect(layers.filter(({ handle }) => 'stack' in handle)).toHaveLength(routers.length)
    const own = layers.flatMap(({ route }) => (route ? [route.path] : []))
    expect(own.flat()).toEqual(['/', '/widget.js', '/desk', '/desk/*path', '/r'])
  })
})

/** `GET /path/{id}` of every route, those of routers within it too. */
function routesOf(router: ExpressRouter, mount: string): string[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (!route) return 'stack' in handle ? routesOf(handle as ExpressRouter, mount) : []
    const { methods } = route as unknown as { methods: Record<string, boolean> }
    const path = mount + String(route.path).replace(/:(\w+)/g, '{$1}')
    return Object.keys(methods).map((method) => nameOf({ method, path }))
  })
}

const CODE = 'HJKMNPQR'
const NEW_USER = { name: '赵强', password: 'a kettle, two violins', role: 'staff' }
const LATER = '2099-01-01T00:00:00.000Z'
const NEW_ENTRY = { topic: 'lift', scope: { building: '6' }, state: '停用' }

const TAKEN = {
  suggest: { community: 'demo', text: '楼道灯不亮' },
  take: { community: 'demo', channel: 'phone', text: '楼道灯不亮', kind: 'work_order' },
}

const NEW_HOTLINE = { community: 'demo', receivedAt: '2026-11-25T01:00:00Z', workingDays: 5, wanted: '问通气' }

/** A home with a bill, and a code for it. */
async function newHome(store: Store): Promise<string> {
  const file = { name: 'homes.csv', hash: '', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  const bills = [{ item: '物业费', period: '2026-01', amountFen: 100, paidFen: 0 }]
  await store.homes.import('demo', [{ building: '3', room: '501', phones: ['13800138000'], bills }], file)
  const [home] = (await store.homes.list({})).homes
  if (!home) throw new Error('no home was imported')
  const code = { codeHash: hashToken(CODE), madeBy: '', expiresAt: '2099-01-01T00:00:00.000Z' }
  await store.homes.addCode({ homeId: home.id, ...code })
  return home.id
}

/** A work order that somebody else has ended, so that it is to be asked about. */
async function newVisit(store: Store, conversationId: string): Promise<string> {
  const number = await newOrder(store, conversationId, { intent: 'light.public', slots: { contact: '13800138000' } })
  for (const state of ['accepted', 'done'] as const)
    await store.workOrders.move(number, { state, by: '别人' }, () => ({ text: state }))
  const of = [{ community: 'demo', endedBy: '2099-01-01T00:00:00.000Z' }]
  return (await store.visits.list({ list: 'due', of })).visits[0]?.id ?? ''
}

/** A photo that was sent with a message. */
async function newPhoto(store: Store, conversationId: string): Promise<string> {
  const file = { name: 'a.png', type: 'image/png', content: Buffer.from('png') }
  const added = await store.attachments.add(conversationId, file)
  if (added.kind === 'full') throw new Error('the photo was not taken')
  await store.conversations.accept(conversationId, { clientMessageId: 'photo', text: '看图', attachments: [added.id] })
  return added.id
}

async function newUndelivered(store: Store): Promise<string> {
  await saidIntoTheVoid(store, '您好')
  const first = async () => (await store.deliveries.list({})).deliveries[0]?.id ?? Promise.reject('not given up yet')
  return String(await vi.waitFor(first, { timeout: 10_000 }))
}

describe('the running product does what is documented', () => {
  let desk: TestDesk
  let clerk: TestClerk
  let junior: TestClerk
  let leaver: TestClerk
  let guest: TestClerk
  let owner: TestOwner
  let ticketId: string
  let homeId: string
  let entryId: string
  let orderNumber: string
  let incidentId: string
  let attachmentId: string
  let deliveryId: string
  let cannedId: string
  let alertId: string
  let visitId: string
  let hotlineId: string
  let jobSecret: string
  let jobLink: string
  let callbackId: string
  let handoverId: string

  beforeAll(async () => {
    desk = await openDesk()
    clerk = await desk.clerk('王芳', 'admin')
    junior = await desk.clerk('李娜', 'staff')
    leaver = await desk.clerk('要走的人', 'staff')
    guest = await desk.clerk('别处登录的人', 'staff')
    const handed = await desk.handedOver()
    owner = handed.owner
    ticketId = handed.ticket.id
    homeId = await newHome(desk.store)
    orderNumber = await newOrder(desk.store, owner.id)
    incidentId = await newIncident(desk.store)
    attachmentId = await newPhoto(desk.store, owner.id)
    visitId = await newVisit(desk.store, owner.id)
    noticeId = (await clerk.post<{ id: string }>('/notices', { text: '水箱在清洗。' })).body.id
    await (await newOwner(desk.url)).says('物业费怎么交')
    const today = desk.clock.now().toISOString().slice(0, 10)
    const drawn = await clerk.get<{ samples: { id: string }[] }>(`/samples?week=${today}`)
    sampleId = drawn.body.samples[0]?.id ?? ''
    cannedId = (await clerk.post<{ id: string }>('/canned', { shortcut: '再见', text: '慢走' })).body.id
    const many = { community: 'demo', kind: 'homes', matter: 'fee.pay', day: '2026-01-01', homes: 3 } as const
    alertId = (await desk.store.alerts.raise(many))?.id ?? ''
    const call = await clerk.post<{ id: string }>(`/tickets/${ticketId}/callbacks`, { dueAt: LATER })
    callbackId = call.body.id
    // Written by a colleague, since nobody signs for themselves.
    handoverId = (await junior.post<{ id: string }>('/handovers', { community: 'demo' })).body.id
    await newJob()
    const sent = { repairer: '刘师傅' }
    jobLink = (await clerk.post<{ id: string }>(`/work-orders/${orderNumber}/dispatch`, sent)).body.id
    deliveryId = await newUndelivered(desk.store)
    entryId = (await clerk.post<{ id: string }>('/status-board', NEW_ENTRY)).body.id
    hotlineId = (await clerk.post<{ id: string }>('/hotline', { ...NEW_HOTLINE, number: 'N0' })).body.id
  })

  afterAll(() => desk.stop())

  /** A work order with a picture of its own, on a repairer's phone. */
  async function newJob(): Promise<void> {
    const file = { id: attachmentId, name: 'a.png', type: 'image/png', size: 3 }
    const number = await newOrder(desk.store, owner.id, { intent: 'light.public', slots: {}, attachments: [file] })
    const { body } = await clerk.post<{ path: string }>(`/work-orders/${number}/dispatch`, { repairer: '刘师傅' })
    jobSecret = body.path.replace('/r/#', '')
    await call(`${desk.url}/api/repair/step`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jobSecret}` },
      body: { step: 'accept' },
    })
  }

  /** The call with what lets one in; `changes` spoil it. */
  const make = (one: DocumentedCall, changes: { id?: string; body?: unknown; raw?: string; headers?: object } = {}) => {
    const own = ownId(one)
    const token = one.tag === 'repairer' ? jobSecret : owner.token
    const access = one.access === 'token' ? { authorization: `Bearer ${token}` } : {}
    const session = one.access === 'session' ? { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf } : {}
    const { id = own, headers = {}, ...sent } = changes
    const path = one.path.replace('{id}', id).replace('{aid}', attachmentId)
    return call<Record<string, unknown>>(desk.url + path, {
      method: one.method.toUpperCase(),
      ...sent,
      headers: { ...access, ...session, ...headers },
    })
  }

  let sampleId = 'none'
  let noticeId = 'none'
  let draftId = 'none'
  let revisionId = 'none'
  const knowledgeId = (path: string): string => {
    if (path.includes('/communities/')) return 'demo'
    return path.includes('/drafts/') ? draftId : path.includes('/revisions/') ? revisionId : 'fee.pay'
  }
  /** Of a compound alone, so that nothing is trained. */
  const NEW_DRAFT = { intent: 'fee.pay', community: 'demo', fields: { answer: { zh: '扫码交。', en: 'Scan.' } } }
  function goodLearning({ method, path }: DocumentedCall): unknown {
    if (path.includes('/samples/')) return { verdict: 'right' }
    if (path.includes('/notices/')) return { revision: 1, closed: true }
    if (path.endsWith('/notices')) return method === 'post' ? { text: '水箱在清洗。' } : undefined
    if (path.endsWith('/launch')) return method === 'post' ? { mode: 'all' } : undefined
    if (path.endsWith('/try')) return { text: '怎么交钱' }
    if (path.endsWith('/examples')) return { texts: ['物业费搁哪儿付'] }
    if (path.endsWith('/settings/rollback')) return { revision: revisionId }
    if (path.endsWith('/settings')) return method === 'patch' ? { quietHours: '21:00-08:00' } : undefined
    if (path.endsWith('/drafts')) return NEW_DRAFT
    return method === 'patch' ? { version: 1, note: '改一下' } : method === 'post' ? {} : undefined
  }
  /** A draft, or something that is published, for the calls that end one. */
  async function anewLearning(one: DocumentedCall): Promise<void> {
    if (one.path.endsWith('/settings/rollback')) {
      const { body } = await make({ ...one, path: '/api/desk/communities/demo/settings', method: 'get' })
      revisionId =
        (body.revisions as { id: string; state: string }[]).find(({ state }) => state === 'published')?.id ?? ''
      return
    }
    draftId = (await clerk.post<{ id: string }>('/knowledge/drafts', NEW_DRAFT)).body.id
    if (!one.path.includes('/revisions/')) return
    await clerk.post(`/knowledge/drafts/${draftId}/publish`, {})
    revisionId = draftId
  }

  const ownId = ({ path, tag }: DocumentedCall): string => {
    if (path.startsWith('/api/communities')) return 'demo'
    if (/^\/api\/desk\/(communities|knowledge)/.test(path)) return knowledgeId(path)
    if (path.startsWith('/api/desk/samples')) return sampleId
    if (path.startsWith('/api/desk/notices')) return noticeId
    if (path.startsWith('/api/desk/homes')) return homeId
    if (path.startsWith('/api/desk/work-orders')) return orderNumber
    if (path.startsWith('/api/desk/incidents')) return incidentId
    if (/^\/api\/(desk\/attachments|repair)/.test(path)) return attachmentId
    if (path.startsWith('/api/desk/deliveries')) return deliveryId
    if (path.startsWith('/api/desk/status-board')) return entryId
    if (path.startsWith('/api/desk/canned')) return cannedId
    if (path.startsWith('/api/desk/alerts')) return alertId
    if (path.startsWith('/api/desk/callbacks')) return callbackId
    if (path.startsWith('/api/desk/handovers')) return handoverId
    if (path.startsWith('/api/desk/visits')) return visitId
    if (path.startsWith('/api/desk/hotline')) return hotlineId
    if (path.startsWith('/api/desk/teams')) return clerk.member.id
    if (path.startsWith('/api/desk/users')) return leaver.member.id
    if (path.startsWith('/api/desk/sessions')) return hashToken(guest.cookie.replace('qiao=', ''))
    return tag === 'owner' ? owner.id : ticketId
  }

  const anonymous = { authorization: '', cookie: '', 'x-csrf-token': '' }
  /** How each of the codes that need nothing special comes about. */
  const PROBES: Partial<Record<ErrorCode, (one: DocumentedCall) => ReturnType<typeof make>>> = {
    bad_json: (one) => make(one, { raw: '{' }),
    too_large: (one) => make(one, { raw: ' '.repeat(65 * 1024) }),
    bad_request: (one) =>
      one.query
        ? make({ ...one, path: `${one.path}?limit=x&page=x&dryRun=x&open=x&all=x` })
        : make(one, { body: { 'no such field': true } }),
    unauthorized: (one) =>
      one.access === 'everybody'
        ? make(one, {
            body: {
              name: '没有这个人',
              password: 'wrong horse battery',
              ...(one.path.endsWith('setup') ? { token: 'x' } : {}),
            },
          })
        : make(one, { headers: anonymous }),
    csrf: (one) => make(one, { body: {}, headers: { 'x-csrf-token': 'x', origin: 'https://elsewhere.example' } }),
    forbidden: (one) =>
      make(one, {
        ...(one.method === 'get' ? {} : { body: {} }),
        headers: { cookie: junior.cookie, 'x-csrf-token': junior.csrf },
      }),
    not_found: (one) =>
      one.path.includes('{id}')
        ? make(one, { id: 'no-such', body: good(one) })
        : one.method === 'get'
          ? make({ ...one, path: `${one.path}?community=no-such` })
          : make(one, { body: { ...(good(one) as object), community: 'no-such' } }),
  }
  /** Each has a test of its own elsewhere. */
  const ELSEWHERE: ErrorCode[] = [
    'too_slow',
    'wrong_code',
    'promise',
    'conflict',
    'too_many',
    'unavailable',
    'busy',
    'empty_text',
    'text_too_long',
    'bad_input',
    'full',
    'not_same_owner',
    'same_person',
    'knowledge_wrong',
    'knowledge_fell',
    'second_factor',
    'taken',
    'launch_blocked',
    'link_over',
  ]

  /** Another number each time: one is taken down once. */
  let hotlines = 0
  function goodHotline({ path, method }: DocumentedCall): unknown {
    if (path.endsWith('/answer')) return { text: '已经登记，正在核实。' }
    if (method === 'patch') return { wanted: '问通气' }
    return method === 'post' ? { ...NEW_HOTLINE, number: `N${++hotlines}` } : undefined
  }

  function good(one: DocumentedCall): unknown {
    if (one.path.endsWith('/messages') && one.method === 'post')
      return { clientMessageId: nextMessageId(), text: '您好' }
    if (one.path === '/api/repair/step') return { step: 'arrived' }
    if (one.path.endsWith('/dispatch')) return one.method === 'post' ? { repairer: '刘师傅' } : undefined
    if (one.path.endsWith('/callbacks')) return one.method === 'post' ? { dueAt: LATER } : undefined
    if (one.path.endsWith('/handovers')) return one.method === 'post' ? { community: 'demo' } : undefined
    if (one.path.endsWith('/urgings')) return { party: '燃气公司', how: 'phone' }
    if (one.path.endsWith('/recall')) return { link: jobLink }
    if (one.path.endsWith('/transfer')) return { team: 'repair' }
    if (one.path.endsWith('/merge')) return { with: 'no-such' }
    if (/\/desk\/(communities|knowledge|samples|notices)/.test(one.path)) return goodLearning(one)
    if (one.path.endsWith('/teams/{id}')) return { teams: ['service'] }
    if (one.path.endsWith('/canned')) return one.method === 'post' ? { shortcut: '您好', text: '您好' } : undefined
    if (one.path.endsWith('/canned/{id}')) return one.method === 'patch' ? { text: '慢走' } : undefined
    if (one.path.includes('/desk/intake')) return TAKEN[one.path.endsWith('/suggest') ? 'suggest' : 'take']
    if (one.path.endsWith('/notes')) return { text: '记一笔' }
    if (one.path.includes('/hotline')) return goodHotline(one)
    if (one.path.endsWith('/homes/{id}/reveal')) return { field: 'owner' }
    if (one.path.endsWith('/visits/{id}/result')) return { result: 'solved' }
    if (one.path.endsWith('/visits/{id}/reveal')) return { field: 'contact' }
    if (one.path.endsWith('/work-orders/{id}/reveal')) return { conversationId: owner.id }
    if (one.path.endsWith('/reveal')) return { field: 'message', seq: 1 }
    if (one.path.endsWith('/status-board')) return one.method === 'post' ? NEW_ENTRY : undefined
    if (one.path.endsWith('/steps')) return { text: '刚催过' }
    if (one.path.endsWith('/users')) return one.method === 'post' ? NEW_USER : undefined
    if (one.path.endsWith('/users/{id}')) return { role: 'manager' }
    if (one.method === 'patch') return { revision: 1, state: '在修' }
    if (one.path.endsWith('/move')) return { state: 'accepted' }
    if (one.path.endsWith('/answer')) return { text: '正在检查。' }
    if (one.path.endsWith('/rating')) return { score: 5 }
    if (one.path.endsWith('/verify')) return { code: CODE }
    return one.method === 'post' ? {} : undefined
  }

  test.each(OURS.map((one) => [nameOf(one), one] as const))('%s fails as documented', async (_name, one) => {
    for (const code of codesOf(one)) {
      const probe = PROBES[code]
      if (!probe) expect(ELSEWHERE).toContain(code)
      const answer = await probe?.(one)
      if (answer) expect({ code: answer.body?.code, status: answer.status }).toEqual({ code, status: statusOf(code) })
    }
  })

  test.each(OURS.map((one) => [nameOf(one), one] as const))('%s by another method is not there', async (_name, one) => {
    const methods = OURS.filter(({ path }) => path === one.path).map(({ method }) => method)
    // Without a session, the desk tells nobody what is there.
    const access = one.tag === 'desk' ? 'session' : one.access
    const others = ['put', 'patch', 'delete', 'post'].filter((method) => !methods.includes(method as 'get'))
    for (const method of others) {
      const answer = await make({ ...one, method: method as 'get', access })
      expect(answer.status).toBe(404)
    }
  })

  const STREAMS = OURS.filter(({ answers }) => Object.values(answers).includes('text/event-stream'))
  /** In an order in which each can be done. */
  const LAST = ['/close', '/release', '/return-to-bot', '/resolve', '/logout']
  const orderOf = ({ path }: DocumentedCall): number => LAST.findIndex((end) => path.endsWith(end))
  /** Need a password or an authenticator; tried in the tests of the door. */
  const SIGN_IN = ['login', 'setup', 'password', 'totp/confirm', 'totp/off', 'oidc/start', 'oidc/callback'].map(
    (path) => `/api/desk/${path}`,
  )
  /** Take no JSON; tried with the homes and with the attachments. */
  const UPLOADS = [
    '/api/desk/imports',
    '/api/conversations/{id}/attachments',
    '/api/desk/tickets/{id}/attachments',
    '/api/repair/photos',
  ]
  /** Needs two tickets of one owner; tried with what passes tickets on. */
  const MERGE = '/api/desk/tickets/{id}/merge'
  const INORDER = OURS.filter(
    (one) => !STREAMS.includes(one) && ![...SIGN_IN, ...UPLOADS, MERGE].includes(one.path),
  ).sort((a, b) => orderOf(a) - orderOf(b))

  test('every call answers what its schema says, to the field', async () => {
    for (const one of INORDER) {
      // What the one before has ended is taken up again.
      if (one.path.startsWith('/api/desk/tickets/{id}')) await anew(one)
      if (/\/(drafts\/\{id\}|rollback)/.test(one.path)) await anewLearning(one)
      const answer = await make(one, { body: good(one) })
      expect({ call: nameOf(one), status: answer.status }).toEqual({
        call: nameOf(one),
        status: Number(Object.keys(one.answers)[0]),
      })
      const schema = one.answers[answer.status]
      if (schema instanceof z.ZodType) schema.parse(answer.body)
      else if (schema === 'empty') expect(answer.text).toBe('')
      else if (schema === 'application/octet-stream') expect(answer.headers.get('content-type')).toBe('image/png')
      else expect(answer.headers.get('content-type')).toMatch(String(schema))
    }
  })

  /** A ticket that this clerk holds, unless it is to be claimed. */
  async function anew(one: DocumentedCall): Promise<void> {
    ticketId = (await desk.handedOver()).ticket.id
    if (!one.path.endsWith('/claim')) await clerk.post(`/tickets/${ticketId}/claim`)
  }

  test('answers of every kind fit the schema of a message', async () => {
    const schema = CALLS.find((one) => nameOf(one) === 'POST /api/conversations/{id}/messages')
      ?.answers[200] as z.ZodType
    for (const text of [
      '家里有煤气味',
      '燃气通了吗',
      '物业费怎么交',
      '三栋电梯坏了',
      '水管漏水要报修',
      '转人工',
      'asdf',
      '你们是骗子',
    ])
      schema.parse((await (await newOwner(desk.url)).says(text)).body)
  })

  test('the document is served, and is what it was made from', async () => {
    const served = await call<typeof DOCUMENT>(`${desk.url}/openapi.json`)
    expect(served.body).toEqual(JSON.parse(JSON.stringify(DOCUMENT)))
    expect(served.body.openapi).toBe('3.1.0')
    const operations = Object.entries(served.body.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => nameOf({ method, path })),
    )
    expect(operations.sort()).toEqual(CALLS.map(nameOf).sort())
    for (const reference of served.text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(served.body.components?.schemas).toHaveProperty(reference[1] ?? '')
  })

  test('the page names every call and code, with no script and no style', async () => {
    const page = await call(`${desk.url}/docs`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.text).not.toMatch(/<script|<style|style=|onclick/i)
    for (const one of CALLS) {
      expect(page.text).toContain(`<code>${nameOf(one)}</code>`)
      for (const code of codesOf(one)) expect(page.text).toContain(code)
    }
  })
})
