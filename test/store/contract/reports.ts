import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import type { Classification, Reply } from '../../../bot/types.ts'
import { aClerk, aConversation, aHandoff, aTurn, find, type HandClock, says } from '../fixtures.ts'

const HOUR = 3_600_000
const ALWAYS = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }

/** What is read over many conversations. */
export function reportsContract(at: () => { store: Store; clock: HandClock }): void {
  const classified = (change: Partial<Classification> = {}): Classification => {
    const alternatives = [{ intent: 'fee.pay', confidence: 0.9 }]
    return { intent: 'fee.pay', confidence: 0.9, alternatives, outOfScope: false, certainty: 'sure', ...change }
  }
  /** One question and its answer. */
  const asked = async (text: string, replies: Reply[], classification = classified(), community = 'demo') => {
    const { store } = at()
    const conversation = await aConversation(store, { community })
    const seq = await says(store, conversation.id, text)
    await store.conversations.commitTurn(
      aTurn(await find(store, conversation.id), seq, { replies, classification, stage: 'bot' }),
    )
    return conversation.id
  }
  const answer = (text: string): Reply => ({ text, intent: 'fee.pay', action: 'answer' })

  test('what owners said comes newest first, with what was made of it; the unsure alone where asked for', async () => {
    const { store, clock } = at()
    await asked('怎么交钱', [answer('到前台交。')])
    clock.pass(1000)
    const lost = classified({ certainty: 'lost', intent: 'out_of_scope', outOfScope: true })
    await asked('附近哪有好吃的', [{ text: '没听懂', action: 'fallback' }], lost)
    const all = await store.reports.heard({ ...ALWAYS, limit: 10 })
    expect(all.map(({ text, action }) => [text, action])).toEqual([
      ['附近哪有好吃的', 'fallback'],
      ['怎么交钱', 'answer'],
    ])
    expect(await store.reports.heard({ ...ALWAYS, limit: 10, unsureOnly: true })).toMatchObject([
      { community: 'demo', certainty: 'lost', outOfScope: true, alternatives: [{ intent: 'fee.pay' }] },
    ])
    expect(await store.reports.heard({ ...ALWAYS, community: 'other', limit: 10 })).toEqual([])
    expect(await store.reports.heard({ ...ALWAYS, from: ALWAYS.to, limit: 10 })).toEqual([])
  })

  test('each message counts once, however many replies it got', async () => {
    const { store } = at()
    await asked('怎么交钱', [answer('到前台交。'), answer('还有一句。')])
    await asked('怎么交钱', [answer('到前台交。')])
    await asked('怎么交钱', [answer('到前台交。')], classified(), 'other')
    expect(await store.reports.answered(ALWAYS)).toEqual([
      { community: 'demo', intent: 'fee.pay', action: 'answer', hour: 1, n: 2 },
      { community: 'other', intent: 'fee.pay', action: 'answer', hour: 1, n: 1 },
    ])
  })

  test('of a ticket: when a person first wrote, when it ended, and that the owner came again', async () => {
    const { store, clock } = at()
    const clerk = await aClerk(store, '小李')
    const { conversation, ticketId } = await aHandoff(store)
    await store.tickets.claim(ticketId, clerk.id, '小李接手了')
    clock.pass(HOUR)
    await store.tickets.reply(ticketId, clerk.id, { clientMessageId: 'a', text: '您好' })
    const repliedAt = clock.now().toISOString()
    clock.pass(HOUR)
    await store.tickets.resolve(ticketId, clerk.id, '办好了')
    const resolvedAt = clock.now().toISOString()
    clock.pass(HOUR)
    const seq = await says(store, conversation.id, '还是没好')
    const { ticket } = aTurn(conversation, seq, {})
    expect(ticket).toBeUndefined()
    expect(await store.reports.tickets(ALWAYS)).toMatchObject([
      { id: ticketId, reason: 'asked', intent: 'gas.connection_status', repliedAt, resolvedAt },
    ])
    await store.reports.label({ ticketId, intent: 'fee.pay', shouldAnswer: false, author: '小李' })
    await store.reports.label({ ticketId, intent: 'fee.bill', shouldAnswer: true, author: '小王' })
    expect(await store.reports.tickets(ALWAYS)).toMatchObject([{ label: 'fee.bill', shouldAnswer: true }])
    expect(await store.reports.tickets({ ...ALWAYS, community: 'other' })).toEqual([])
  })

  test('ratings and work orders are counted, nothing where there is nothing', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    await store.conversations.rate(id, { score: 5 })
    await store.conversations.rate(id, { score: 4 })
    const { id: other } = await aConversation(store)
    await store.conversations.rate(other, { score: 4 })
    const ratings = await store.reports.ratings(ALWAYS)
    expect(ratings.at(-1)).toMatchObject({ score: 5, n: expect.any(Number) })
    expect(ratings.every(({ n }) => n > 0)).toBe(true)
    expect(await store.reports.orders({ ...ALWAYS, now: ALWAYS.to })).toEqual({
      done: 0,
      reopened: 0,
      visitsOverdue: 0,
    })
  })

  test('a call that was promised counts as overdue from its time until it is made', async () => {
    const { store, clock } = at()
    const clerk = await aClerk(store, '小周')
    const { ticketId } = await aHandoff(store)
    const overdue = (community = 'demo') =>
      store.reports.callbacksOverdue({ now: clock.now().toISOString(), community })
    const before = await overdue()
    const dueAt = new Date(clock.now().getTime() + HOUR).toISOString()
    const promised = await store.callbacks.add(ticketId, { authorId: clerk.id, by: '小周', dueAt, matter: '水压' })
    expect(await overdue()).toBe(before)
    clock.pass(HOUR + 1)
    expect(await overdue()).toBe(before + 1)
    expect(await overdue('other')).toBe(0)
    expect(await store.reports.callbacksOverdue({ now: clock.now().toISOString() })).toBe(before + 1)
    await store.callbacks.done(promised?.id ?? '', '小周', '打过了')
    expect(await overdue()).toBe(before)
  })

  test('a week’s sample is drawn once, filled up as long as there are answers, and judged', async () => {
    const { store } = at()
    for (let n = 0; n < 4; n++) await asked(`第${n}个问题`, [answer(`答${n}`), answer('再一句')])
    const wanted = { ...ALWAYS, community: 'demo', week: '2026-03-02' }
    const first = await store.reports.samples({ ...wanted, size: 3 })
    expect(first).toHaveLength(3)
    expect(first[0]).toMatchObject({ question: expect.stringMatching(/^第\d个问题$/), intent: 'fee.pay' })
    expect(first[0]?.answer).toMatch(/^答\d\n再一句$/)
    expect(await store.reports.samples({ ...wanted, size: 3 })).toEqual(first)
    expect(await store.reports.samples({ ...wanted, size: 50 })).toHaveLength(4)
    const id = first[0]?.id ?? ''
    expect(await store.reports.judge(id, { verdict: 'wrong', note: '答非所问', by: '王经理' })).toBe(true)
    expect(await store.reports.judge('none', { verdict: 'wrong', by: '王经理' })).toBe(false)
    const [judged] = await store.reports.samples({ ...wanted, size: 3 })
    expect(judged).toMatchObject({ id, verdict: 'wrong', note: '答非所问', judgedBy: '王经理' })
    expect(await store.reports.judged(ALWAYS)).toEqual({ right: 0, wrong: 1 })
    expect(await store.reports.samples({ ...wanted, community: 'other', size: 3 })).toEqual([])
  })
}
