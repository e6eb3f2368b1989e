import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, call, newOwner, type TestOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

const HOMES = [
  '楼栋,单元,房号,业主,手机,交房日期',
  '3栋,2,501,李雷,13800138000、13900139000,2024-06-30',
  '3栋,2,502,韩梅梅,13700137000,',
]
const BILLS = ['房屋,收费项目,账期,应收,已收', '3-2-501,物业费,2026-01,234.50,0', '3-2-502,物业费,2026-01,99.99,99.99']
const csv = (lines: string[]): string => lines.join('\r\n')

let desk: TestDesk
let manager: TestClerk
let clerk: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  manager = await desk.clerk('经理', 'manager')
  clerk = await desk.clerk('王芳')
})
afterAll(() => desk.stop())

type Imported = {
  dryRun: boolean
  homes: { added: number; changed: number; unchanged: number }
  bills: { added: number; changed: number; unchanged: number }
  errors: { row: number; column: string }[]
  code?: string
}

async function upload(
  who: TestClerk,
  content: string | Blob,
  { query = '', fields = {}, name = 'homes.csv' } = {},
): Promise<Answer<Imported>> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, String(value))
  form.set('file', content instanceof Blob ? content : new Blob([content]), name)
  const { body, contentType } = await encoded(form)
  return call<Imported>(`${desk.url}/api/desk/imports${query}`, {
    raw: body,
    headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'content-type': contentType },
  })
}

async function encoded(form: FormData): Promise<{ body: Uint8Array<ArrayBuffer>; contentType: string }> {
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return { body: new Uint8Array(await request.arrayBuffer()), contentType: request.headers.get('content-type') ?? '' }
}

describe('an import', () => {
  test('in a dry run says what it would do and writes nothing', async () => {
    const { status, body } = await upload(manager, csv(HOMES), { query: '?dryRun=1' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ dryRun: true, rows: 2, errorCount: 0, homes: { added: 2, changed: 0, unchanged: 0 } })
    expect((await manager.get('/homes')).body).toMatchObject({ total: 0 })
  })

  test('writes homes and bills, and twice the same changes nothing', async () => {
    expect((await upload(manager, csv(HOMES))).body).toMatchObject({ homes: { added: 2 } })
    expect((await upload(manager, csv(BILLS), { name: '1月账单.csv' })).body).toMatchObject({
      homes: { added: 0, unchanged: 2 },
      bills: { added: 2 },
    })
    const before = await desk.store.homes.list({})
    desk.clock.forward(60)
    expect((await upload(manager, csv(HOMES))).body).toMatchObject({ homes: { added: 0, changed: 0, unchanged: 2 } })
    expect((await upload(manager, csv(BILLS), { name: '1月账单.csv' })).body.bills).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    })
    expect(await desk.store.homes.list({})).toEqual(before)
    expect(before.homes[0]?.bills[0]?.source).toBe('1月账单.csv')
  })

  test('with an error writes nothing and says where', async () => {
    const file = csv([...HOMES, '3栋,2,,张三,1380013,'])
    const dry = await upload(manager, file, { query: '?dryRun=1' })
    expect(dry.body).toMatchObject({ errorCount: 1, errors: [{ row: 4, column: '房号' }] })
    const { status, body } = await upload(manager, csv([...HOMES, '3栋,2,503,张三,1380013,']))
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'bad_input' })
    expect(body.errors).toMatchObject([{ row: 4, column: '手机' }])
    expect((await manager.get('/homes')).body).toMatchObject({ total: 2 })
  })

  test('takes a mapping, and an as-of of its own', async () => {
    const { body } = await upload(manager, csv(['座,号,欠,哪月', '3栋2单元,501,10,2026-02']), {
      query: '?dryRun=1',
      fields: {
        mapping: JSON.stringify({ building: '座', room: '号', owed: ['欠'], period: '哪月' }),
        asOf: '2026-02-01',
      },
    })
    expect(body).toMatchObject({ errorCount: 0, bills: { added: 1 } })
  })

  test.each([
    ['a clerk', 403, 'forbidden', () => upload(clerk, csv(HOMES))],
    ['no file', 422, 'bad_request', () => upload(manager, '', { name: '' })],
    ['another compound', 422, 'bad_request', () => upload(manager, csv(HOMES), { fields: { community: 'elsewhere' } })],
    ['a broken mapping', 422, 'bad_request', () => upload(manager, csv(HOMES), { fields: { mapping: '{' } })],
    [
      'an unknown field',
      422,
      'bad_request',
      () => upload(manager, csv(HOMES), { fields: { mapping: '{"shoe":"a"}' } }),
    ],
    ['over 10 MiB', 413, 'too_large', () => upload(manager, new Blob([new Uint8Array(10 * 2 ** 20 + 1)]))],
    ['no session', 401, 'unauthorized', () => upload({ ...manager, cookie: '' }, csv(HOMES))],
    ['no CSRF token', 403, 'csrf', () => upload({ ...manager, csrf: 'x' }, csv(HOMES))],
  ])('%s is refused', async (_name, status, code, send) => {
    const answer = await send()
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
  })
})

