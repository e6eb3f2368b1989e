import { expect, test } from 'vitest'
import type { BoardEntry, Conversation, Message, SendResult } from '../../bot/types.ts'
import { sureOf } from '../handlers/heard.ts'
import { scripted } from '../support/classifier.ts'
import { NIGHT } from '../support/clock.ts'
import { type Clerk, type Owner, openQiao, type TestQiao } from '../support/qiao.ts'

const KNOWS = {
  燃气通了吗: 'gas.connection_status',
  'when is the gas coming': 'gas.connection_status',
  暖气什么时候来: 'heating.status',
  有消息告诉我一声: 'subscribe.status',
  电梯修好了告诉我: 'subscribe.status',
  '5栋电梯修好了告诉我': 'subscribe.status',
  '3栋电梯修好了告诉我': 'subscribe.status',
}

interface Scene {
  qiao: TestQiao
  owner: Owner
  clerk: Clerk
  entry(topic: string): Promise<BoardEntry>
  /** What came since the owner's last message was answered. */
  news(owner?: Owner): Promise<string[]>
}

async function scene(options: Parameters<typeof openQiao>[0] = {}): Promise<Scene> {
  const qiao = await openQiao({ classifier: sureOf(KNOWS), ...options })
  const owner = await qiao.owner()
  return {
    qiao,
    owner,
    clerk: await qiao.clerk('王芳'),
    entry: async (topic) => {
      const found = (await qiao.board.list('demo')).find((one) => one.topic === topic)
      if (!found) throw new Error(`no entry of ${topic}`)
      return found
    },
    news: async (one = owner) => {
      await qiao.outbox.drain()
      const seen = await one.sees()
      const asked = seen.findLastIndex(({ from }) => from === 'owner')
      const answered = 1 + one.last.replies.length
      return seen.slice(asked + answered).map(({ text }) => text)
    },
  }
}

const on = { state: { zh: '3号楼已通气，其余在排', en: 'building 3 is on' } }

test('“有消息告诉我” under a status answer: one message for one change, like the answer, and how to stop it', async () => {
  const { qiao, owner, clerk, entry, news } = await scene()
  await owner.says('燃气通了吗')
  await owner.taps('有消息告诉我')
  expect(owner.last.outcome).toMatchObject({ action: 'subscribed' })
  expect(owner.last.outcome?.handoff).toBeUndefined()
  const { id, revision } = await entry('gas')
  await qiao.board.edit(id, revision, on, clerk.member)
  expect(await news()).toEqual([
    '您关注的【通气进度】有变化：\n全小区：3号楼已通气，其余在排。\n（今天 10:00更新，来源：王芳）\n不用再通知就回“退订”。',
  ])
  await qiao.outbox.drain()
  expect(await news()).toHaveLength(1)
  expect((await owner.sees()).at(-1)).toMatchObject({
    from: 'bot',
    sources: [{ kind: 'status', id }],
    choices: [{ title: '不用通知了', value: 'unsubscribe:gas' }],
  })
})

test.each(['通了告诉我一声', '有消息告诉我一声', '有进展通知我', 'let me know when it is on'])(
  '“%s” leans on what was asked before',
  async (text) => {
    const { owner } = await scene()
    await owner.says('燃气通了吗')
    await owner.says(text)
    expect(owner.last.outcome?.action).toBe('subscribed')
  },
)

test('what is meant is taken from what was said before the topic was tapped', async () => {
  const close = {
    燃气的事我在5栋: { intent: 'subscribe.status', certainty: 'close' },
    '5栋燃气通了告诉我一声': { intent: 'subscribe.status', certainty: 'close' },
  } as const
  const { qiao, owner } = await scene({ classifier: scripted(close) })
  const follows = async () => qiao.store.subscriptions.ofConversation(owner.id)
  await owner.says('燃气的事我在5栋')
  expect(owner.last.outcome?.action).toBe('clarify')
  await owner.taps('进度提醒')
  expect(await follows()).toMatchObject([{ topic: 'gas', home: { building: '5' } }])
  await owner.says('退订')
  await owner.says('5栋燃气通了告诉我一声')
  expect(await follows()).toMatchObject([{ topic: 'gas', home: { building: '5' } }])
})

