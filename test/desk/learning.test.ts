import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let manager: TestClerk
let clerk: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  manager = await desk.clerk('王经理', 'manager')
  clerk = await desk.clerk('小李', 'staff')
})
afterAll(() => desk.stop())

const says = async (text: string, owner?: TestOwner) => {
  const who = owner ?? (await newOwner(desk.url))
  const { body } = await who.says(text)
  const { replies } = body as unknown as { replies: { text: string; action?: string }[] }
  return {
    owner: who,
    text: replies.map((reply) => reply.text).join('\n'),
    actions: replies.map(({ action }) => action),
  }
}
const goesLive = (mode: string, topics: string[] = []) => manager.post('/communities/demo/launch', { mode, topics })
const openTicket = async (owner: TestOwner) => desk.store.tickets.openOf(owner.id)

describe('what a clerk says when a ticket ends', () => {
  it('labels it, and an example becomes a draft of that intent, without what tells of somebody', async () => {
    const { ticket } = await desk.handedOver()
    await clerk.post(`/tickets/${ticket.id}/claim`)
    const learn = { shouldAnswer: true, example: '3栋2单元1502，13800138000，物业费能刷医保卡不' }
    expect((await clerk.post(`/tickets/${ticket.id}/resolve`, { label: 'no.such', learn })).status).toBe(422)
    expect((await clerk.post(`/tickets/${ticket.id}/resolve`, { label: 'fee.pay', learn })).status).toBe(200)
    const { drafts } = (
      await clerk.get<{ drafts: { intent: string; ticketId: string; content: string; state: string }[] }>('/knowledge')
    ).body
    expect(drafts).toMatchObject([{ intent: 'fee.pay', ticketId: ticket.id, state: 'draft' }])
    expect(drafts[0]?.content).toContain('医保卡')
    expect(drafts[0]?.content).not.toMatch(/13800138000|1502/)
    const report = (await manager.get<{ wrong: object }>('/reports')).body
    expect(report.wrong).toMatchObject({ shouldHaveAnswered: 1 })
  })

  it('without a body it just ends', async () => {
    const { ticket } = await desk.handedOver()
    await clerk.post(`/tickets/${ticket.id}/claim`)
    expect((await clerk.post(`/tickets/${ticket.id}/resolve`)).status).toBe(200)
  })
})

const reportFile = async () =>
  (await call(`${desk.url}/api/desk/reports/export.csv`, { headers: { cookie: manager.cookie } })).text

describe('gaps and reports', () => {
  it('what the bot did not know comes together by likeness, without what tells of somebody', async () => {
    for (const text of [
      '小区里能不能养鸡啊阳台上',
      '阳台上可以养鸡吗',
      '我在阳台养鸡行不行，13800138000',
      '附近哪家烤鸭好吃',
    ])
      await says(text)
    const { gaps } = (await clerk.get<{ gaps: { title: string; n: number; samples: string[] }[] }>('/gaps')).body
    const hens = gaps.find(({ samples }) => samples.some((text) => text.includes('养鸡')))
    expect(JSON.stringify(gaps)).not.toContain('13800138000')
    expect(hens?.samples.every((text) => !text.includes('烤鸭'))).toBe(true)
    const form = await newOwner(desk.url)
    for (const text of ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '下周哪天都行吧', '对的'])
      await form.says(text)
    const after = (await clerk.get<{ gaps: { samples: string[] }[] }>('/gaps')).body
    expect(JSON.stringify(after.gaps)).not.toMatch(/下周哪天都行吧/)
    expect((await clerk.get('/gaps?community=none')).status).toBe(404)
  })

  it('a report counts what happened, and its file runs no formula', async () => {
    const report = (
      await manager.get<{ messages: number; atOnce: number; byHour: object[]; tickets: number }>('/reports')
    ).body
    expect(report.messages).toBeGreaterThan(4)
    expect(report.byHour).toHaveLength(24)
    expect(report.tickets).toBeGreaterThan(1)
    const file = await reportFile()
    expect(file).toMatch(/^分组,名称/)
    expect(file).not.toMatch(/(^|,|\n)[=+@-]/)
    expect((await manager.get('/reports?from=2027-01-01&to=2026-01-01')).status).toBe(422)
  })

  it('return visits count by what came of asking, with how many said so; before any there are none', async () => {
    const read = async () => (await manager.get<{ visits: object; neglected: object }>('/reports')).body
    expect((await read()).visits).toEqual({ n: 0, solved: 0, notSolved: 0, notReached: 0, satisfaction: { n: 0 } })
    const { ticket } = await desk.handedOver()
    await clerk.post(`/tickets/${ticket.id}/claim`)
    await clerk.post(`/tickets/${ticket.id}/resolve`)
    const of = [{ community: 'demo', endedBy: '2000-01-01T00:00:00.000Z' }]
    const { visits } = await desk.store.visits.list({ list: 'coming', of })
    const visit = visits.find(({ ticketId }) => ticketId === ticket.id)
    const words = { order: () => ({ text: '' }), ticket: '', note: '', dueAt: desk.clock.now().toISOString() }
    const call = { by: '小王', result: 'solved', satisfaction: 4 } as const
    expect(await desk.store.visits.record(visit?.id ?? '', call, words)).toMatchObject({ kind: 'ok' })
    const report = await read()
    expect(report.visits).toMatchObject({ n: 1, solved: 1, satisfaction: { n: 1, average: 4 } })
    expect(report.neglected).toEqual({ staleEntries: expect.any(Number), visitsOverdue: 0, callbacksOverdue: 0 })
    const file = await reportFile()
    expect(file).toContain('办得怎样,回访 满意度（1–5）,4,1,')
    expect(file).toMatch(/近八周没答上,.*养鸡.*,\d+,/)
  })

  it('answers of a week are judged by managers', async () => {
    await says('物业费怎么交')
    const week = desk.clock.now().toISOString().slice(0, 10)
    const { samples } = (await clerk.get<{ samples: { id: string; question: string }[] }>(`/samples?week=${week}`)).body
    const [first] = samples
    expect(first).toBeDefined()
    expect((await clerk.post(`/samples/${first?.id}`, { verdict: 'wrong' })).status).toBe(403)
    expect((await manager.post(`/samples/${first?.id}`, { verdict: 'wrong', note: '答偏了' })).status).toBe(204)
    expect((await manager.get<{ wrong: object }>('/reports')).body.wrong).toMatchObject({ judgedWrong: 1 })
  })
})