describe('homes on the desk', () => {
  test.each([
    ['3-2-501', ['501']],
    ['3栋2单元501室', ['501']],
    ['3栋', ['501', '502']],
    ['502', ['502']],
    ['韩梅', ['502']],
    ['13900139000', ['501']],
    ['9999', []],
    ['%', ['501', '502']],
  ])('are found by %s', async (q, rooms) => {
    const { body } = await clerk.get<{ homes: { home: { room: string } }[] }>(`/homes?q=${encodeURIComponent(q)}`)
    expect(body.homes.map(({ home }) => home.room)).toEqual(rooms)
  })

  test('show no whole phone', async () => {
    const { text } = await clerk.get('/homes')
    expect(text).toContain('138****8000')
    expect(text).not.toMatch(/1\d{10}/)
    const [home] = (await desk.store.homes.list({ q: '3-2-501' })).homes
    const one = await clerk.get(`/homes/${home?.id}`)
    expect(one.text).not.toMatch(/1\d{10}/)
    expect(one.body).toMatchObject({ owedFen: 23_450, bills: [{ period: '2026-01' }] })
  })
})

describe('an import of open orders', () => {
  const ORDERS = '工单号,房号,登记时间,状态,报修内容\nWX-1,9-1-901,2026-11-03,处理中,厨房下水慢\n'

  test('is looked through first, written once, and stands at the home', async () => {
    await upload(manager, '房号,业主\n9-1-901,张三\n')
    const query = '?kind=orders'
    const dry = await upload(manager, ORDERS, { query: `${query}&dryRun=1`, name: 'orders.csv' })
    expect(dry.body).toMatchObject({ dryRun: true, rows: 1, orders: { added: 1, changed: 0, unchanged: 0 } })
    expect((await upload(manager, ORDERS, { query, name: 'orders.csv' })).body).toMatchObject({ orders: { added: 1 } })
    const again = await upload(manager, ORDERS, { query, name: 'orders.csv' })
    expect(again.body).toMatchObject({ orders: { added: 0, changed: 0, unchanged: 1 } })
    const { body } = await manager.get<{ homes: { id: string }[] }>('/homes?q=9-1-901')
    const home = await manager.get(`/homes/${body.homes[0]?.id}`)
    expect(home.body).toMatchObject({ orders: [{ number: 'WX-1', state: 'accepted', source: 'orders.csv' }] })
  })

  test('with one error writes nothing and says where', async () => {
    const wrong = await upload(manager, `${ORDERS}WX-2,9-1-902,前天,,\n`, { query: '?kind=orders' })
    expect({ status: wrong.status, errors: wrong.body.errors }).toMatchObject({
      status: 422,
      errors: [{ row: 3, column: '登记时间', wrong: { zh: '日期不对' } }],
    })
  })
})

describe('a one-time code', () => {
  const codeOf = async (room: string): Promise<string> => {
    const [home] = (await desk.store.homes.list({ q: `3-2-${room}` })).homes
    const { status, body } = await clerk.post<{ code: string; expiresAt: string }>(`/homes/${home?.id}/code`)
    expect(status).toBe(201)
    expect(Date.parse(body.expiresAt) - desk.clock.now().getTime()).toBe(7 * 24 * 3_600_000)
    return body.code
  }
  const verify = (owner: TestOwner, code: string) => call(`${owner.url}/verify`, { token: owner.token, body: { code } })

  test('has eight characters without look-alikes and stands nowhere in the record', async () => {
    const code = await codeOf('501')
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}$/)
    expect(JSON.stringify(await desk.store.homes.list({}))).not.toContain(code)
  })

  test('binds one conversation, typed with a dash and in small letters, once', async () => {
    const code = await codeOf('501')
    const owner = await newOwner(desk.url)
    const answer = await verify(owner, `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)
    expect(answer.body).toEqual({ verified: true, home: { building: '3', unit: '2', room: '501' } })
    expect((await call(owner.url, { token: owner.token })).body).toMatchObject({ verified: true })
    expect((await owner.says('我家欠多少物业费')).body.replies[0]?.text).toContain('234.50')
    const second = await newOwner(desk.url)
    expect((await verify(second, code)).body).toMatchObject({ code: 'wrong_code', left: 4 })
    expect((await second.says('我家欠多少物业费')).body.replies[0]?.text).not.toMatch(/\d+\.\d\d/)
  })

  test('of two conversations at once binds one', async () => {
    const code = await codeOf('502')
    const owners = await Promise.all([newOwner(desk.url), newOwner(desk.url)])
    const answers = await Promise.all(owners.map((owner) => verify(owner, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })

  test('five wrong ones pause the conversation for an hour, also for the right one, and no other', async () => {
    const code = await codeOf('501')
    const owner = await newOwner(desk.url)
    for (let left = 4; left >= 0; left--) expect((await verify(owner, 'WWWWWWWW')).body).toMatchObject({ left })
    const paused = await verify(owner, code)
    expect({ status: paused.status, code: paused.body.code }).toEqual({ status: 429, code: 'too_many' })
    expect(paused.headers.get('retry-after')).toBe('3600')
    desk.clock.forward(59)
    expect((await verify(owner, code)).headers.get('retry-after')).toBe('60')
    expect((await verify(await newOwner(desk.url), 'WWWWWWWW')).status).toBe(422)
    desk.clock.forward(1)
    expect((await verify(owner, code)).status).toBe(200)
  })

  // Last: the sessions of the desk are over then too.
  test('expires in seven days', async () => {
    const code = await codeOf('502')
    desk.clock.forward(7 * 24 * 60)
    expect((await verify(await newOwner(desk.url), code)).body).toMatchObject({ code: 'wrong_code' })
  })
})
