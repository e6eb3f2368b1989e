import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Alert } from '../../bot/types.ts'
import { newOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let manager: TestClerk

beforeEach(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  manager = await desk.clerk('陈经理', 'manager')
})

afterEach(() => desk.stop())

const open = async (by = manager) => (await by.get<{ alerts: Alert[] }>('/alerts?open=1')).body.alerts
const leak = (home: string) => take({ text: '厨房水管漏水', intent: 'repair.report', home, kind: 'work_order' })
const take = (note: object) => wang.post('/intake', { community: 'demo', channel: 'phone', ...note })

test('the third home with one matter within a day alerts the manager, once; further homes are counted', async () => {
  await leak('3-1-101')
  await leak('3-1-201')
  await leak('3栋1单元201')
  await take({ text: '问问', intent: 'fee.pay', home: '3-1-301', kind: 'ticket' })
  const hears = await manager.hears()
  await leak('3-1-401')
  await hears.until(({ events }) => events.some(({ event }) => event === 'alerts'))
  hears.close()
  expect(await open()).toMatchObject([{ kind: 'homes', matter: 'repair.report', homes: 3, community: 'demo' }])
  await leak('3-1-501')
  await vi.waitFor(async () => expect(await open()).toMatchObject([{ homes: 4 }]))
})

test('what is a day old counts no more', async () => {
  await leak('3-1-101')
  await leak('3-1-201')
  desk.clock.forward(25 * 60)
  const [li, zhou] = [await desk.clerk('李娜'), await desk.clerk('周经理', 'manager')]
  const call = { community: 'demo', channel: 'phone', kind: 'ticket' }
  await li.post('/intake', { ...call, text: '厨房水管漏水', intent: 'repair.report', home: '3-1-301' })
  await li.post('/intake', { ...call, text: '我们明天去堵大门' })
  await vi.waitFor(async () => expect(await open(zhou)).toMatchObject([{ kind: 'blockade' }]))
})

test('an owner who speaks of blocking the gate, on the page too, alerts the manager once a day', async () => {
  const owner = await newOwner(desk.url)
  await owner.says('再不通气我们明天就去堵大门')
  await take({ text: '我们也要去堵门拉横幅', kind: 'ticket' })
  await vi.waitFor(async () => expect(await open()).toMatchObject([{ kind: 'blockade', matter: '', homes: 0 }]))
})

test('owners who report it themselves count too, each home once', async () => {
  for (const room of ['101', '201', '201', '301']) {
    const owner = await newOwner(desk.url)
    for (const line of [`3栋1单元${room}厨房水龙头坏了要报修`, '13800138000', '随时', '对的']) await owner.says(line)
  }
  await take({ text: '问问', intent: 'fee.pay', home: '3-1-501', kind: 'ticket' })
  await vi.waitFor(async () => expect(await open()).toMatchObject([{ kind: 'homes', homes: 3 }]))
})

test('said to a clerk who holds the conversation, it alerts the manager too', async () => {
  const { owner, ticket } = await desk.handedOver()
  await wang.post(`/tickets/${ticket.id}/claim`)
  await take({ text: '问问物业费', kind: 'ticket' })
  await owner.says('再不解决我们就拉横幅')
  await take({ text: '再问问物业费', kind: 'ticket' })
  await vi.waitFor(async () => expect(await open()).toMatchObject([{ kind: 'blockade' }]))
})

test('waiting for a person, too', async () => {
  const { owner } = await desk.handedOver()
  await owner.says('再不来人我们就把大门堵了')
  await take({ text: '问问物业费', kind: 'ticket' })
  await vi.waitFor(async () => expect(await open()).toMatchObject([{ kind: 'blockade' }]))
})

test('a manager takes note of it, a clerk does not, and others elsewhere see nothing of it', async () => {
  await take({ text: '我们明天去堵大门', kind: 'ticket' })
  const [alert] = await vi.waitFor(async () => {
    const all = await open()
    expect(all).toHaveLength(1)
    return all
  })
  const away = await desk.clerk('外区经理', 'manager', ['elsewhere'])
  expect(await open(away)).toEqual([])
  expect((await away.post(`/alerts/${alert?.id}/seen`)).status).toBe(404)
  expect((await wang.post(`/alerts/${alert?.id}/seen`)).status).toBe(403)
  expect((await manager.post(`/alerts/${alert?.id}/seen`)).body).toMatchObject({ seenBy: '陈经理' })
  expect(await open()).toEqual([])
})
