import { expect, test } from 'vitest'
import type { Classification } from '../../bot/types.ts'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const alternatives = (...intents: string[]) => intents.map((intent, at) => ({ intent, confidence: 0.5 - at / 10 }))
const KNOWS: Record<string, Partial<Classification> & { intent: string }> = {
  燃气通了吗: { intent: 'gas.connection_status' },
  物业费怎么交: { intent: 'fee.pay' },
  我要报修: { intent: 'repair.report' },
  交费的事: {
    intent: 'fee.pay',
    certainty: 'close',
    alternatives: alternatives('fee.pay', 'fee.bill', 'fee.standard', 'fee.use'),
  },
  乱七八糟: { intent: 'fee.pay', certainty: 'lost', alternatives: alternatives('fee.pay', 'out_of_scope', 'meta.bot') },
  今天股票涨了没: { intent: 'out_of_scope', outOfScope: true },
  给我找个管事的: { intent: 'human.request' },
  管事的: { intent: 'human.request', certainty: 'close', alternatives: alternatives('human.request', 'staff.contact') },
  小王态度太差: { intent: 'staff.complaint' },
  屋里头一股怪味儿: { intent: 'gas.leak', certainty: 'close' },
  屋里头一股霉味儿: { intent: 'gas.leak', certainty: 'lost' },
  这味儿不归你们管吧: { intent: 'out_of_scope', outOfScope: true, alternatives: alternatives('emergency.fire') },
}
const start = async () => {
  const qiao = await openQiao({ classifier: scripted(KNOWS) })
  return { qiao, owner: await qiao.owner() }
}
const ACTION = 'outcome.action'

const ASKS = [
  '转人工',
  '转接人工客服',
  '我要人工',
  '人工',
  '轉人工',
  '叫你们经理来说',
  'I want to speak to a real person',
  'human please',
]
for (const text of ASKS) {
  test(`“${text}” gets a person`, async () => {
    const { owner } = await start()
    await owner.says(text)
    expect(owner.last).toHaveProperty(ACTION, 'handoff')
    expect(owner.last.outcome?.handoff?.reason).toBe('asked')
    expect((await owner.conversation()).stage).toBe('waiting')
  })
}

test('“你是真人吗” wants to know what it speaks with; “你不是真人吧，转真人” wants a person', async () => {
  const qiao = await openQiao({
    classifier: scripted({
      你是真人吗: { intent: 'meta.bot' },
      'are you a real person': { intent: 'meta.bot' },
      '你不是真人吧，给我转真人': { intent: 'meta.bot' },
    }),
  })
  const owner = await qiao.owner()
  await owner.says('你是真人吗')
  expect(owner.lastReply).toMatch(/不是真人/)
  await owner.says('are you a real person')
  expect(owner.last.outcome?.handoff).toBeUndefined()
  await owner.says('你不是真人吧，给我转真人')
  expect(owner.last.outcome?.handoff?.reason).toBe('asked')
})

const ASKS_NOT = [
  '别转人工',
  '不要转人工',
  '不用转人工了',
  '不想找人工',
  '人工湖的水臭了',
  '人工费怎么算',
  "I don't need a human agent",
]
for (const text of ASKS_NOT) {
  test(`“${text}” does not ask for one`, async () => {
    const { owner } = await start()
    await owner.says(text)
    expect(owner.last.outcome?.handoff).toBeUndefined()
    expect((await owner.conversation()).stage).toBe('bot')
  })
}

test('the wish that only the model hears counts when it is sure, and is offered when it is not', async () => {
  const { owner } = await start()
  await owner.says('管事的')
  expect(owner.last).toHaveProperty(ACTION, 'clarify')
  await owner.says('给我找个管事的')
  expect(owner.last).toHaveProperty(ACTION, 'handoff')
})

test('sure: answered; close: at most three choices and a person; lost: other words once, the nearest, and a person', async () => {
  const { owner } = await start()
  await owner.says('物业费怎么交')
  expect(owner.last).toHaveProperty(ACTION, 'answer')
  await owner.says('交费的事')
  expect(owner.last).toHaveProperty(ACTION, 'clarify')
  expect(owner.last.replies[0]?.choices?.map(({ value }) => value)).toEqual([
    'intent:fee.pay',
    'intent:fee.bill',
    'intent:fee.standard',
    'human',
  ])
  await owner.says('乱七八糟')
  expect(owner.last).toHaveProperty(ACTION, 'fallback')
  expect(owner.last.replies[0]?.choices?.map(({ value }) => value)).toEqual([
    'intent:fee.pay',
    'intent:meta.bot',
    'human',
  ])
})

test('a choice that is tapped is answered, whatever its title sounds like', async () => {
  const { owner } = await start()
  await owner.says('交费的事')
  const [first] = owner.last.replies[0]?.choices ?? []
  await owner.taps(first?.title ?? '')
  expect(owner.last.outcome).toMatchObject({ action: 'answer', intent: 'fee.pay' })
})

test('the person among the choices is called', async () => {
  const { owner } = await start()
  await owner.says('交费的事')
  await owner.taps('转人工')
  expect(owner.last).toHaveProperty(ACTION, 'handoff')
})

