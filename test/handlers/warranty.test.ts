import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashToken } from '../../wire/ids.ts'
import { scripted } from '../support/classifier.ts'
import { type Owner, openQiao, type TestQiao } from '../support/qiao.ts'

/** Building 3 of the demonstration passed acceptance on 15 November 2023. */
const AT = '2026-03-10T02:00:00.000Z'
const TEXTS = [
  '水管还在保修吗',
  '卫生间防水保几年',
  '3栋的水管还在保修吗',
  '保修几年',
  '承重墙保多久',
  'are the pipes still covered',
]

let qiao: TestQiao
beforeAll(async () => {
  const classifier = scripted(Object.fromEntries(TEXTS.map((text) => [text, { intent: 'repair.warranty' }])))
  qiao = await openQiao({ classifier, at: AT })
  const homes = [
    { building: '3', unit: '2', room: '501', phones: [], handedOverOn: '2024-06-30', bills: [] },
    { building: '3', unit: '2', room: '502', phones: [], handedOverOn: '2023-12-01', bills: [] },
  ]
  await qiao.store.homes.import('demo', homes, { name: 'a.csv', hash: 'a', asOf: AT, dryRun: false })
})
afterAll(() => qiao.store.close())

async function ownerOf(room: string): Promise<Owner> {
  const owner = await qiao.owner()
  const [home] = (await qiao.store.homes.list({ q: `3-2-${room}` })).homes
  const codeHash = hashToken(owner.id)
  await qiao.store.homes.addCode({
    homeId: home?.id ?? '',
    codeHash,
    madeBy: '',
    expiresAt: '2099-01-01T00:00:00.000Z',
  })
  await qiao.store.homes.redeem(owner.id, codeHash)
  return owner
}

const OVER = /已经?过保|保修期已过|过期了|不保了|expired|is over\b/

it('depends on hand-over where only the building is known', async () => {
  const owner = await qiao.owner()
  await owner.says('3栋的水管还在保修吗')
  expect(owner.lastReply).toMatch(/从验收（2023年11月15日）算，到 2025年11月15日/)
  expect(owner.lastReply).toMatch(/单凭这些定不了/)
  expect(owner.lastReply).toMatch(/质量保证书/)
  expect(owner.lastReply).not.toMatch(OVER)
  expect(qiao.errors).toEqual([])
})

it('still runs by the builder’s clock alone', async () => {
  const owner = await qiao.owner()
  await owner.says('我家3栋2单元501')
  await owner.says('卫生间防水保几年')
  expect(owner.lastReply).toMatch(/到 2028年11月15日/)
  expect(owner.lastReply).toMatch(/也还没到头/)
  expect(owner.lastReply).not.toContain('2024年6月30日')
})

it('counts from the hand-over of the verified home', async () => {
  const owner = await ownerOf('501')
  await owner.says('水管还在保修吗')
  expect(owner.lastReply).toMatch(/从交房（2024年6月30日）算，到 6月30日/)
  expect(owner.lastReply).toMatch(/还在保修期里/)
})

it('says of two dates that have passed no more than that', async () => {
  const owner = await ownerOf('502')
  await owner.says('水管还在保修吗')
  expect(owner.lastReply).toMatch(/法律的最低年限都走完了/)
  expect(owner.lastReply).toMatch(/先别认“过保”/)
  expect(owner.lastReply).not.toMatch(OVER)
})

it('is the knowledge answer where no part or no building is known', async () => {
  const owner = await qiao.owner()
  await owner.says('水管还在保修吗')
  expect(owner.lastReply).toMatch(/年限按部位分/)
  const other = await ownerOf('501')
  await other.says('保修几年')
  expect(other.lastReply).toMatch(/年限按部位分/)
})

it('of the structure is its design life', async () => {
  const owner = await ownerOf('501')
  await owner.says('承重墙保多久')
  expect(owner.lastReply).toMatch(/设计使用年限/)
})

it('is said in English', async () => {
  const owner = await ownerOf('501')
  await owner.says('are the pipes still covered')
  expect(owner.lastReply).toMatch(/runs from hand-over \(30 Jun 2024\) to 30 Jun\. By that it still runs/)
  expect(owner.last.replies[0]?.card).toMatchObject({
    kind: 'responsibility',
    who: expect.stringContaining('developer'),
  })
})