describe('notices', () => {
  it('are told to whoever asks, copied into the group, held when they promise, and ended', async () => {
    const text = { zh: '一单元水箱在清洗。', en: 'The tank of unit 1 is being cleaned.' }
    const made = await clerk.post<{ id: string; groupText: { zh: string } }>('/notices', {
      text,
      scope: { building: '3' },
    })
    expect(made.body.groupText.zh).toMatch(/【桥畔花园.*】3栋：一单元水箱在清洗/)
    expect((await says('最近有什么公告')).text).toContain('一单元水箱在清洗')
    expect((await clerk.post('/notices', { text: '明天下午一定修好。' })).body).toMatchObject({ code: 'promise' })
    await clerk.post(`/notices/${made.body.id}`, { revision: 1, closed: true }, { method: 'PATCH' })
    expect((await says('最近有什么公告')).text).not.toContain('一单元水箱在清洗')
  })
})

describe('going live', () => {
  it('is refused while an emergency phone is missing, and says which', async () => {
    const gone = { facts: { 'phone.lift': { zh: '', en: '' } } }
    await manager.post('/communities/demo/settings', gone, { method: 'PATCH' })
    expect(await goesLive('all')).toMatchObject({
      status: 409,
      body: { code: 'launch_blocked', missing: ['phone.lift'] },
    })
    const { items } = (await clerk.get<{ items: { id: string; ok: boolean }[] }>('/communities/demo/launch')).body
    expect(items.find(({ id }) => id === 'emergency_phones')).toMatchObject({ ok: false, blocking: true })
    const back = { facts: { 'phone.lift': { zh: '028-5550-0230', en: '028-5550-0230' } } }
    await manager.post('/communities/demo/settings', back, { method: 'PATCH' })
    expect((await clerk.post('/communities/demo/launch', { mode: 'all' })).status).toBe(403)
  })

  it('in shadow the bot drafts, the clerk answers; an emergency still speaks', async () => {
    expect((await goesLive('shadow')).status).toBe(200)
    const asked = await says('物业费怎么交')
    expect(asked.actions).toEqual(['handoff'])
    const ticket = await openTicket(asked.owner)
    expect(ticket?.context.suggestions[0]).toMatchObject({ source: '机器人拟的答复' })
    expect(asked.text).not.toContain(ticket?.context.suggestions[0]?.text ?? '?')
    const more = await says('快递放哪里', asked.owner)
    expect(more.text).toBe('')
    const drafts = (await openTicket(asked.owner))?.context.suggestions.filter(
      ({ source }) => source === '机器人拟的答复',
    )
    expect(drafts).toHaveLength(2)
    const order = await says('厨房水管漏水要报修，3栋2单元1502')
    expect(await desk.store.workOrders.ofConversation(order.owner.id)).toEqual([])
    expect((await says('家里有煤气味')).actions).toContain('emergency')
    expect((await says('转人工')).actions).toEqual(['handoff'])
  })

  it('then chosen topics, then all', async () => {
    expect((await goesLive('topics')).status).toBe(422)
    expect((await goesLive('topics', ['fee.pay'])).status).toBe(200)
    expect((await says('物业费怎么交')).actions).toEqual(['answer'])
    expect((await says('快递放哪里')).actions).toEqual(['handoff'])
    expect((await says('你好')).actions).toEqual(['smalltalk'])
    expect((await goesLive('all')).status).toBe(200)
    expect((await says('快递放哪里')).actions).toEqual(['answer'])
  })
})
