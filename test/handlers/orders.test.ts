import { describe, expect, test } from 'vitest'
import { bindHome } from '../support/homes.ts'
import { type Owner, openQiao, type TestQiao } from '../support/qiao.ts'
import { ownerWith, says, sureOf } from './heard.ts'

const FILES = '家里暖气不热，3栋2单元1502，电话13800001111，周六都在'
const OTHER_WORDS = '暖气片是凉的，3栋2单元1502，电话13900002222，什么时候都行'
const KNOWS = {
  [FILES]: 'heating.cold',
  [OTHER_WORDS]: 'heating.cold',
  '暖气不热，3栋2单元1503，电话13900003333，什么时候都行': 'heating.cold',
  '5栋1单元电梯晃得厉害': 'elevator.fault',
  '电梯一直抖，5栋1单元的': 'elevator.fault',
  '6栋1单元电梯晃得厉害': 'elevator.fault',
  '厨房水龙头漏水，3栋2单元1502，电话13800001111，什么时候都行': 'repair.report',
  '卧室门锁坏了，3栋2单元1502，电话13900002222，什么时候都行': 'repair.report',
  '厨房的水龙头一直漏水，3栋2单元1502，电话13900002222，什么时候都行': 'repair.report',
  我报的修怎么样了: 'repair.progress',
  '厨房有蟑螂，什么时候都行，电话13800001111': 'cleaning.pest',
  东门道闸抬不起来: 'parking.gate',
  东门的道闸坏了: 'parking.gate',
  工单能取消吗: 'repair.progress',
  怎么还没人来: 'repair.who_comes_when',
  燃气通了吗: 'gas.connection_status',
}

async function filed(): Promise<{ qiao: TestQiao; owner: Owner }> {
  const { qiao, owner } = await ownerWith(KNOWS)
  await says(owner, FILES, '对')
  expect(owner.lastReply).toMatch(/已登记，工单号 1001/)
  return { qiao, owner }
}

const move = async (qiao: TestQiao, state: 'accepted' | 'scheduled' | 'done' | 'cancelled' | 'filed', more = {}) => {
  const { staff } = qiao.store
  const clerk = (await staff.findByName('王芳')) ?? (await qiao.clerk('王芳')).member
  return qiao.orders.move('1001', clerk, { state, ...more })
}
const lastSeen = async (owner: Owner) => (await owner.sees()).at(-1)
const VISIT = { scheduledFor: '2026-11-28T06:00:00.000Z', worker: '刘师傅' }
/** Three days are a long weekend; eight are over the week. */
const DAY = 24 * 60

describe('staff move it and the owner is told', () => {
  test('accepted, scheduled with the visit that staff entered, done', async () => {
    const { qiao, owner } = await filed()
    await move(qiao, 'accepted')
    expect((await lastSeen(owner))?.text).toBe('工单 1001（家里暖气不热）已接单。时间排了会在这里告诉您。')
    await move(qiao, 'scheduled', VISIT)
    expect((await lastSeen(owner))?.text).toBe(
      '工单 1001（家里暖气不热）排好了：11月28日 14:00，刘师傅来。有变动会在这里告诉您。',
    )
    await move(qiao, 'done')
    const done = await lastSeen(owner)
    expect(done).toMatchObject({ from: 'bot', sources: [{ kind: 'work_order', number: '1001' }] })
    expect(done?.text).toMatch(/登记为已完成。没弄好就说“1001 没修好”，7 天内接着办/)
    expect(done?.choices?.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1].map((n) => `order:rate:1001:${n}`))
  })

  test('in English, and with the reason when it is cancelled', async () => {
    const { qiao, owner } = await ownerWith(KNOWS, 'en')
    await says(owner, FILES, '对')
    await owner.says('please chase it')
    await move(qiao, 'cancelled', { note: '业主说自己修好了' })
    expect((await lastSeen(owner))?.text).toMatch(/Work order 1001 \(.*\) is cancelled: 业主说自己修好了/)
  })

  test('while a clerk holds the conversation it is a line of the system', async () => {
    const { qiao, owner } = await filed()
    await owner.says('转人工')
    const clerk = await qiao.clerk('李娜')
    await clerk.claim((await qiao.store.tickets.openOf(owner.id))?.id ?? '', clerk.member)
    await move(qiao, 'accepted')
    expect(await lastSeen(owner)).toMatchObject({ from: 'system', text: expect.stringMatching(/1001.*已接单/) })
  })

  test('a move that the graph has not is refused with the ones that it has', async () => {
    const { qiao } = await filed()
    await expect(move(qiao, 'done')).rejects.toMatchObject({
      code: 'conflict',
      details: { from: 'filed', to: ['accepted', 'cancelled'] },
    })
    await move(qiao, 'cancelled')
    await expect(move(qiao, 'accepted')).rejects.toMatchObject({ code: 'conflict', details: { to: [] } })
  })

  test('a reason that promises something stays here', async () => {
    const { qiao, owner } = await filed()
    const before = await owner.sees()
    await expect(move(qiao, 'cancelled', { note: '明天上午十点一定给您修好' })).rejects.toMatchObject({
      code: 'promise',
    })
    expect(await owner.sees()).toEqual(before)
  })
})

