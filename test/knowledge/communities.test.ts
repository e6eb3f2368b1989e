import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkKnowledge } from '../../knowledge/check.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import { REQUIRED_INTENTS } from '../../knowledge/required.ts'
import { sharedVoice } from '../../knowledge/shared.ts'
import type { Knowledge } from '../../knowledge/types.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { knowledge as shippedKnowledge } from '../support/qiao.ts'

/** Two compounds over the shipped intents; each has a word, phones and sums that the other hasn't. */
const MARKS = { bamboo: /竹|Bamboo|028-1111|1\.11|101\.01/, harbor: /港|Harbour|0755-2222|2\.22|202\.02/ }
type Compound = keyof typeof MARKS
const COMPOUNDS: [Compound, Compound][] = [
  ['bamboo', 'harbor'],
  ['harbor', 'bamboo'],
]

let dir: string
let knowledge: Knowledge
let desk: TestDesk
let clerk: TestClerk

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qiao-two-'))
  const communities = join(dir, 'communities')
  cpSync('knowledge', dir, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  rmSync(communities, { recursive: true })
  cpSync('test/fixtures/knowledge/communities', communities, { recursive: true })
  knowledge = loadKnowledge(dir)
  desk = await openDesk({ KNOWLEDGE_DIR: dir })
  clerk = await desk.clerk('王芳')
  // The same place in both, with an owner, a phone and a bill of its own.
  for (const [community, amountFen, phone] of [
    ['bamboo', 10_101, '13800000001'],
    ['harbor', 20_202, '13800000002'],
  ] as const) {
    const bills = [{ item: '物业费', period: '2026-01', amountFen, paidFen: 0 }]
    const owner = community === 'bamboo' ? '竹先生' : '港女士'
    const home = { building: '3', unit: '2', room: '501', owner, phones: [phone], bills }
    const file = { name: `${owner}.csv`, hash: community, asOf: '2026-11-24T00:00:00.000Z', dryRun: false }
    await desk.store.homes.import(community, [home], file)
  }
})
afterAll(async () => {
  await desk.stop()
  rmSync(dir, { recursive: true })
})

const from = (community: string): Promise<TestOwner> => newOwner(desk.url, { community })
const seenBy = async (owner: TestOwner): Promise<string> =>
  JSON.stringify((await owner.sees()).filter((message) => message.from !== 'owner'))

async function codeOf(community: string): Promise<string> {
  const [home] = (await desk.store.homes.list({ community })).homes
  const { body } = await clerk.post<{ code: string }>(`/homes/${home?.id}/code`)
  return body.code
}
const verify = (owner: TestOwner, code: string) => call(`${owner.url}/verify`, { token: owner.token, body: { code } })

test('the fixtures are in order', () => {
  expect(checkKnowledge(knowledge, { required: REQUIRED_INTENTS, today: '2026-11-25' })).toEqual([])
})

describe('common knowledge', () => {
  test('is inherited where a compound says nothing of its own', async () => {
    for (const community of ['bamboo', 'harbor']) {
      const owner = await from(community)
      await owner.says('承重墙能不能拆', { choice: 'intent:renovation.structure' })
      const common = shippedKnowledge.entries.get('renovation.structure')?.answer.zh.split('。')[0] ?? '-'
      expect(await seenBy(owner)).toContain(common.split('\n')[0])
    }
  })

  test('gives way to the compound’s own answer, next step and what staff can do, with a revision that shows it', async () => {
    const owner = await from('bamboo')
    const { body } = await owner.says('怎么交', { choice: 'intent:fee.pay' })
    const [reply] = body.replies
    expect(reply?.text).toBe('竹园的物业费在竹园收费处交，也可以请同事上门收。')
    expect(reply?.card).toMatchObject({ can: ['竹园这边可以上门收'], next: '到竹园收费处，报房号就行。' })
    const revision = `${knowledge.entries.get('fee.pay')?.revision}.`
    expect(reply?.sources).toMatchObject([{ id: 'fee.pay', revision: expect.stringContaining(revision) }])
  })

  test('stays in what the override leaves out', async () => {
    const owner = await from('harbor')
    const { body } = await owner.says('几点上班', { choice: 'intent:staff.hours' })
    const common = shippedKnowledge.entries.get('staff.hours')
    expect(body.replies[0]?.text).toMatch(/10:00–16:00（港）/)
    expect(body.replies[0]?.card).toMatchObject({ can: common?.staffCan.zh, next: '海港城的事，上班后到海港城 1 栋。' })
  })
})

