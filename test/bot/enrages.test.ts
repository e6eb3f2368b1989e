import { expect, test } from 'vitest'
import type { Outcome } from '../../bot/types.ts'
import { toTraditional } from '../../intents/script.ts'
import { readTone } from '../../intents/tone/index.ts'
import { voicesOf } from '../../knowledge/catalogue.ts'
import { scripted } from '../support/classifier.ts'
import { type Clerk, knowledge, type Owner, openQiao, type TestQiao } from '../support/qiao.ts'

/* What makes owners angry at a bot, and that ours does none of it. */

const LIGHT = '楼道灯坏了'
const GAS = '燃气通了吗'
const WORDY = '卫生间漏水漏到楼下了，三天没人来'
const KNOWS = scripted({
  [LIGHT]: { intent: 'light.public' },
  [GAS]: { intent: 'gas.connection_status' },
  [WORDY]: { intent: 'complaint.general' },
  又停水了: { intent: 'water.outage' },
  我要打12345投诉你们: { intent: 'complaint.legal' },
  再不通气我就打12345: { intent: 'gas.connection_status' },
  再不通气我就找媒体曝光你们: { intent: 'gas.connection_status' },
  "If the gas isn't on I'll call a reporter": { intent: 'gas.connection_status' },
  再这样我就放火: { intent: 'gas.connection_status' },
  一群废物燃气到现在都没有: { intent: 'gas.connection_status' },
  '气死我了，物业费凭什么这么贵': { intent: 'fee.standard' },
})
const start = async (locale?: 'en') => {
  const qiao = await openQiao({ classifier: KNOWS })
  return { qiao, owner: await qiao.owner(locale) }
}
const openTicket = async (qiao: TestQiao, { id }: Owner) => {
  const ticket = await qiao.store.tickets.openOf(id)
  if (!ticket) throw new Error('no ticket is open')
  return ticket
}
/** Asked for a person, who took it over and ended it. */
async function ended(qiao: TestQiao, owner: Owner): Promise<{ clerk: Clerk; ticketId: string }> {
  await owner.says(WORDY)
  await owner.says('转人工')
  const { id } = await openTicket(qiao, owner)
  const clerk = await qiao.clerk('王芳')
  await clerk.claim(id, clerk.member)
  await clerk.resolve(id, clerk.member)
  return { clerk, ticketId: id }
}
const systemWords = async (owner: Owner) =>
  (await owner.sees()).filter(({ from }) => from === 'system').map(({ text }) => text)

test('a handoff is never followed by silence: when it is due the owner is told, once, and the manager has it', async () => {
  const { qiao, owner } = await start()
  await owner.says('转人工')
  const { id, dueAt } = await openTicket(qiao, owner)
  expect(await qiao.overdue.sweep()).toBe(0)
  qiao.clock.set(dueAt)
  expect(await qiao.overdue.sweep()).toBe(1)
  expect(await systemWords(owner)).toEqual([expect.stringMatching(/还没有人接.*已升级给经理.*等不了的事请打 \d/)])
  const after = await openTicket(qiao, owner)
  expect(after).toMatchObject({ id, team: 'manager', priority: 'high', stage: 'waiting', dueAt })
  expect(after.notes).toEqual([expect.objectContaining({ author: '小桥', text: expect.stringMatching(/升级给经理/) })])
  qiao.clock.forward(60)
  expect(await qiao.overdue.sweep()).toBe(0)
  expect(await systemWords(owner)).toHaveLength(1)
  expect(qiao.errors).toEqual([])
})

test('several that sweep at once tell it once', async () => {
  const { qiao, owner } = await start('en')
  await owner.says('a real person please')
  qiao.clock.set((await openTicket(qiao, owner)).dueAt)
  const seen = await qiao.store.tickets.overdue()
  const words = { says: 'x', note: 'x', author: 'x', team: 'manager' }
  const told = await Promise.all(
    seen.flatMap((ticket) => [1, 2, 3].map(() => qiao.store.tickets.escalate(ticket, words))),
  )
  expect(told.filter(Boolean)).toHaveLength(1)
  expect(await qiao.overdue.sweep()).toBe(0)
})

test('a clerk who holds it and says nothing is no answer; a word from them is', async () => {
  const { qiao, owner } = await start('en')
  const silent = await qiao.clerk('李强')
  await owner.says('a real person please')
  const first = await openTicket(qiao, owner)
  await silent.claim(first.id, silent.member)
  const other = await qiao.owner()
  await other.says('转人工')
  const second = await openTicket(qiao, other)
  await silent.claim(second.id, silent.member)
  await silent.reply(second.id, silent.member, { clientMessageId: 'a', text: '您好，我看看' })
  qiao.clock.set(second.dueAt)
  expect(await qiao.overdue.sweep()).toBe(1)
  expect((await systemWords(owner)).at(-1)).toMatch(/^李强 took your matter over and has not answered/)
  expect(await openTicket(qiao, owner)).toMatchObject({ assignee: '李强', stage: 'staff', team: 'manager' })
  expect((await systemWords(other)).filter((text) => /经理/.test(text))).toEqual([])
})