describe('asked how far it is', () => {
  test('the visit is named as staff entered it, with the dated steps and who took them', async () => {
    const { qiao, owner } = await filed()
    qiao.clock.forward(30)
    await move(qiao, 'accepted')
    await move(qiao, 'scheduled', VISIT)
    await owner.says('什么时候来')
    expect(owner.lastReply).toBe(
      [
        '工单 1001：家里暖气不热，已排期（今天 10:00登记）',
        '排在11月28日 14:00，刘师傅来（王芳登记的）。',
        '· 今天 10:30 已接单（王芳）',
        '· 今天 10:30 已排期（王芳）',
      ].join('\n'),
    )
    expect(qiao.errors).toEqual([])
  })

  test('no date that is not there, and a visit that is past is said to be so', async () => {
    const { qiao, owner } = await filed()
    await move(qiao, 'accepted')
    await owner.says('什么时候来')
    expect(owner.lastReply).toMatch(/上门时间还没排，没有登记就不报/)
    await move(qiao, 'scheduled', VISIT)
    qiao.clock.set('2026-11-29T02:00:00Z')
    await owner.says('到哪一步了')
    expect(owner.lastReply).toMatch(/原来排在昨天 14:00，刘师傅来，到现在没有登记完成/)
    qiao.clock.forward(2 * DAY)
    await owner.says('什么时候来')
    expect(owner.lastReply).toMatch(/原来排在/)
  })
})

test('“怎么还没人来” with something filed gets the record, without it the way it goes', async () => {
  const { qiao, owner } = await filed()
  await owner.says('怎么还没人来')
  expect(owner.lastReply).toMatch(/工单 1001：家里暖气不热，已登记/)
  const other = await qiao.owner()
  await other.says('怎么还没人来')
  expect(other.last.outcome).toMatchObject({ action: 'answer', intent: 'repair.who_comes_when' })
})

describe('催一下', () => {
  test.each(['催一下', '帮我催催', '催一下工单1001', '工单1001麻烦再催一催', 'please chase it'])(
    '“%s”',
    async (words) => {
      const { qiao, owner } = await filed()
      await owner.says(words)
      expect(owner.lastReply).toMatch(
        /替您催了一次，记在工单 1001 上|I've chased it for you; it stands in work order 1001/,
      )
      const [order] = await qiao.store.workOrders.ofConversation(owner.id)
      expect(order?.lines.map(({ kind }) => kind)).toEqual(['filed', 'urged'])
    },
  )

  test('once an hour at most, and it says since when', async () => {
    const { qiao, owner } = await filed()
    await says(owner, '催一下', '催一下')
    expect(owner.lastReply).toMatch(/今天 10:00已经替您催过.*已登记，等维修班接单/)
    qiao.clock.forward(61)
    await owner.says('催一下')
    const order = await qiao.store.workOrders.byNumber('1001')
    expect(order?.lines.filter(({ kind }) => kind === 'urged')).toHaveLength(2)
  })

  test('which time it is, when last and by whom, as the record has it, whoever wrote it down', async () => {
    const { qiao, owner } = await filed()
    await owner.says('催一下')
    expect(owner.lastReply).toMatch(/这是第 1 次催。/)
    qiao.clock.forward(61)
    await qiao.store.workOrders.urge('1001', '王芳', '电话里催的')
    qiao.clock.forward(61)
    await owner.says('催一下')
    expect(owner.lastReply).toMatch(/这是第 3 次催，上一次是今天 11:01（王芳替业主记的）/)
    await owner.says('1001 到哪一步了')
    expect(owner.lastReply).toMatch(/一共催过 3 次，最近一次是今天 12:02（业主催的）/)
    expect(owner.lastReply).not.toContain('电话里催的')
  })

  test('after another matter it is about that one', async () => {
    const { qiao, owner } = await filed()
    await says(owner, '燃气通了吗', '催一下')
    await owner.says('你们催了没有')
    expect(owner.lastReply).not.toMatch(/1001/)
    expect((await qiao.store.workOrders.byNumber('1001'))?.lines).toHaveLength(1)
  })

  test('with several, which one is asked and a tap is enough', async () => {
    const { qiao, owner } = await filed()
    await says(owner, '5栋1单元电梯晃得厉害', '对', '催一下报修')
    expect(owner.lastReply).toBe('您有几张工单，是哪一张？')
    await owner.taps('1001 家里暖气不热')
    expect(owner.lastReply).toMatch(/记在工单 1001 上/)
    expect((await qiao.store.workOrders.byNumber('1002'))?.lines).toHaveLength(1)
  })
})

