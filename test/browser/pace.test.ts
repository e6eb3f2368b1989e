import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../store/open.ts'
import { newId } from '../../wire/ids.ts'
import { OPEN_HOURS, testClock } from '../support/clock.ts'
import { Hand } from './hand.ts'
import { openDeskAs, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await openStage()
  const { desk } = await openDeskAs(stage, '小李')
  const store = await openStore({
    file: join(stage.server.dataDir, 'qiao.db'),
    clock: testClock(),
    newId,
    shared: true,
  })
  const homes = ['1201', '1202', '1203'].map((room) => ({ building: '3', unit: '1', room, phones: [], bills: [] }))
  for (const home of homes)
    await store.homes.import('demo', [home], { name: 'homes.csv', hash: home.room, asOf: OPEN_HOURS, dryRun: false })
  await store.close()
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  phone = desk
  await phone.setViewportSize(PHONE)
})

afterAll(async () => {
  await stage?.end()
})

function told(name: string, hand: Hand): number {
  const { seconds, told } = hand.sum()
  process.stdout.write(`${name}: ${told}\n`)
  return seconds
}

test('a call is taken down from a phone in 15 seconds: words pasted, home found as it is typed, matter suggested', async () => {
  await phone.goto(`${stage.server.url}/desk`)
  const hand = new Hand(phone)
  await hand.touch(phone.getByRole('button', { name: /来单/ }))
  await hand.touch(phone.getByRole('link', { name: '代录' }))
  await phone.getByLabel('说了什么').waitFor()
  await expect.poll(() => phone.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
  await hand.pastes('王阿姨来电，厨房水龙头坏了要报修，电话13800138000，下午在家')
  await hand.touch(phone.getByLabel('几栋几单元几号'))
  await hand.types('3-1-1202')
  await hand.touch(phone.getByRole('button', { name: '3栋1单元1202' }))
  await hand.sees(phone.getByRole('button', { name: '工单', exact: true, pressed: true }))
  await hand.touch(phone.getByRole('button', { name: '记下', exact: true }))
  await hand.sees(phone.getByText(/记成工单 \d+ 了/))
  expect(told('a call taken down', hand)).toBeLessThanOrEqual(15)
})

test('where a matter stands is changed from a phone in 20 seconds', async () => {
  await phone.goto(`${stage.server.url}/desk`)
  const hand = new Hand(phone)
  await hand.touch(phone.getByRole('button', { name: /来单/ }))
  await hand.touch(phone.getByRole('link', { name: '进度板' }))
  const gas = phone.getByRole('link', { name: /还没通气/ }).first()
  await hand.sees(gas)
  await hand.touch(gas)
  await hand.touchAll(phone.getByLabel('现在怎样 · 要写'))
  await hand.types('主管道检测做完了，等燃气公司排通气')
  await hand.touch(phone.getByRole('button', { name: '存下' }))
  await hand.sees(phone.getByText(/存好了/))
  expect(told('a state changed', hand)).toBeLessThanOrEqual(20)
})