test('nobody is told at night what waits for the day, unless it is an emergency', async () => {
  const { qiao, owner } = await start()
  await owner.says('转人工')
  const alarmed = await qiao.owner()
  await alarmed.says('家里闻到煤气味很浓')
  qiao.clock.set('2026-11-25T16:00:00Z')
  expect(await qiao.overdue.sweep()).toBe(1)
  expect(await openTicket(qiao, alarmed)).toMatchObject({ priority: 'emergency', team: 'manager' })
  expect(await systemWords(owner)).toEqual([])
  qiao.clock.set('2026-11-26T02:00:00Z')
  expect(await qiao.overdue.sweep()).toBe(1)
  expect(await systemWords(owner)).toHaveLength(1)
})

test('a conversation that was left for days is told too', async () => {
  const { qiao, owner } = await start()
  await owner.says('转人工')
  await qiao.store.conversations.close(owner.id)
  qiao.clock.forward(3 * 24 * 60)
  expect(await qiao.overdue.sweep()).toBe(1)
  expect(await systemWords(owner)).toHaveLength(1)
})

test.each(['没解决', '还是没解决，你们怎么回事！', '还没好', '又坏了'])(
  'closed though unsolved: “%s” gets a person with what was ended, by name',
  async (text) => {
    const { qiao, owner } = await start()
    const { ticketId } = await ended(qiao, owner)
    qiao.clock.forward(3 * 24 * 60)
    await owner.says(text)
    expect(owner.lastReply).toMatch(/没解决就不算完/)
    const again = await openTicket(qiao, owner)
    expect(again).toMatchObject({ priority: 'high', stage: 'waiting' })
    expect(again.id).not.toBe(ticketId)
    expect(again.context.summary).toMatch(/^【没解决，再次找来】（上一张\S+ \S+结束）：.*卫生间漏水/)
  },
)

test('whoever takes it, the manager too, is told what was ended', async () => {
  const { qiao, owner } = await start()
  await ended(qiao, owner)
  await owner.says('没解决，我打12345投诉')
  expect(owner.lastReply).toMatch(/没解决就不算完[\s\S]*12345[\s\S]*已转给经理/)
  const ticket = await openTicket(qiao, owner)
  expect(ticket).toMatchObject({ reason: 'anger', priority: 'high', team: 'manager' })
  expect(ticket.summary).toMatch(/^【没解决，再次找来】/)
})

