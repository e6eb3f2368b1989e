import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardEntry } from '../../bot/types.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

interface Notice {
  text: { zh: string; en: string }
  phrases: string[]
  stale: boolean
}

let desk: TestDesk
let wang: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
})

afterAll(() => desk.stop())

const notice = (id: string, by = wang) => by.get<Notice>(`/status-board/${id}/group-notice`)
const entryOf = async (body: object) =>
  (
    await wang.post<BoardEntry & { confirmToken: string }>('/status-board', {
      topic: 'heating',
      state: '在试水',
      ...body,
    })
  ).body

test('the gas: what was done, who is responsible, as of when, and no date, in both languages', async () => {
  const [gas] = (await wang.get<{ entries: BoardEntry[] }>('/status-board')).body.entries.filter(
    ({ topic }) => topic === 'gas',
  )
  const { status, body } = await notice(gas?.id ?? '')
  expect(status).toBe(200)
  expect(body.text.zh.split('\n')).toEqual([
    '【桥畔花园（演示小区）】各位邻居，全小区通气进度的情况跟大家说一声：',
    expect.stringMatching(/卡在燃气公司.+。$/),
    '最近做的：',
    expect.stringMatching(/^· \d+月\d+日 第一次催办.+（客服小李）$/),
    expect.stringMatching(/^· \d+月\d+日 第二次催办.+（项目经理老周）$/),
    expect.stringMatching(/^· \d+月\d+日 第三次催办.+（客服小李）$/),
    expect.stringMatching(/^下一步：燃气公司/),
    '没有日期登记在册，不编一个给大家。',
    expect.stringMatching(/^这件事由.*燃气公司.*负责/),
    expect.stringMatching(/^.+：028-5550-0200。$/),
    expect.stringMatching(/^（.+更新，来源：.+）$/),
    '让大家久等了，有变化再在群里说。',
  ])
  expect(body.text.en).toMatch(/Dear neighbours[\s\S]+No date is on record[\s\S]+is responsible/)
  expect(body).toMatchObject({ phrases: [], stale: false })
})

test('an announced date has its source and may be told; a home is never named in a group', async () => {
  const announced = { text: '12月15日起供热', source: '供热公司公告' }
  const scope = { building: '8', unit: '2', room: '501' }
  const { id } = await entryOf({ scope, announced, state: '8栋2单元501在试水' })
  const { body } = await notice(id)
  expect(body.text.zh).toContain('供热公司公告通知：12月15日起供热。')
  expect(body.text.zh).not.toContain('没有日期登记在册')
  expect(body.text.zh).toContain('8栋')
  expect(JSON.stringify(body)).not.toMatch(/501|2单元/)
  expect(body.phrases).toEqual([])
})

test('what nobody vouched for is named as a promise; what somebody let out stays let out', async () => {
  const seeded = { zh: '明天一定来暖气', en: 'on again tomorrow' }
  const source = { zh: '客服', en: 'front desk' }
  const entry = {
    id: 'heating-7',
    community: 'demo',
    topic: 'heating',
    scope: { building: '7' },
    state: seeded,
    log: [],
  }
  const times = { asOf: desk.clock.now().toISOString(), staleAfterHours: 72 }
  await desk.store.board.write({
    entry: { ...entry, ...times, source },
    expected: 0,
    author: '王芳',
    change: 'created',
  })
  expect((await notice('heating-7')).body.phrases).toContain('明天')
  const body = { topic: 'heating', scope: { building: '9' }, state: '明天一定来暖气' }
  const held = await wang.post<{ confirmToken: string }>('/status-board', body)
  const { id } = await entryOf({ ...body, confirm: held.body.confirmToken })
  expect((await notice(id)).body.phrases).toEqual([])
})

test('an old record is said to be old, an ended matter to be over; others elsewhere find neither', async () => {
  const { id, revision } = await entryOf({ scope: { building: '6' }, staleAfterHours: 1 })
  desk.clock.forward(90)
  const old = (await notice(id)).body
  expect(old).toMatchObject({ stale: true })
  expect(old.text.zh).toContain('这条记录有些日子没更新了，正在核实。')
  await wang.post(`/status-board/${id}`, { revision, state: '暖气已热', closed: true }, { method: 'PATCH' })
  expect((await notice(id)).body.text.zh).toMatch(/暖气已热。[\s\S]*这件事到此了结/)
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await notice(id, away)).status).toBe(404)
  expect((await notice('none')).status).toBe(404)
})
