import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BoardEntry, IntakeDone, WorkOrder } from '../../bot/types.ts'
import { newOwner } from '../http/client.ts'
import { newOrder } from '../store/orders.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
})

afterAll(() => desk.stop())

test('the third call about one leak is no third work order: it is the second time that it is urged, and by whom', async () => {
  const leak = { community: 'demo', channel: 'phone', kind: 'work_order', text: '厨房水管漏水', home: '6-1-302' }
  const call = async (by = wang) => (await by.post<IntakeDone>('/intake', leak)).body.workOrder
  const first = await call()
  expect(await call(await desk.clerk('李娜'))).toEqual({ number: first?.number, joined: true, urge: { count: 1 } })
  desk.clock.forward(30)
  const again = await desk.clerk('周敏')
  expect(await call(again)).toMatchObject({ number: first?.number, urge: { count: 2, last: { by: '李娜' } } })
  expect((await desk.store.workOrders.list({ q: first?.number ?? '' })).total).toBe(1)
})

test('a clerk notes at the work order that its owner rang up again; the desk hears of it, the audit has it', async () => {
  const sun = await desk.clerk('孙静')
  const owner = await newOwner(desk.url)
  const number = await newOrder(desk.store, owner.id, { intent: 'light.public', slots: { what: '楼道灯不亮' } })
  const hears = await sun.hears()
  const urged = await sun.post<WorkOrder>(`/work-orders/${number}/urge`, { note: '晚上看不见' })
  expect(urged.body.lines.at(-1)).toMatchObject({ kind: 'urged', by: '孙静', note: '晚上看不见' })
  await hears.until(({ events }) => events.some(({ event, data }) => event === 'work_orders' && data.number === number))
  hears.close()
  await owner.says('我的工单到哪一步了')
  const said = (await owner.sees()).at(-1)?.text
  expect(said).toMatch(/一共催过 1 次，最近一次是今天 \d+:\d\d（孙静替业主记的）/)
  expect(said).not.toContain('晚上看不见')
  const { entries } = (await (await desk.clerk('管理员', 'admin')).get<{ entries: object[] }>('/audit')).body
  expect(entries[0]).toMatchObject({ action: 'POST /work-orders/:id/urge', subject: number, who: { name: '孙静' } })
  await sun.post(`/work-orders/${number}/move`, { state: 'cancelled' })
  expect(await sun.post(`/work-orders/${number}/urge`, {})).toMatchObject({ status: 409, body: { title: /已经结束/ } })
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await away.post(`/work-orders/${number}/urge`, {})).status).toBe(404)
})

describe('a gas company is urged', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  type Urged = BoardEntry & { code: string; phrases: string[]; confirmToken: string }
  const entryId = async () => (await desk.store.board.entries('demo', 'gas'))[0]?.id ?? ''

  test('who, how, what they answered and who urged is a line that the owner reads as a receipt', async () => {
    const zhao = await desk.clerk('赵敏')
    const id = await entryId()
    await zhao.post(`/status-board/${id}/urgings`, { party: '燃气公司', how: 'visit', day: '2026-11-20' })
    const answer = '检测员还在排班，没有日期'
    const said = await zhao.post<Urged>(`/status-board/${id}/urgings`, { party: '燃气公司', how: 'phone', answer })
    expect(said.status).toBe(201)
    expect(said.body.log.at(-1)).toMatchObject({
      text: { zh: `打电话催了燃气公司，对方说：${answer}` },
      by: { zh: '赵敏' },
      urged: { party: '燃气公司', how: 'phone', answer },
    })
    const owner = await newOwner(desk.url)
    await owner.says('3栋天然气什么时候能通')
    const receipt = (await owner.sees()).map(({ text }) => text).join('\n')
    expect(receipt).toMatch(/为这件事催过 5 次（9月26日、10月24日、11月20日、11月22日、11月25日）/)
    expect(receipt).toMatch(/11月20日 当面催了燃气公司，对方没有答复（赵敏）/)
    expect(receipt).toMatch(/11月25日 打电话催了燃气公司，对方说：检测员还在排班，没有日期（赵敏）/)
    expect(receipt).toMatch(/来源：赵敏/)
  })

  test('what counts as urging is what a clerk says does, not what the words look like', async () => {
    const id = await entryId()
    const counted = async () => {
      const owner = await newOwner(desk.url)
      await owner.says('3栋天然气什么时候能通')
      const receipt = (await owner.sees()).at(-1)?.text ?? ''
      return Number(/为这件事催过 (\d+) 次/.exec(receipt)?.[1])
    }
    const before = await counted()
    await wang.post(`/status-board/${id}/steps`, { text: '两位业主来催，已说明情况', urging: false })
    await wang.post(`/status-board/${id}/steps`, { text: '和燃气公司值班经理又谈了一次', urging: true })
    const { log, revision } = (await wang.post<Urged>(`/status-board/${id}/steps`, { text: '检测单已收到' })).body
    expect(await counted()).toBe(before + 1)
    const lines = log.map(({ day, text, by }) => ({ day, text, by }))
    const edited = await wang.post<Urged>(`/status-board/${id}`, { revision, log: lines }, { method: 'PATCH' })
    expect(edited.body.log).toEqual(log)
  })

  test('a date that they gave waits until somebody answers for it', async () => {
    const id = await entryId()
    const urging = { party: '燃气公司', how: 'phone', answer: '下周三一定来通气' }
    const held = await wang.post<Urged>(`/status-board/${id}/urgings`, urging)
    expect(held).toMatchObject({ status: 409, body: { code: 'promise', phrases: ['下周三', '一定'] } })
    const confirm = held.body.confirmToken
    const released = await wang.post<Urged>(`/status-board/${id}/urgings`, { ...urging, confirm })
    expect(released.body.vouched?.at(-1)).toMatchObject({ by: '王芳' })
  })

  test('a photo goes with it, for staff of the compound; an edit of the log keeps what the line was', async () => {
    const id = await entryId()
    const form = new FormData()
    form.set('party', '开发商')
    form.set('how', 'letter')
    form.set('file', new Blob([PNG]), '函.png')
    const headers = { cookie: wang.cookie, 'x-csrf-token': wang.csrf }
    const send = (body: FormData) =>
      fetch(`${desk.url}/api/desk/status-board/${id}/urgings`, { method: 'POST', body, headers })
    const { log, revision } = (await (await send(form)).json()) as Urged
    const file = log.findLast(({ urged }) => urged?.party === '开发商')?.urged?.file
    expect((await wang.get(`/attachments/${file?.id}`)).headers.get('content-type')).toBe('image/png')
    const away = await desk.clerk('别处的人', 'staff', ['elsewhere'])
    expect((await away.get(`/attachments/${file?.id}`)).status).toBe(404)
    const lines = log.map(({ day, text, by }) => ({ day, text, by }))
    const edited = await wang.post<Urged>(`/status-board/${id}`, { revision, log: lines }, { method: 'PATCH' })
    expect(edited.body.log.filter(({ urged }) => urged)).toHaveLength(log.filter(({ urged }) => urged).length)
    form.set('file', new Blob(['<svg onload=alert(1)>']), 'a.png')
    expect((await send(form)).status).toBe(422)
    await wang.post(`/status-board/${id}`, { revision: edited.body.revision, closed: true }, { method: 'PATCH' })
    expect((await wang.post(`/status-board/${id}/urgings`, { party: '开发商', how: 'phone' })).status).toBe(409)
  })
})