test('in English too', async () => {
  const { qiao, owner } = await start('en')
  await ended(qiao, owner)
  await owner.says("It's not solved")
  expect(owner.lastReply).toMatch(/^Then it isn't finished\./)
})

test('with a form open it is heard as well', async () => {
  const { qiao, owner } = await start()
  await ended(qiao, owner)
  await owner.says(LIGHT)
  await owner.says('没解决')
  expect(owner.last.outcome?.handoff?.continues).toBeDefined()
})

test('a week later, with nothing ended before, or of another matter, it is what it says', async () => {
  const { qiao, owner } = await start()
  await owner.says('没解决')
  expect(owner.last.outcome?.handoff?.continues).toBeUndefined()
  const late = await qiao.owner()
  await ended(qiao, late)
  await late.says('又停水了')
  expect(late.last.outcome?.intent).toBe('water.outage')
  qiao.clock.forward(8 * 24 * 60)
  await late.says('没解决')
  expect(late.last.outcome?.handoff?.continues).toBeUndefined()
})

const CALM: RegExp = /违法|法律责任|起诉您|后果自负|consequences/
const calmly = (outcome: Outcome | undefined) => (outcome?.replies ?? []).map(({ text }) => text).join('\n')

test('12345 is no threat: the number is given, calmly, and the manager has it', async () => {
  for (const text of ['我要打12345投诉你们', '再不通气我就打12345', '再不通气我就找媒体曝光你们']) {
    const { qiao, owner } = await start()
    await owner.says(text)
    expect(owner.lastReply).toMatch(/12345/)
    expect(owner.lastReply.match(/12345/g)).toHaveLength(1)
    expect(calmly(owner.last.outcome)).not.toMatch(CALM)
    expect(await openTicket(qiao, owner)).toMatchObject({ team: 'manager', priority: 'high' })
  }
  const { owner: english } = await start('en')
  await english.says("If the gas isn't on I'll call a reporter")
  expect(english.lastReply).toMatch(/is your right.*12345/)
})

test('the right is told once, and who threatens harm is not sent to the hotline', async () => {
  const { owner } = await start()
  await owner.says('再不通气我就打12345')
  await owner.says('再不通气我就找媒体曝光你们')
  expect(owner.lastReply).not.toMatch(/12345/)
  const { owner: other } = await start()
  expect(readTone('再这样我就放火').threat).toBe(true)
  await other.says('再这样我就放火')
  expect(other.lastReply).not.toMatch(/12345/)
})

test('who speaks of blocking the gate gets the facts, the ways that help, once, and the manager', async () => {
  for (const text of ['再不通气我们就去堵大门', '明天大家一起拉横幅', "we'll block the gate until there is gas"]) {
    const { qiao, owner } = await start(text.startsWith('we') ? 'en' : undefined)
    await owner.says(text)
    expect(owner.lastReply).toMatch(/12345/)
    expect(owner.lastReply).toMatch(/法院|court/)
    expect(await openTicket(qiao, owner)).toMatchObject({ team: 'manager', priority: 'high' })
    await owner.says(text)
    expect(owner.lastReply).not.toMatch(/12345/)
  }
  const { owner } = await start()
  await owner.says('有车堵门出不去')
  expect(owner.lastReply).not.toMatch(/12345/)
})

test('a clerk is spared the insults, may look, and is noted; the owner sees what they wrote', async () => {
  const { qiao, owner } = await start()
  const ABUSE = '一群废物燃气到现在都没有'
  await owner.says(ABUSE)
  await owner.says('转人工')
  const { id } = await openTicket(qiao, owner)
  const clerk = await qiao.clerk('王芳')
  const { context } = await clerk.open(id)
  expect(context.transcript[0]).toMatchObject({ seq: 1, text: '（辱骂已隐去）燃气到现在都没有', masked: true })
  expect(context.transcript[1]).not.toHaveProperty('masked')
  expect(JSON.stringify(context)).not.toMatch(/废物/)
  expect((await owner.sees())[0]).toMatchObject({ text: ABUSE })
  expect((await owner.sees())[0]).not.toHaveProperty('masked')
  for (let look = 0; look < 2; look++)
    expect(await clerk.reveal(id, clerk.member, { field: 'message', seq: 1 })).toEqual({ seq: 1, text: ABUSE })
  expect((await clerk.open(id)).notes).toEqual([
    expect.objectContaining({ author: '王芳', text: '看了业主第 1 条消息的原话。' }),
  ])
  expect((await clerk.reveal(id, clerk.member, { field: 'message', seq: 2 })).seq).toBe(2)
  expect((await clerk.open(id)).notes).toHaveLength(1)
  await expect(clerk.reveal(id, clerk.member, { field: 'message', seq: 99 })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('no rating is asked for after an emergency', async () => {
  const { qiao, owner } = await start()
  await owner.says('家里闻到煤气味很浓')
  const { id } = await openTicket(qiao, owner)
  const clerk = await qiao.clerk('王芳')
  await clerk.claim(id, clerk.member)
  await clerk.resolve(id, clerk.member)
  const last = (await owner.sees()).at(-1)
  expect(last?.from).toBe('system')
  expect(last).not.toHaveProperty('choices')
})

test('no question is put a third time', async () => {
  const { owner } = await start()
  await owner.says(LIGHT)
  const asked: string[] = []
  for (let turn = 0; turn < 6; turn++) {
    asked.push(owner.last.outcome?.form?.asking ?? 'over')
    await owner.says('不知道啊')
  }
  const questions = asked.filter((slot) => slot !== 'over' && slot !== 'confirm')
  for (const slot of new Set(questions)) expect(questions.filter((one) => one === slot).length).toBeLessThanOrEqual(2)
})

test('to an angry person the next step comes first and the law stands behind the tap', async () => {
  const { owner } = await start()
  await owner.says('气死我了，物业费凭什么这么贵')
  expect(owner.lastReply).not.toMatch(/条例|民法典|第\s*\d+\s*条/)
  const card = owner.last.replies[0]?.card
  expect(card?.kind === 'responsibility' && card.next).toBeTruthy()
})

const voices = voicesOf(knowledge, toTraditional)
const ENTRIES = [...knowledge.entries.values()]
/** Of money; arrears are nobody's business elsewhere. */
const OF_MONEY = /^(?:fee\.|parking\.fee|parking\.waiver)/

test.each(['zh', 'zh-TW', 'en'] as const)('what all entries say: %s', (locale) => {
  const voice = voices('demo', locale)
  for (const entry of ENTRIES) {
    const { next, can } = voice.responsibility(entry)
    const said = [voice.answer(entry), next, ...can].join('\n')
    const at = (pattern: RegExp) => ({ id: entry.id, found: said.match(pattern)?.[0] })
    if (!OF_MONEY.test(entry.id))
      expect(at(/欠(?:费|費|款|缴|繳)|拖欠|滞纳|滯納|arrears|overdue (?:fee|bill)|in debt|unpaid/i)).toEqual({
        id: entry.id,
      })
    expect(at(/理解您的|理解你的|感同身受|understand (?:how you feel|your (?:feelings|frustration))/i)).toEqual({
      id: entry.id,
    })
    expect(
      at(
        /(?:相关|相關|有关|有關)(?:部门|部門|单位|單位|人员|人員)|the (?:relevant|appropriate|competent) (?:department|authorit)/i,
      ),
    ).toEqual({ id: entry.id })
    const first = voice.answer(entry).split('\n')[0] ?? ''
    expect({
      id: entry.id,
      lawFirst: /条例|條例|民法典|第\s*\d+\s*[条條]|Civil Code|Regulation|Article \d/.test(first),
    }).toEqual({ id: entry.id, lawFirst: false })
  }
})