test('“催了没有” is a question: the record answers, and nothing is written', async () => {
  const { qiao, owner } = await filed()
  await owner.says('你们催了没有')
  expect(owner.lastReply).toMatch(/工单 1001：家里暖气不热/)
  expect((await qiao.store.workOrders.byNumber('1001'))?.lines).toHaveLength(1)
  await owner.says('Can you cancel order 1001?')
  expect(owner.lastReply).toMatch(/^Work order 1001/)
  expect((await qiao.store.workOrders.byNumber('1001'))?.state).toBe('filed')
})

describe('cancelled by its owner', () => {
  test.each(['不用了', '取消', '取消工单1001', '1001不用修了', 'cancel order 1001'])(
    '“%s” while it is only filed',
    async (words) => {
      const { qiao, owner } = await filed()
      await owner.says(words)
      expect(owner.last.outcome?.action).toBe('cancelled')
      expect(await qiao.store.workOrders.byNumber('1001')).toMatchObject({ state: 'cancelled' })
    },
  )

  test('accepted, staff get it and nothing is pretended', async () => {
    const { qiao, owner } = await filed()
    await move(qiao, 'accepted')
    await owner.says('取消工单1001')
    expect(owner.lastReply).toMatch(/已经有人接了，我撤不了，转给客服/)
    expect(owner.last.outcome?.handoff?.team).toBe('repair')
    expect(await qiao.store.workOrders.byNumber('1001')).toMatchObject({ state: 'accepted' })
  })

  test('asked whether it can be cancelled, it is not cancelled yet', async () => {
    const { qiao, owner } = await filed()
    await owner.says('工单能取消吗')
    expect(await qiao.store.workOrders.byNumber('1001')).toMatchObject({ state: 'filed' })
    await owner.taps('取消这张工单')
    expect(await qiao.store.workOrders.byNumber('1001')).toMatchObject({ state: 'cancelled' })
  })

  test("another's cannot be cancelled, rated or urged", async () => {
    const { qiao } = await filed()
    const other = await qiao.owner()
    await other.says('取消工单1001')
    await other.says('催一下', 'order:urge:1001')
    await other.says('很不满意', 'order:rate:1001:1')
    expect((await qiao.store.workOrders.byNumber('1001'))?.lines).toHaveLength(1)
  })
})

describe('it did not hold', () => {
  const done = async () => {
    const { qiao, owner } = await filed()
    await move(qiao, 'accepted')
    await move(qiao, 'done')
    return { qiao, owner }
  }

  test.each(['1001 又坏了', '1001没修好', '没修好', '又不热了', '还是不热', '1001 is not fixed'])(
    '“%s” within a week',
    async (words) => {
      const { qiao, owner } = await done()
      qiao.clock.forward(6 * DAY)
      await owner.says(words)
      expect(owner.lastReply).toMatch(/工单 1001 重新打开了|Work order 1001 is open again/)
      const order = await qiao.store.workOrders.byNumber('1001')
      expect(order?.state).toBe('filed')
      expect(order?.lines.map(({ kind }) => kind)).toEqual(['filed', 'moved', 'moved', 'reopened'])
      expect(order?.lines.at(-1)?.note).toBe(words)
    },
  )

  test('later a new one names the old one', async () => {
    const { qiao, owner } = await done()
    qiao.clock.forward(8 * DAY)
    await owner.says('1001 又坏了')
    expect(owner.lastReply).toMatch(/工单 1001 早先已完成了，不能再打开，给您另开一张：工单号 1002，上面写明接着 1001/)
    expect(await qiao.store.workOrders.byNumber('1002')).toMatchObject({ continues: '1001', state: 'filed' })
    expect(await qiao.store.workOrders.byNumber('1001')).toMatchObject({ state: 'done' })
    await expect(move(qiao, 'filed')).rejects.toMatchObject({ code: 'conflict' })
  })

  test('not done yet, it is urged', async () => {
    const { qiao, owner } = await filed()
    await owner.says('1001 还是不热')
    expect((await qiao.store.workOrders.byNumber('1001'))?.lines.at(-1)?.kind).toBe('urged')
  })
})