test('the choice of an intent that is gone is not understood, and breaks nothing', async () => {
  const { qiao, owner } = await start()
  await owner.says('旧按钮', 'intent:no.such_thing')
  expect(owner.last).toHaveProperty(ACTION, 'fallback')
  expect(qiao.errors).toEqual([])
})

test('a choice is not searched for a wish or an emergency in its title', async () => {
  const { owner } = await start()
  await owner.says('家里闻到煤气味', 'intent:fee.pay')
  expect(owner.last.outcome).toMatchObject({ action: 'answer', intent: 'fee.pay' })
})

test('not understood twice in a row gets a person; an answer in between starts the count anew', async () => {
  const { owner } = await start()
  for (const text of ['乱七八糟', '物业费怎么交', '乱七八糟']) await owner.says(text)
  expect(owner.last).toHaveProperty(ACTION, 'fallback')
  await owner.says('乱七八糟')
  expect(owner.last.outcome).toMatchObject({ action: 'handoff', handoff: { reason: 'not_understood' } })
})

test('out of scope is said to be so; a person is offered and not called', async () => {
  const { qiao, owner } = await start()
  await owner.says('今天股票涨了没')
  expect(owner.last).toHaveProperty(ACTION, 'out_of_scope')
  expect(owner.last.replies[0]?.choices).toEqual([{ title: '转人工', value: 'human' }])
  expect((await qiao.store.tickets.list({})).total).toBe(0)
})

test('an emergency that the model holds possible is instructed; one that it rejects as lost is not', async () => {
  const { owner } = await start()
  await owner.says('屋里头一股霉味儿')
  expect(owner.last).toHaveProperty(ACTION, 'fallback')
  await owner.says('屋里头一股怪味儿')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'gas.leak' })
})

test('rejected as out of scope, it is no emergency, however near one lies', async () => {
  const { owner } = await start()
  await owner.says('这味儿不归你们管吧')
  expect(owner.last.outcome).toMatchObject({ action: 'out_of_scope' })
})

test('a matter for people is answered as far as it can be, and handed over', async () => {
  const { owner } = await start()
  await owner.says('小王态度太差')
  expect(owner.last.outcome).toMatchObject({ action: 'handoff', intent: 'staff.complaint' })
  expect(owner.last.replies.length).toBeGreaterThan(1)
})

test('while a person is awaited: what is sure is answered, matters for people and the rest are kept quiet', async () => {
  const { owner } = await start()
  await owner.says('转人工')
  await owner.says('燃气通了吗')
  expect(owner.last).toHaveProperty(ACTION, 'status')
  await owner.says('小王态度太差')
  expect(owner.last).toHaveProperty(ACTION, 'relay')
  await owner.says('今天股票涨了没')
  expect(owner.last).toHaveProperty(ACTION, 'relay')
})

test('the classification is kept as the model gave it, whatever was decided', async () => {
  const { qiao, owner } = await start()
  await owner.says('别转人工')
  await owner.says('交费的事')
  expect(await qiao.store.conversations.classifications(owner.id)).toMatchObject([
    { seq: 1, intent: 'out_of_scope' },
    { seq: 3, intent: 'fee.pay' },
  ])
})

test('a thumb is thanked for and “？？？” gets a greeting; neither is told to be none of our business', async () => {
  const { owner } = await start()
  await owner.says('👍')
  expect(owner.last.outcome).toMatchObject({ action: 'smalltalk', intent: 'meta.thanks' })
  await owner.says('？？？')
  expect(owner.last.outcome).toMatchObject({ action: 'smalltalk', intent: 'meta.greeting' })
})

test('“5栋” after an offer is kept, and the choices stand', async () => {
  const { owner } = await start()
  await owner.says('交费的事')
  const offered = owner.last.replies[0]?.choices
  await owner.says('5栋')
  expect(owner.last).toHaveProperty(ACTION, 'clarify')
  expect(owner.last.replies[0]?.choices).toEqual(offered)
  expect((await owner.conversation()).memory.said.home).toMatchObject({ building: '5' })
})

test('an emergency that has hardly a chance is not among the choices', async () => {
  const unsure = { intent: 'fee.pay', certainty: 'close' as const }
  const chances = (fire: number) => [
    { intent: 'fee.pay', confidence: 0.6 },
    { intent: 'emergency.fire', confidence: fire },
    { intent: 'fee.bill', confidence: 0.02 },
  ]
  const qiao = await openQiao({
    classifier: scripted({
      垃圾车吵: { ...unsure, alternatives: chances(0.05) },
      有点烫: { ...unsure, alternatives: chances(0.12) },
    }),
  })
  const owner = await qiao.owner()
  await owner.says('垃圾车吵')
  expect(owner.last.replies[0]?.choices?.map(({ value }) => value)).not.toContain('intent:emergency.fire')
  await owner.says('有点烫')
  expect(owner.last.replies[0]?.choices?.map(({ value }) => value)).toContain('intent:emergency.fire')
})