describe('nothing crosses', () => {
  test.each(COMPOUNDS)('from another compound to %s, whatever is asked', async (mine, other) => {
    const owner = await from(mine)
    expect((await verify(owner, await codeOf(mine))).status).toBe(200)
    for (const intent of knowledge.entries.keys()) {
      const asking = await from(mine)
      const { body } = await asking.says('请问', { choice: `intent:${intent}` })
      expect({ intent, leak: MARKS[other].exec(JSON.stringify(body.replies))?.[0] }).toEqual({ intent })
    }
    await owner.says('我家3栋2单元501')
    const { body } = await owner.says('账单', { choice: 'intent:fee.bill' })
    expect(body.replies[0]?.text).toMatch(mine === 'bamboo' ? /101\.01/ : /202\.02/)
    expect(await seenBy(owner)).not.toMatch(MARKS[other])
  })

  test('facts, phones and hours', async () => {
    for (const [mine, other] of COMPOUNDS) {
      const { text } = await call(`${desk.url}/api/communities/${mine}/public?locale=zh`)
      expect(text).toMatch(MARKS[mine])
      expect(text).not.toMatch(MARKS[other])
    }
    // 10:00 in Shanghai is 8:00 in Urumqi, where the office opens at ten.
    const open = async (community: string) => {
      const owner = await from(community)
      return (await call<{ state: { open: boolean } }>(owner.url, { token: owner.token })).body.state.open
    }
    expect([await open('bamboo'), await open('harbor')]).toEqual([true, false])
  })

  test('the status board', async () => {
    const [bamboo, harbor] = [await from('bamboo'), await from('harbor')]
    await bamboo.says('通气了吗', { choice: 'intent:gas.connection_status' })
    await harbor.says('通气了吗', { choice: 'intent:gas.connection_status' })
    expect(await seenBy(bamboo)).toMatch(/竹园的通气在等/)
    expect(await seenBy(harbor)).not.toMatch(/通气在等/)
    expect(await desk.store.board.entries('harbor')).toEqual([])
  })

  test('the warranty of a building with the same number', async () => {
    const [bamboo, harbor] = [await from('bamboo'), await from('harbor')]
    for (const owner of [bamboo, harbor])
      await owner.says('3栋的外墙防水还在保修吗', { choice: 'intent:repair.warranty' })
    expect(await seenBy(bamboo)).toMatch(/2015年5月5日/)
    expect(await seenBy(harbor)).toMatch(/2020年8月8日/)
    expect(await seenBy(harbor)).not.toMatch(/2015年/)
  })

  test('tickets', async () => {
    const [bamboo, harbor] = [await from('bamboo'), await from('harbor')]
    for (const owner of [bamboo, harbor]) await owner.says('转人工')
    for (const [mine, owner] of [
      ['bamboo', bamboo],
      ['harbor', harbor],
    ] as const) {
      const { body } = await clerk.get<{ tickets: { community: string; conversationId: string }[] }>(
        `/tickets?community=${mine}`,
      )
      expect(body.tickets.every(({ community }) => community === mine)).toBe(true)
      expect(body.tickets.map(({ conversationId }) => conversationId)).toContain(owner.id)
    }
  })

  test('homes, their owners and codes', async () => {
    for (const [mine, other] of COMPOUNDS) {
      const { text } = await clerk.get(`/homes?community=${mine}`)
      expect(text).toMatch(MARKS[mine])
      expect(text).not.toMatch(MARKS[other])
      const owner = await from(mine)
      expect((await verify(owner, await codeOf(other))).body).toMatchObject({ code: 'wrong_code' })
      await owner.says('我家3栋2单元501')
      await owner.says('账单', { choice: 'intent:fee.bill' })
      expect(await seenBy(owner)).not.toMatch(/101\.01|202\.02/)
    }
  })

  test('a code refused in one compound is still good in its own', async () => {
    const code = await codeOf('bamboo')
    expect((await verify(await from('harbor'), code)).status).toBe(422)
    expect((await verify(await from('bamboo'), code)).status).toBe(200)
  })
})

test('an emergency whose compound cannot be told names no compound’s own number', () => {
  const leak = (of: Knowledge): string => {
    const entry = of.entries.get('gas.leak')
    return entry ? sharedVoice(of, 'zh', (text) => text).answer(entry) : ''
  }
  expect(leak(knowledge)).not.toMatch(/028-1111|0755-2222/)
  expect(leak(knowledge)).toMatch(/119/)
  expect(leak(shippedKnowledge)).toContain(shippedKnowledge.communities.get('demo')?.facts['phone.24h']?.zh)
})

test('a compound that is not there opens no conversation', async () => {
  const { status, body } = await call(`${desk.url}/api/conversations`, { body: { community: 'elsewhere' } })
  expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' })
  const opened = await from('harbor')
  expect((await call(opened.url, { token: opened.token })).body).toMatchObject({ community: 'harbor' })
})