test('a line of the log tells nobody unless the clerk ticks it', async () => {
  const { qiao, owner, clerk, entry, news } = await scene()
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  const { id } = await entry('gas')
  await qiao.board.addStep(id, { text: { zh: '刚催过', en: 'urged' } }, false, clerk.member)
  expect(await news()).toEqual([])
  const step = { text: { zh: '对方说检测做到5栋了', en: 'they are at building 5' } }
  await qiao.board.addStep(id, step, true, clerk.member)
  expect(await news()).toEqual([expect.stringMatching(/11月25日 对方说检测做到5栋了（王芳）/)])
  await owner.says('燃气通了吗')
  expect(owner.lastReply).toMatch(/刚催过（王芳）(.|\n)*检测做到5栋了（王芳）/)
})

test('an announced date comes with its source; the end of a matter is said', async () => {
  const { qiao, owner, clerk, entry, news } = await scene()
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  const { id } = await entry('gas')
  const announced = {
    text: { zh: '12月3日起逐栋通气', en: 'from 3 December' },
    source: { zh: '燃气公司', en: 'the gas company' },
  }
  await qiao.board.edit(id, 1, { announced }, clerk.member)
  await qiao.board.edit(id, 2, { ...on, closed: true, announced: null }, clerk.member)
  const [first, second, ...more] = await news()
  expect(first).toMatch(/燃气公司通知：12月3日起逐栋通气。/)
  expect(second).toMatch(/到此了结/)
  expect(second).not.toMatch(/12月3日/)
  expect(more).toEqual([])
})

test('only those whose home it concerns are told; who said no building is told of each', async () => {
  const { qiao, owner, clerk, news } = await scene()
  const [five, three] = [await qiao.owner(), await qiao.owner()]
  await five.says('5栋电梯修好了告诉我')
  await three.says('3栋电梯修好了告诉我')
  await owner.says('电梯修好了告诉我')
  expect(five.lastReply).toMatch(/5栋/)
  const [lift] = (await qiao.board.list('demo')).filter(({ topic }) => topic === 'lift')
  await qiao.board.edit(lift!.id, 1, { state: { zh: '修好了', en: 'mended' }, closed: true }, clerk.member)
  expect(await news(five)).toEqual([expect.stringMatching(/5栋2单元：修好了。/)])
  expect(await news(three)).toEqual([])
  expect(await news()).toHaveLength(1)
})