describe('rated by a button after it is done', () => {
  test('kept, and a bad one says how it goes on', async () => {
    const { qiao, owner } = await filed()
    await move(qiao, 'accepted')
    await move(qiao, 'done')
    await owner.says('不满意', 'order:rate:1001:2')
    expect(owner.lastReply).toMatch(/谢谢您直说.*1001 没修好/)
    expect((await qiao.store.workOrders.byNumber('1001'))?.lines.at(-1)).toMatchObject({ kind: 'rated', note: '2' })
  })

  test('never asked after an emergency', async () => {
    const { qiao, owner } = await filed()
    await owner.says('家里有煤气味，头晕')
    expect(owner.last.outcome?.action).toBe('emergency')
    await move(qiao, 'accepted')
    await move(qiao, 'done')
    const message = await lastSeen(owner)
    expect(message?.text).toMatch(/登记为已完成/)
    expect(message?.choices).toBeUndefined()
    expect(message?.text).not.toMatch(/办得怎么样/)
  })
})

describe('the same fault in the same place is one work order', () => {
  test('a lift, by two owners in other words: one number, both are told', async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    const [wang, li] = [await qiao.owner(), await qiao.owner()]
    await says(wang, '5栋1单元电梯晃得厉害', '对')
    await says(li, '电梯一直抖，5栋1单元的', '对')
    expect(li.lastReply).toMatch(/这件事已经有人报过了，工单号 1001/)
    expect(li.last.replies[0]).toMatchObject({ card: { number: '1001' }, sources: [{ number: '1001' }] })
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 1, workOrders: [{ followers: 2 }] })
    await move(qiao, 'accepted')
    for (const owner of [wang, li]) expect((await lastSeen(owner))?.text).toMatch(/工单 1001（.*）已接单/)
  })

  test('two of one home, both bound to it: each reads their own words only', async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    const [wang, li] = [await qiao.owner(), await qiao.owner()]
    for (const owner of [wang, li]) await bindHome(qiao, owner, ['3', '2', '1502'])
    await says(wang, FILES, '对')
    await says(li, OTHER_WORDS, '对', '我报的修怎么样了')
    expect(li.lastReply).toMatch(/工单 1001：暖气片是凉的.*\n一共有 2 人报了这件事。/)
    expect(JSON.stringify(await li.sees())).not.toMatch(/13800001111|周六都在/)
  })

  test.each([
    ['neither', []],
    ['only the first', [0]],
    ['only the second', [1]],
  ])('a home that is only said joins nothing: %s is bound to it', async (_who, bound) => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    const owners = [await qiao.owner(), await qiao.owner()] as const
    for (const at of bound) await bindHome(qiao, owners[at as 0 | 1], ['3', '2', '1502'])
    await says(owners[0], FILES, '对')
    await says(owners[1], OTHER_WORDS, '对', '我报的修怎么样了')
    expect(JSON.stringify(await owners[1].sees())).not.toMatch(/1001|已经有人报过|2 人/)
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 2 })
  })

  test('bound to another home, naming this door joins nothing', async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    const [wang, li] = [await qiao.owner(), await qiao.owner()]
    await bindHome(qiao, wang, ['3', '2', '1502'])
    await bindHome(qiao, li, ['3', '2', '1503'])
    await says(wang, FILES, '对')
    await says(li, OTHER_WORDS, '对')
    expect(li.lastReply).toMatch(/已登记，工单号 1002/)
  })

  test('said twice in one conversation it is one, and both are kept', async () => {
    const { qiao, owner } = await filed()
    await says(owner, OTHER_WORDS, '对')
    expect(owner.lastReply).toMatch(/您已经报过，工单号 1001，这次说的也记在上面/)
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 1, workOrders: [{ followers: 1 }] })
    expect((await qiao.store.workOrders.byNumber('1001'))?.lines.at(-1)).toMatchObject({
      kind: 'joined',
      note: expect.stringMatching(/暖气片是凉的/),
    })
  })

  test.each([
    ['another building', '5栋1单元电梯晃得厉害', '6栋1单元电梯晃得厉害'],
    ['another home', FILES, '暖气不热，3栋2单元1503，电话13900003333，什么时候都行'],
    [
      'another thing in the same home',
      '厨房水龙头漏水，3栋2单元1502，电话13800001111，什么时候都行',
      '卧室门锁坏了，3栋2单元1502，电话13900002222，什么时候都行',
    ],
  ])('%s is another one', async (_what, first, second) => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    await says(await qiao.owner(), first, '对')
    await says(await qiao.owner(), second, '对')
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 2 })
  })

  test("anybody's kitchen is not the same place, the east gate is", async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    for (let n = 0; n < 2; n++) await says(await qiao.owner(), '厨房有蟑螂，什么时候都行，电话13800001111', '对')
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 2 })
    await says(await qiao.owner(), '东门道闸抬不起来', '对')
    await says(await qiao.owner(), '东门的道闸坏了', '对')
    expect((await qiao.store.workOrders.list({})).total).toBe(3)
  })

  test('the same general repair in like words is one', async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    const [wang, li] = [await qiao.owner(), await qiao.owner()]
    for (const owner of [wang, li]) await bindHome(qiao, owner, ['3', '2', '1502'])
    await says(wang, '厨房水龙头漏水，3栋2单元1502，电话13800001111，什么时候都行', '对')
    await says(li, '卧室门锁坏了，3栋2单元1502，电话13900002222，什么时候都行', '对')
    await says(li, '厨房的水龙头一直漏水，3栋2单元1502，电话13900002222，什么时候都行', '对')
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 2 })
  })

  test('a day later it is a new one', async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    await says(await qiao.owner(), '5栋1单元电梯晃得厉害', '对')
    qiao.clock.forward(DAY + 1)
    await says(await qiao.owner(), '电梯一直抖，5栋1单元的', '对')
    expect(await qiao.store.workOrders.list({})).toMatchObject({ total: 2 })
  })

  test('one withdraws, it goes on for the other; reopened, the other is told', async () => {
    const qiao = await openQiao({ classifier: sureOf(KNOWS) })
    const [wang, li] = [await qiao.owner(), await qiao.owner()]
    await says(wang, '5栋1单元电梯晃得厉害', '对')
    await says(li, '电梯一直抖，5栋1单元的', '对')
    await wang.says('取消工单1001')
    expect(wang.lastReply).toMatch(/还有别的住户报，会接着办/)
    expect(await qiao.store.workOrders.byNumber('1001')).toMatchObject({ state: 'filed', followers: 1 })
    const third = await qiao.owner()
    await says(third, '5栋1单元电梯晃得厉害', '对')
    await move(qiao, 'accepted')
    await move(qiao, 'done')
    await third.says('1001 又坏了')
    expect((await lastSeen(li))?.text).toBe('工单 1001：有住户说没弄好，重新打开了。')
    expect(JSON.stringify(await wang.sees())).not.toMatch(/已接单/)
  })
})

test('a clerk who takes over sees the work orders with their history', async () => {
  const { qiao, owner } = await filed()
  await move(qiao, 'accepted')
  await owner.says('转人工')
  const clerk = await qiao.clerk('李娜')
  const ticket = await clerk.open((await qiao.store.tickets.openOf(owner.id))?.id ?? '')
  expect(ticket.context.repairs).toMatchObject([{ number: '1001', state: 'accepted', lines: [{}, { by: '王芳' }] }])
})

test('in the middle of another form a numbered wish is done and the form goes on', async () => {
  const { qiao, owner } = await filed()
  await says(owner, '5栋1单元电梯晃得厉害', '催一下工单1001')
  expect(owner.lastReply).toMatch(/记在工单 1001 上/)
  await owner.says('对')
  expect(owner.lastReply).toMatch(/工单号 1002/)
  expect(qiao.errors).toEqual([])
})
