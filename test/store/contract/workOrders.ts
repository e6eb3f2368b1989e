import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { movesFrom, type OrderAct, type WorkOrderState } from '../../../bot/types.ts'
import { aConversation, type HandClock, transcript } from '../fixtures.ts'
import { A_LIFT, newOrder, SAYS, turnWith } from '../orders.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const STATES: WorkOrderState[] = ['filed', 'accepted', 'scheduled', 'done', 'cancelled']
const VISIT = { scheduledFor: '2026-03-05T06:00:00.000Z', worker: '刘师傅' }

/** Work orders: filed, joined, moved, urged, opened again. */
export function workOrdersContract(at: () => { store: Store; clock: HandClock }): void {
  const move = (number: string, state: WorkOrderState, more = {}) =>
    at().store.workOrders.move(number, { state, by: '王芳', ...more }, SAYS)
  const act = (conversationId: string, orderAct: OrderAct) => turnWith(at().store, conversationId, { orderAct })
  const linesOf = async (number: string) => (await at().store.workOrders.byNumber(number))?.lines ?? []

  test('a move is a dated line with its author and one message to everybody who reported it', async () => {
    const { store, clock } = at()
    const [wang, li] = [await aConversation(store), await aConversation(store, { locale: 'en' })]
    const number = await newOrder(store, wang.id)
    expect(await newOrder(store, li.id, { ...A_LIFT, slots: { what: 'shakes' } })).toBe(number)
    expect((await transcript(store, li.id)).at(-1)).toBe(`bot: 已经报过，工单号 ${number}`)
    clock.pass(1000)
    expect(await move(number, 'accepted')).toMatchObject({ kind: 'ok', told: expect.arrayContaining([wang.id, li.id]) })
    await move(number, 'scheduled', VISIT)
    expect((await transcript(store, wang.id)).at(-1)).toBe(`bot: ${number} scheduled 电梯晃`)
    expect((await transcript(store, li.id)).at(-1)).toBe(`bot: ${number} scheduled shakes`)
    expect(await store.workOrders.byNumber(number)).toMatchObject({ state: 'scheduled', ...VISIT, followers: 2 })
    expect(await linesOf(number)).toMatchObject([
      { kind: 'filed', state: 'filed' },
      { kind: 'joined' },
      { kind: 'moved', state: 'accepted', by: '王芳', at: '2026-03-02T01:00:01.000Z' },
      { kind: 'moved', state: 'scheduled', by: '王芳', ...VISIT },
    ])
    expect((await store.workOrders.reports(number)).map(({ slots }) => slots.what).sort()).toEqual(['shakes', '电梯晃'])
  })

  test('where the channel has to be called, it goes through the outbox', async () => {
    const { store, clock } = at()
    const { id } = await aConversation(store, { channel: 'wechat' })
    const number = await newOrder(store, id)
    const before = await transcript(store, id)
    await move(number, 'accepted')
    expect(await transcript(store, id)).toEqual(before)
    const until = new Date(clock.now().getTime() + HOUR).toISOString()
    const [reply] = await store.outbox.lease({ by: 'one', until, limit: 10 })
    await store.outbox.settle(reply?.position ?? 0, 'one', { state: 'sent' })
    const leased = await store.outbox.lease({ by: 'one', until, limit: 10 })
    expect(leased.map(({ conversationId }) => conversationId)).toEqual([id])
    await store.outbox.begin(leased[0]?.position ?? 0, 'one')
    expect((await transcript(store, id)).at(-1)).toBe(`bot: ${number} accepted 电梯晃`)
  })

  test('of many at once with the same fault one files it and the others join', async () => {
    const { store } = at()
    const owners = await Promise.all(Array.from({ length: 20 }, () => aConversation(store)))
    const numbers = await Promise.all(owners.map(({ id }) => newOrder(store, id)))
    expect(new Set(numbers).size).toBe(1)
    expect(await store.workOrders.list({})).toMatchObject({ total: 1, workOrders: [{ followers: 20 }] })
  })

  test('joined only in the same compound, place and kind, within a day, while it is open', async () => {
    const { store, clock } = at()
    const own = await aConversation(store)
    const first = await newOrder(store, own.id)
    const others = [
      newOrder(store, (await aConversation(store, { community: 'other' })).id),
      newOrder(store, (await aConversation(store)).id, { ...A_LIFT, place: { kind: 'common', key: '6-1--:电梯' } }),
      newOrder(store, (await aConversation(store)).id, { ...A_LIFT, intent: 'light.public' }),
    ]
    const numbers = [first, ...(await Promise.all(others))]
    expect(await newOrder(store, own.id)).toBe(first)
    expect(await store.workOrders.byNumber(first)).toMatchObject({ followers: 1, lines: [{}, { kind: 'joined' }] })
    expect(new Set(numbers).size).toBe(4)
    clock.pass(DAY + 1000)
    expect(await newOrder(store, (await aConversation(store)).id)).not.toBe(first)
    const fresh = await newOrder(store, (await aConversation(store)).id, { ...A_LIFT, intent: 'drain.blocked' })
    await move(fresh, 'cancelled')
    expect(await newOrder(store, (await aConversation(store)).id, { ...A_LIFT, intent: 'drain.blocked' })).not.toBe(
      fresh,
    )
  })

  test('of two moves at once from one state the second is refused', async () => {
    const { store } = at()
    const number = await newOrder(store, (await aConversation(store)).id)
    const kinds = (await Promise.all([move(number, 'cancelled'), move(number, 'accepted')])).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['illegal', 'ok'])
    expect(await linesOf(number)).toHaveLength(2)
    expect(await move('9999', 'accepted')).toEqual({ kind: 'unknown' })
  })

  test('urged once an hour by whoever it is; not by a stranger', async () => {
    const { store, clock } = at()
    const [wang, li, stranger] = [await aConversation(store), await aConversation(store), await aConversation(store)]
    const number = await newOrder(store, wang.id)
    await newOrder(store, li.id)
    await act(stranger.id, { kind: 'urge', number })
    await Promise.all([act(wang.id, { kind: 'urge', number }), act(li.id, { kind: 'urge', number })])
    const urged = async () => (await linesOf(number)).filter(({ kind }) => kind === 'urged').length
    expect(await urged()).toBe(1)
    clock.pass(HOUR + 1)
    await act(li.id, { kind: 'urge', number })
    expect(await urged()).toBe(2)
    const quiet = await newOrder(store, wang.id, { intent: 'light.public', slots: {} })
    expect((await store.workOrders.list({})).workOrders.map((order) => order.number)).toEqual([number, quiet])
  })

  test('an owner who reports the same again after an hour urges it, within the hour it is the same report', async () => {
    const { store, clock } = at()
    const { id } = await aConversation(store)
    const number = await newOrder(store, id)
    clock.pass(HOUR - 1)
    await newOrder(store, id)
    clock.pass(HOUR)
    const joinedAgain = { text: '{number} 第{n}次催', action: 'opened' as const }
    await newOrder(store, id, { ...A_LIFT, joinedAgain })
    expect((await transcript(store, id)).at(-1)).toBe(`bot: ${number} 第1次催`)
    clock.pass(2 * DAY)
    expect(await newOrder(store, id, { ...A_LIFT, joinedAgain })).toBe(number)
    expect((await linesOf(number)).map(({ kind }) => kind)).toEqual(['filed', 'joined', 'urged', 'urged'])
  })

  test('a clerk writes down that an owner rang up again, and what they said goes with the owner', async () => {
    const { store } = at()
    const owner = await aConversation(store)
    const number = await newOrder(store, owner.id)
    await store.workOrders.urge(number, '王芳', '说再不来就投诉')
    expect(await store.workOrders.urge(number, '王芳')).toMatchObject({
      lines: [{}, { by: '王芳' }, { kind: 'urged' }],
    })
    expect(await store.workOrders.urge('9999', '王芳')).toBeUndefined()
    await store.privacy.erase({ conversations: [owner.id], homes: [] })
    expect(JSON.stringify(await linesOf(number))).not.toContain('投诉')
    await move(number, 'cancelled')
    const before = (await linesOf(number)).length
    expect(await store.workOrders.urge(number, '王芳')).toMatchObject({ state: 'cancelled' })
    expect(await linesOf(number)).toHaveLength(before)
  })

  test('opened again within seven days, to the millisecond, and not later', async () => {
    const { store, clock } = at()
    const { id } = await aConversation(store)
    for (const late of [0, 1]) {
      const number = await newOrder(store, id)
      await move(number, 'accepted')
      await move(number, 'done')
      clock.pass(7 * DAY + late)
      await act(id, { kind: 'reopen', number, note: '又坏了' })
      expect((await store.workOrders.byNumber(number))?.state).toBe(late ? 'done' : 'filed')
      if (late) expect(await move(number, 'filed')).toEqual({ kind: 'late' })
    }
  })

  test('withdrawn by the last one it is cancelled; before, it goes on for the others', async () => {
    const { store } = at()
    const [wang, li] = [await aConversation(store), await aConversation(store)]
    const number = await newOrder(store, wang.id)
    await newOrder(store, li.id, { ...A_LIFT, slots: { what: '电梯抖' } })
    await act(wang.id, { kind: 'withdraw', number })
    expect(await store.workOrders.byNumber(number)).toMatchObject({
      state: 'filed',
      conversationId: li.id,
      slots: { what: '电梯抖' },
    })
    expect(await store.workOrders.ofConversation(wang.id)).toEqual([])
    await act(li.id, { kind: 'withdraw', number })
    expect(await store.workOrders.byNumber(number)).toMatchObject({ state: 'cancelled' })
  })

  test('listed by state, compound and words, in pages', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    for (let n = 0; n < 52; n++)
      await newOrder(store, id, { intent: 'light.public', slots: { what: `第${n}盏灯100%不亮` } })
    const { workOrders, total } = await store.workOrders.list({ state: 'filed', community: 'demo' })
    expect([workOrders.length, total]).toEqual([50, 52])
    expect((await store.workOrders.list({ page: 2 })).workOrders).toHaveLength(2)
    expect((await store.workOrders.list({ q: '第51盏' })).total).toBe(1)
    expect((await store.workOrders.list({ q: '0%不' })).total).toBe(52)
    expect((await store.workOrders.list({ q: "%' or 1=1" })).total).toBe(0)
    expect((await store.workOrders.list({ q: workOrders[0]?.number ?? '' })).total).toBe(1)
    expect((await store.workOrders.list({ community: 'other' })).total).toBe(0)
    expect(await store.workOrders.all({ state: 'filed' }, 3)).toHaveLength(3)
  })

  test('whatever is tried in whatever order, it never leaves its graph, and each step is one line', async () => {
    const { store, clock } = at()
    const step = fc.oneof(
      fc.constantFrom(...STATES).map((state) => ({ verb: 'move' as const, state })),
      fc.constantFrom('urge', 'withdraw', 'reopen').map((kind) => ({ verb: 'act' as const, kind })),
      fc.integer({ min: 0, max: 9 }).map((days) => ({ verb: 'wait' as const, days })),
    )
    const run = async (steps: (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) => {
      const { id } = await aConversation(store)
      const number = await newOrder(store, id, { intent: 'light.public', slots: {} })
      for (const one of steps) {
        if (one.verb === 'wait') clock.pass(one.days * DAY)
        else if (one.verb === 'move') await move(number, one.state, one.state === 'scheduled' ? VISIT : {})
        else
          await act(
            id,
            (one.kind === 'reopen' ? { kind: 'reopen', number, note: '坏' } : { kind: one.kind, number }) as OrderAct,
          )
      }
      const order = await store.workOrders.byNumber(number)
      const states = order?.lines.map(({ state }) => state) ?? []
      expect(states[0]).toBe('filed')
      expect(states.at(-1)).toBe(order?.state)
      for (const [n, state] of states.entries())
        if (n && order?.lines[n]?.kind !== 'urged') expect(movesFrom(states[n - 1]!)).toContain(state)
      if (order?.state !== 'scheduled' && order?.state !== 'done') expect(order?.scheduledFor).toBeUndefined()
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), run), { numRuns: 60 })
  }, 60_000)

  test('nothing is kept for another system where none is set', async () => {
    const { store } = at()
    await newOrder(store, (await aConversation(store)).id)
    expect(await store.workOrders.duePushes(10)).toEqual([])
  })
}