test('a verified owner follows for their own home without naming it', async () => {
  const { qiao, owner } = await scene()
  const file = { name: 'homes.csv', hash: '', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  await qiao.store.homes.import('demo', [{ building: '5', unit: '2', room: '801', phones: [], bills: [] }], file)
  const [home] = (await qiao.store.homes.list({})).homes
  const expiresAt = '2099-01-01T00:00:00.000Z'
  await qiao.store.homes.addCode({ homeId: home!.id, codeHash: 'hash', madeBy: '', expiresAt })
  await qiao.store.homes.redeem(owner.id, 'hash')
  await owner.says('电梯修好了告诉我')
  expect(await qiao.store.subscriptions.ofConversation(owner.id)).toMatchObject([
    { home: { building: '5', unit: '2' } },
  ])
})

test('nobody is woken: in the quiet hours it waits for the morning, worded for then', async () => {
  const { qiao, owner, clerk, entry, news } = await scene({ at: NIGHT })
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  const { id } = await entry('gas')
  await qiao.board.edit(id, 1, on, clerk.member)
  expect(await news()).toEqual([])
  qiao.clock.set('2026-11-25T22:59:59Z')
  expect(await news()).toEqual([])
  qiao.clock.set('2026-11-25T23:00:00Z')
  expect(await news()).toEqual([expect.stringMatching(/昨天 22:00更新/)])
})

test.each(['不用通知了', '退订', 'stop telling me', 'unsubscribe'])('“%s” ends it', async (text) => {
  const { qiao, owner, clerk, entry, news } = await scene()
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  await owner.says(text)
  expect(owner.last.outcome?.action).toBe('cancelled')
  expect(owner.lastReply).toMatch(/停了|stopped/)
  await qiao.board.edit((await entry('gas')).id, 1, on, clerk.member)
  expect(await news()).toEqual([])
  await owner.says(text)
  expect(owner.lastReply).toMatch(/没有订|follow nothing/)
})

test('the button under the message ends this one alone', async () => {
  const { qiao, owner } = await scene()
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  await owner.says('电梯修好了告诉我')
  await owner.says('不用通知了', 'unsubscribe:gas')
  expect(owner.lastReply).toBe('好，通气进度的变化不再发给您。')
  expect((await qiao.store.subscriptions.ofConversation(owner.id)).map(({ topic }) => topic)).toEqual(['lift'])
})

test('on a channel that cannot be sent to, it says so and notes nothing', async () => {
  const { qiao } = await scene()
  const owner = await qiao.owner('zh', 'wecom')
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  expect(owner.lastReply).toMatch(/这个渠道我没法主动发消息/)
  expect(await qiao.store.subscriptions.ofConversation(owner.id)).toEqual([])
})

test('on a platform it is handed over once, tried again after a failure, and shown where it failed', async () => {
  const results: SendResult[] = ['retry', 'sent', 'impossible', 'unknown']
  const sent: string[] = []
  const send = async (_to: Conversation, message: Message): Promise<SendResult> => {
    if (!message.text.includes('您关注的')) return 'sent'
    sent.push(message.id)
    return results.shift() ?? 'sent'
  }
  const { qiao, clerk, entry } = await scene({ senders: { wechat: { send } } })
  const owner = await qiao.owner('zh', 'wechat')
  await owner.says('燃气通了吗')
  await owner.says('有消息告诉我一声')
  const { id } = await entry('gas')
  for (const n of [1, 2, 3]) await qiao.board.edit(id, n, { state: { zh: `第${n}步`, en: `${n}` } }, clerk.member)
  for (let minute = 0; minute < 5; minute++) {
    await qiao.outbox.drain()
    qiao.clock.forward(1)
  }
  const pushes = (await owner.sees()).filter(({ text }) => text.includes('您关注的'))
  expect(pushes.map(({ delivery }) => delivery)).toEqual(['sent', 'failed', 'unknown'])
  expect(sent).toEqual([pushes[0]!.id, ...pushes.map((push) => push.id)])
})

test('no record: it says so, a clerk gets the task once a day, and the next asker is told that it is asked', async () => {
  const { qiao, owner, clerk, news } = await scene()
  await owner.says('暖气什么时候来')
  expect(owner.lastReply).toMatch(/没有登记在册的进度。已请同事核实登记/)
  expect(owner.last.outcome?.handoff).toMatchObject({ reason: 'stale_status' })
  const other = await qiao.owner()
  await other.says('暖气什么时候来')
  expect(other.lastReply).toMatch(/没有登记在册的进度。同事已经在核实/)
  expect((await other.conversation()).stage).toBe('bot')
  expect((await qiao.store.tickets.list({})).total).toBe(1)
  await other.taps('有消息告诉我')
  const state = { zh: '供热公司在打压试水', en: 'the network is being tested' }
  await qiao.board.create({ topic: 'heating', state }, clerk.member)
  expect(await news(other)).toEqual([expect.stringMatching(/全小区：供热公司在打压试水。/)])
  qiao.clock.forward(24 * 60)
  const tomorrow = await qiao.owner()
  await tomorrow.says('暖气什么时候来')
  expect(tomorrow.lastReply).toMatch(/打压试水/)
})

test('two ask at once about what is not on record: one ticket, and both hear what is so', async () => {
  const { qiao, owner } = await scene()
  const other = await qiao.owner()
  await Promise.all([owner.says('暖气什么时候来'), other.says('暖气什么时候来')])
  expect((await qiao.store.tickets.list({})).total).toBe(1)
  expect([owner.lastReply, other.lastReply].filter((reply) => reply.includes('已请同事核实'))).toHaveLength(1)
})

test('English is told in English', async () => {
  const { qiao, clerk, entry, news } = await scene()
  const owner = await qiao.owner('en')
  await owner.says('when is the gas coming')
  await owner.says('let me know when it is on')
  await qiao.board.edit((await entry('gas')).id, 1, on, clerk.member)
  const [push] = await news(owner)
  expect(push).toMatch(/^What you follow has changed.*\nthe whole compound: building 3 is on\.\n\(As of today at 10:00/)
  expect(push).toMatch(/stop telling me/)
})
