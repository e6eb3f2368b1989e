import { expect, test } from 'vitest'
import { readTone } from '../../intents/tone/index.ts'
import { scripted } from '../support/classifier.ts'
import { knowledge, openQiao } from '../support/qiao.ts'

const CALM = '燃气通了吗'
const ANGRY = '都几个月了燃气还没通，你们物业就知道收钱'
const ANGRIER = '气死我了，燃气到底管不管'
const ABUSE = '一群废物，燃气到现在都没有'
const THREAT = '再不通气我就找媒体曝光你们'
const KNOWS = scripted({
  ...Object.fromEntries(
    [CALM, ANGRY, ANGRIER, ABUSE, THREAT].map((text) => [text, { intent: 'gas.connection_status' }]),
  ),
  物业费凭什么这么贵: { intent: 'fee.standard' },
  '气死我了，楼道灯又不亮': { intent: 'light.public' },
  谢谢: { intent: 'meta.thanks' },
  '凭什么每次都是我来问，你好': { intent: 'meta.greeting' },
  'this is ridiculous, when is the gas coming': { intent: 'gas.connection_status' },
})
const SOOTHING = '听得出您着急，先说能说清的。'
const start = async (locale?: 'en') => {
  const qiao = await openQiao({ classifier: KNOWS })
  return { qiao, owner: await qiao.owner(locale) }
}

test('the sentences are what they are taken for', () => {
  expect([CALM, ANGRY, ANGRIER, ABUSE, THREAT].map((text) => readTone(text).mood)).toEqual([
    'calm',
    'angry',
    'angry',
    'abusive',
    expect.any(String),
  ])
  expect(readTone(THREAT).threat).toBe(true)
  expect(readTone(ANGRY).threat).toBe(false)
})

test('the first angry message is acknowledged in one sentence, and the facts are those of a calm one', async () => {
  const { owner: calm } = await start()
  await calm.says(CALM)
  const { owner } = await start()
  await owner.says(ANGRY)
  expect(owner.lastReply).toBe(`${SOOTHING}\n${calm.lastReply}`)
  expect(owner.last.replies[0]?.card).toEqual(calm.last.replies[0]?.card)
  expect(owner.last.outcome?.handoff).toBeUndefined()
})

test('the second in a row gets the manager, with priority, and the facts once more without the soothing', async () => {
  const { qiao, owner } = await start()
  await owner.says(ANGRY)
  await owner.says(ANGRIER)
  expect(owner.last.outcome?.handoff).toEqual({ reason: 'anger', priority: 'high', team: 'manager' })
  expect(owner.lastReply).toMatch(/检测没做完/)
  expect(owner.lastReply).toMatch(/已转给经理/)
  expect(owner.lastReply).not.toContain(SOOTHING)
  expect((await qiao.store.tickets.list({})).tickets[0]).toMatchObject({
    priority: 'high',
    team: 'manager',
    reason: 'anger',
  })
})

test('a threat gets the manager at once, and no threat is answered with one', async () => {
  const { owner } = await start()
  await owner.says(THREAT)
  expect(owner.last.outcome?.handoff).toEqual({ reason: 'anger', priority: 'high', team: 'manager' })
  expect(owner.lastReply).not.toMatch(/违法|法律责任|起诉/)
})

test('a calm message in between starts anew', async () => {
  const { qiao, owner } = await start()
  await owner.says(ANGRY)
  await owner.says(CALM)
  await owner.says(ANGRIER)
  expect(owner.last.outcome?.handoff).toBeUndefined()
  expect((await qiao.store.tickets.list({})).total).toBe(0)
})

test('abuse counts as anger, is answered with the facts, and is kept as it was said', async () => {
  const { owner } = await start()
  await owner.says(ABUSE)
  expect(owner.lastReply).toMatch(/检测没做完/)
  expect((await owner.sees())[0]?.text).toBe(ABUSE)
})

test('anger over an action does not lose its questions', async () => {
  const { owner } = await start()
  await owner.says('气死我了，楼道灯又不亮')
  expect(owner.lastReply).toMatch(new RegExp(`^${SOOTHING}[\\s\\S]*是哪栋几单元的楼道`))
  expect(owner.last.outcome?.form?.intent).toBe('light.public')
})

test('small talk is not soothed', async () => {
  const { owner } = await start()
  await owner.says('凭什么每次都是我来问，你好')
  expect(owner.lastReply).not.toContain(SOOTHING)
})

test('an emergency is instructed without a word on the tone', async () => {
  const { owner } = await start()
  await owner.says('垃圾物业，家里闻到煤气味很浓，气死我了')
  expect(owner.last.outcome?.action).toBe('emergency')
  expect(owner.lastReply).not.toContain(SOOTHING)
})

test('the same soothing is never said twice in a conversation', async () => {
  const { owner } = await start()
  for (const text of [ANGRY, CALM, ANGRIER, '谢谢', ABUSE]) await owner.says(text)
  const said = (await owner.sees()).filter((message) => message.from === 'bot').map((message) => message.text)
  expect(said.filter((text) => text.includes(SOOTHING))).toHaveLength(1)
})

test('law never comes first, to the angry neither: it stands behind the tap alone', async () => {
  const { owner } = await start()
  await owner.says('物业费凭什么这么贵')
  expect(owner.lastReply).not.toMatch(/条例|民法典|第\d+条/)
  const card = owner.last.replies[0]?.card
  expect(card?.kind === 'responsibility' && card.law.length).toBeGreaterThan(0)
})

test('English anger is acknowledged in English', async () => {
  const { owner } = await start('en')
  await owner.says('this is ridiculous, when is the gas coming')
  expect(owner.lastReply).toMatch(/^I can hear that you are upset/)
})

test('no words of ours say that feelings are understood', () => {
  const words = [
    ...[...knowledge.replies.values()],
    ...[...knowledge.entries.values()].flatMap((entry) => [entry.answer, entry.nextStep]),
  ]
  for (const { zh, en } of words) {
    expect(zh).not.toMatch(/理解您的(心情|感受)|您的心情/)
    expect(en).not.toMatch(/understand (how you feel|your (feelings|frustration))/i)
  }
})
