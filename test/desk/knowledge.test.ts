import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, newOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

interface Revision {
  id: string
  state: string
  version: number
  fields?: { answer?: { zh: string }; examples?: { zh: string[] } }
  verdict?: { findings: { zh: string }[]; comparison?: { before: number; after: number; fell: boolean } }
}

let desk: TestDesk
let manager: TestClerk
let clerk: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  manager = await desk.clerk('王经理', 'manager')
  clerk = await desk.clerk('小李', 'staff')
})
afterAll(() => desk.stop())

const asks = async (text: string): Promise<string> => {
  const owner = await newOwner(desk.url)
  const { body } = await owner.says(text)
  return (body as unknown as { replies: { text: string }[] }).replies.map((reply) => reply.text).join('\n')
}
const patch = (who: TestClerk, path: string, body: unknown) =>
  who.post<Record<string, unknown>>(path, body, { method: 'PATCH' })

describe('knowledge at the desk', () => {
  it('a clerk drafts and checks, a manager publishes, the bot answers by it at once; one click leads back', async () => {
    const before = await asks('物业费怎么交')
    const answer = { zh: '到{place.office}，刷卡扫码都行。', en: 'At {place.office}, by card or code.' }
    const draft = (await clerk.post<Revision>('/knowledge/drafts', { intent: 'fee.pay', fields: { answer } })).body
    expect(draft).toMatchObject({ state: 'draft', version: 1, fields: { answer } })
    const checked = (await clerk.post<Revision>(`/knowledge/drafts/${draft.id}/check`)).body
    expect(checked.verdict).toMatchObject({ findings: [], comparison: { fell: false } })
    expect((await clerk.post(`/knowledge/drafts/${draft.id}/publish`)).status).toBe(403)
    expect(await asks('物业费怎么交')).toBe(before)
    expect((await manager.post(`/knowledge/drafts/${draft.id}/publish`)).status).toBe(200)
    expect(await asks('物业费怎么交')).toContain('刷卡扫码都行')
    expect((await clerk.post(`/knowledge/revisions/${draft.id}/rollback`)).status).toBe(403)
    expect((await manager.post(`/knowledge/revisions/${draft.id}/rollback`)).status).toBe(200)
    expect(await asks('物业费怎么交')).toBe(before)
  })

  it('what promises is refused with what is wrong, in Chinese', async () => {
    const fields = { answer: { zh: '明天上门，一次 50 元。', en: 'We come tomorrow for 50 yuan.' } }
    const { body } = await clerk.post<Revision>('/knowledge/drafts', { intent: 'fee.pay', community: 'demo', fields })
    const refused = await manager.post<{ code: string; findings: { zh: string }[] }>(
      `/knowledge/drafts/${body.id}/publish`,
    )
    expect(refused).toMatchObject({ status: 422, body: { code: 'knowledge_wrong' } })
    expect(refused.body.findings.map(({ zh }) => zh).join()).toMatch(/50 元/)
  })

  it('a compound’s own words reach it alone, and no file outside the knowledge folder can be named', async () => {
    const fields = { answer: { zh: '扫一楼的码。', en: 'Scan the code.' } }
    const own = { intent: 'fee.pay', community: 'demo', fields }
    const { body } = await clerk.post<Revision>('/knowledge/drafts', own)
    await manager.post(`/knowledge/drafts/${body.id}/publish`)
    expect(await asks('物业费怎么交')).toContain('扫一楼的码')
    await manager.post(`/knowledge/revisions/${body.id}/rollback`)
    for (const intent of ['../../etc/passwd', 'a/b', 'fee.pay.md', '__proto__'])
      expect((await clerk.post('/knowledge/drafts', { ...own, intent })).status).toBeGreaterThanOrEqual(404)
    expect((await clerk.post('/knowledge/drafts', { ...own, community: '../demo' })).status).toBe(404)
  })

  it('an example is proposed without what tells of somebody, joins the open draft, and changes nothing yet', async () => {
    const texts = ['我是3栋2单元1502的，电话13800138000，物业费在哪付']
    const first = (await clerk.post<Revision>('/knowledge/fee.pay/examples', { texts })).body
    expect(first.fields?.examples?.zh.at(-1)).not.toMatch(/13800138000|1502/)
    const second = (await clerk.post<Revision>('/knowledge/fee.pay/examples', { texts: ['钱往哪里交呀这个'] })).body
    expect(second).toMatchObject({ id: first.id, version: 2, state: 'draft' })
    expect((await patch(clerk, `/knowledge/drafts/${first.id}`, { version: 1, note: '晚了' })).status).toBe(409)
    const { looked, moved } = (
      await clerk.get<{ looked: number; moved: { text: string }[] }>(`/knowledge/drafts/${first.id}/messages`)
    ).body
    expect(looked).toBeGreaterThan(0)
    expect(JSON.stringify(moved)).not.toMatch(/13800138000/)
  })

  it('settings are changed by managers, answered by at once, and taken back', async () => {
    const facts = { 'phone.office': { zh: '028-5550-0999', en: '028-5550-0999' } }
    expect((await patch(clerk, '/communities/demo/settings', { facts })).status).toBe(403)
    const changed = await patch(manager, '/communities/demo/settings', { facts, quietHours: '21:00-08:00' })
    expect(changed).toMatchObject({
      status: 200,
      body: { quietHours: '21:00-08:00', revisions: [{ state: 'published', author: '王经理' }] },
    })
    const known = await call<{ phones: { number: string }[] }>(`${desk.url}/api/communities/demo/public`)
    expect(known.body.phones.map(({ number }) => number)).toContain('028-5550-0999')
    const [{ id }] = (changed.body as { revisions: [{ id: string }] }).revisions
    const back = await manager.post('/communities/demo/settings/rollback', { revision: id })
    expect(back.body).toMatchObject({ quietHours: '22:00-07:00' })
    expect(
      (await patch(manager, '/communities/demo/settings', { facts: { 'no.such': facts['phone.office'] } })).status,
    ).toBe(422)
    expect((await patch(manager, '/communities/none/settings', { facts })).status).toBe(404)
  })

  it('holidays, worked weekends, first questions and answer times are set, and hold at once', async () => {
    const before = await call<{ starters: { value: string }[] }>(`${desk.url}/api/communities/demo/public`)
    const today = desk.clock.now().toISOString().slice(0, 10)
    const open = async () => (await call<{ open: boolean }>(`${desk.url}/api/communities/demo/public`)).body.open
    expect(await open()).toBe(true)
    const wanted = {
      holidays: [
        { from: '2027-01-01', to: '2027-01-03', name: { zh: '元旦', en: 'New Year' } },
        { from: today, to: today, name: { zh: '停电检修', en: 'Power works' } },
      ],
      workdays: [{ day: '2027-01-09', hours: ['08:30-12:00'] }],
      answerWithinMinutes: { emergency: 2, high: 20, normal: 45 },
      starters: ['fee.pay', 'gas.connection_status', 'repair.report', 'parking.space', 'access.card', 'noise.neighbor'],
    }
    const changed = await patch(manager, '/communities/demo/settings', wanted)
    expect(changed.body).toMatchObject({ ...wanted, holidays: [wanted.holidays[1], wanted.holidays[0]] })
    expect(await open()).toBe(false)
    const after = await call<{ starters: { value: string }[] }>(`${desk.url}/api/communities/demo/public`)
    expect(after.body.starters[0]?.value).toContain('fee.pay')
    expect(after.body.starters).not.toEqual(before.body.starters)
    const { ticket } = await desk.handedOver()
    expect(ticket.dueAt > desk.clock.now().toISOString()).toBe(true)
    const { revisions } = changed.body as { revisions: { id: string; state: string }[] }
    const id = revisions.find(({ state }) => state === 'published')?.id
    expect((await manager.post('/communities/demo/settings/rollback', { revision: id })).status).toBe(200)
    expect(await open()).toBe(true)
  })

  it.each([
    [
      'a holiday that ends before it begins',
      { holidays: [{ from: '2027-01-03', to: '2027-01-01', name: { zh: '元旦', en: 'x' } }] },
    ],
    [
      'two that share a day',
      {
        holidays: [
          { from: '2027-01-01', to: '2027-01-03', name: { zh: 'a', en: 'a' } },
          { from: '2027-01-03', to: '2027-01-04', name: { zh: 'b', en: 'b' } },
        ],
      },
    ],
    ['a worked weekend without hours', { workdays: [{ day: '2027-01-09', hours: [] }] }],
    ['hours that end before they begin', { workdays: [{ day: '2027-01-09', hours: ['18:00-08:00'] }] }],
    ['a day that is none', { workdays: [{ day: '2027-02-30', hours: ['08:00-18:00'] }] }],
    [
      'five first questions',
      { starters: ['fee.pay', 'gas.connection_status', 'repair.report', 'parking.space', 'access.card'] },
    ],
    [
      'one of them twice',
      { starters: ['fee.pay', 'fee.pay', 'repair.report', 'parking.space', 'access.card', 'repair.warranty'] },
    ],
    [
      'a first question that is none',
      {
        starters: [
          'no.such',
          'gas.connection_status',
          'repair.report',
          'parking.space',
          'access.card',
          'repair.warranty',
        ],
      },
    ],
    ['an emergency that may wait for hours', { answerWithinMinutes: { emergency: 600, high: 20, normal: 45 } }],
  ])('%s is refused', async (_, change) => {
    expect((await patch(manager, '/communities/demo/settings', change)).status).toBe(422)
  })
})
