import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aHandoff, aTicket, aTurn, find, type HandClock, says, transcript } from '../fixtures.ts'

const MINUTE = 60_000
const WORDS = { says: '交给同事了', note: '转过去了' }

/** How tickets go from hand to hand. */
export function handingOnContract(at: () => { store: Store; clock: HandClock }): void {
  const held = async () => {
    const { store } = at()
    const handoff = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    await store.tickets.claim(handoff.ticketId, wang.id, '王芳接待您')
    return { store, ...handoff, wang, li: await aClerk(store, '李强') }
  }

  test('a colleague gets it, with the word, and the owner is told', async () => {
    const { store, ticketId, wang, li, conversation } = await held()
    const result = await store.tickets.transfer(ticketId, wang, { staffId: li.id }, WORDS)
    expect(result).toMatchObject({ kind: 'ok', ticket: { stage: 'staff', assignee: '李强' } })
    expect(result.kind === 'ok' && result.ticket.notes).toMatchObject([{ author: '王芳', text: '转过去了' }])
    expect((await transcript(store, conversation.id)).at(-1)).toBe('system: 交给同事了')
    const late = await store.tickets.reply(ticketId, wang.id, { clientMessageId: 'x', text: '喂' })
    expect(late).toEqual({ kind: 'lost', holder: '李强' })
  })

  test('a team gets it into its queue', async () => {
    const { store, ticketId, wang, conversation } = await held()
    const result = await store.tickets.transfer(ticketId, wang, { team: 'repair' }, WORDS)
    expect(result).toMatchObject({ kind: 'ok', ticket: { stage: 'waiting', team: 'repair' } })
    expect((await find(store, conversation.id)).stage).toBe('waiting')
  })

  test('whoever does not hold it cannot pass it on, a manager can', async () => {
    const { store, ticketId, li } = await held()
    const refused = await store.tickets.transfer(ticketId, li, { staffId: li.id }, WORDS)
    expect(refused).toEqual({ kind: 'lost', holder: '王芳' })
    const boss = await store.staff.add({ name: '周经理', role: 'manager', passwordHash: '' })
    expect(await store.tickets.transfer(ticketId, boss, { staffId: li.id }, WORDS)).toMatchObject({ kind: 'ok' })
  })

  test('of ten transfers at once one is done, and nobody who left gets any', async () => {
    const { store, ticketId, wang, li } = await held()
    const all = await Promise.all(
      Array.from({ length: 10 }, () => store.tickets.transfer(ticketId, wang, { staffId: li.id }, WORDS)),
    )
    expect(all.filter(({ kind }) => kind === 'ok')).toHaveLength(1)
    await store.staff.disable('王芳')
    await expect(store.tickets.transfer(ticketId, li, { staffId: wang.id }, WORDS)).rejects.toMatchObject({
      code: 'unknown_staff',
    })
  })

  test('the manager gets it as an urgent one, an emergency stays one', async () => {
    const { store, ticketId, wang } = await held()
    const result = await store.tickets.handUp(ticketId, wang, WORDS)
    expect(result).toMatchObject({ kind: 'ok', ticket: { stage: 'waiting', team: 'manager', priority: 'high' } })
    const emergency = await aHandoff(store, { priority: 'emergency' })
    expect(await store.tickets.handUp(emergency.ticketId, wang, WORDS)).toMatchObject({
      ticket: { priority: 'emergency' },
    })
  })

  test('what a holder lets lie longer than allowed is silent, the clock is the owner’s', async () => {
    const { store, ticketId, wang, conversation } = await held()
    const { clock } = at()
    const before = () => new Date(clock.now().getTime() - 20 * MINUTE).toISOString()
    const silent = async () => (await store.tickets.silent('demo', before())).map(({ id }) => id)
    clock.pass(19 * MINUTE)
    expect(await silent()).toEqual([])
    clock.pass(2 * MINUTE)
    expect(await silent()).toEqual([ticketId])
    await store.tickets.reply(ticketId, wang.id, { clientMessageId: 'a', text: '在看' })
    expect(await silent()).toEqual([])
    clock.pass(60 * MINUTE)
    expect(await silent(), 'nobody waits for a word').toEqual([])
    await says(store, conversation.id, '好的，那要多久')
    clock.pass(21 * MINUTE)
    const [seen] = await store.tickets.silent('demo', before())
    expect(seen).toMatchObject({ id: ticketId, assignee: '王芳' })
    expect(await store.tickets.giveBack(seen!, { says: '回到队列', note: '21 分钟没有回' })).toBe(true)
    expect(await store.tickets.giveBack(seen!, { says: '回到队列', note: '21 分钟没有回' })).toBe(false)
    expect(await store.tickets.find(ticketId)).toMatchObject({ stage: 'waiting', notes: [{ author: '小桥' }] })
  })

  test('a holder who speaks in the last moment keeps it', async () => {
    const { store, ticketId, wang } = await held()
    at().clock.pass(30 * MINUTE)
    const [seen] = await store.tickets.silent('demo', at().clock.now().toISOString())
    await store.tickets.reply(ticketId, wang.id, { clientMessageId: 'a', text: '在看' })
    expect(await store.tickets.giveBack(seen!, WORDS)).toBe(false)
  })

  test('of the same owner are the tickets of conversations that proved the same home, not of those that only said it', async () => {
    const { store, clock } = at()
    const bind = async (conversationId: string, home: string, codeHash: string) => {
      const expiresAt = new Date(clock.now().getTime() + 60 * MINUTE).toISOString()
      await store.homes.addCode({ homeId: home, codeHash, madeBy: '', expiresAt })
      expect(await store.homes.redeem(conversationId, codeHash)).toMatchObject({ kind: 'bound' })
    }
    const file = { name: 'h.csv', hash: '', asOf: clock.now().toISOString(), dryRun: false }
    await store.homes.import('demo', [{ building: '3', room: '501', phones: [], bills: [] }], file)
    const [home] = (await store.homes.list({})).homes
    const one = await aHandoff(store)
    clock.pass(MINUTE)
    const other = await aHandoff(store, {}, { tokenHash: 'other' })
    await aHandoff(store, {}, { tokenHash: 'stranger' })
    expect((await store.tickets.related(one.conversation.id)).map(({ id }) => id)).toEqual([one.ticketId])
    await bind(one.conversation.id, home!.id, 'code one')
    await bind(other.conversation.id, home!.id, 'code two')
    expect(await store.tickets.related(one.conversation.id)).toMatchObject([
      { id: other.ticketId, stage: 'waiting', conversationId: other.conversation.id },
      { id: one.ticketId, stage: 'waiting' },
    ])
  })

  test('whom a note calls stays called until they look, in a ticket that takes the other in too', async () => {
    const { store, ticketId, wang, li, conversation } = await held()
    const note = await store.tickets.note(ticketId, wang.id, '@李强 看一下', [li.id])
    expect(note?.mentions).toEqual(['李强'])
    expect((await store.tickets.find(ticketId))?.notes[0]?.mentions).toEqual(['李强'])
    const calling = async (id: string) => (await store.tickets.list({ mentioned: id })).tickets.map((row) => row.id)
    expect(await calling(li.id)).toEqual([ticketId])
    expect(await calling(wang.id)).toEqual([])
    expect((await store.tickets.list({ viewer: li.id })).tickets[0]).toMatchObject({ mentioned: true })
    expect((await store.tickets.list({ viewer: wang.id })).tickets[0]).not.toHaveProperty('mentioned')

    await store.tickets.resolve(ticketId, wang.id, '办完了')
    const seq = await says(store, conversation.id, '还有一件')
    const turn = aTurn(await find(store, conversation.id), seq, { stage: 'waiting', ticket: aTicket() })
    await store.conversations.commitTurn(turn)
    const again = (await store.tickets.openOf(conversation.id))?.id ?? ''
    await store.tickets.claim(again, wang.id, '您好')
    await store.tickets.merge(again, wang, ticketId, WORDS)
    expect(await calling(li.id)).toEqual([again])

    expect(await store.tickets.seen(again, wang.id)).toBe(false)
    expect(await store.tickets.seen(again, li.id)).toBe(true)
    expect(await store.tickets.seen(again, li.id)).toBe(false)
    expect(await calling(li.id)).toEqual([])
  })

  test('a ticket that takes another in takes its promised calls along', async () => {
    const { store, ticketId, wang, conversation } = await held()
    const promise = { authorId: wang.id, by: wang.name, dueAt: '2026-03-02T05:00:00.000Z', matter: '窗户' }
    const callback = await store.callbacks.add(ticketId, promise)
    await store.tickets.resolve(ticketId, wang.id, '办完了')
    const again = await aHandoffIn(store, conversation.id)
    await store.tickets.claim(again, wang.id, '您好')
    await store.tickets.merge(again, wang, ticketId, WORDS)
    expect(await store.callbacks.ofTicket(ticketId)).toEqual([])
    expect(await store.callbacks.ofTicket(again)).toEqual([{ ...callback, ticketId: again }])
    const owed = await store.callbacks.owed({ before: '2026-03-03T00:00:00.000Z' })
    expect(owed).toMatchObject([{ id: callback?.id, ticketId: again, by: wang.name }])
  })

  test('nobody holds more than they may, but for an emergency', async () => {
    const { store, wang } = await held()
    const next = await aHandoff(store)
    expect(await store.tickets.claim(next.ticketId, wang.id, '您好', 1)).toEqual({ kind: 'full', holds: 1 })
    const emergency = await aHandoff(store, { priority: 'emergency' })
    expect(await store.tickets.claim(emergency.ticketId, wang.id, '您好', 1)).toMatchObject({ kind: 'ok' })
  })

  test('an earlier ticket of the same conversation comes in with its notes; one of another owner does not', async () => {
    const { store, ticketId, wang, conversation } = await held()
    await store.tickets.note(ticketId, wang.id, '打过电话，没人接')
    await store.tickets.resolve(ticketId, wang.id, '已处理')
    const again = await aHandoffIn(store, conversation.id)
    await store.tickets.claim(again, wang.id, '王芳接待您')
    expect(await store.tickets.merge(again, wang, ticketId, WORDS)).toMatchObject({
      kind: 'ok',
      ticket: { notes: [{ text: '打过电话，没人接' }, { text: '转过去了' }] },
    })
    expect(await store.tickets.find(ticketId)).toMatchObject({ mergedInto: again })
    expect(await store.tickets.merge(again, wang, ticketId, WORDS)).toEqual({ kind: 'gone' })
    expect(await store.tickets.merge(again, wang, again, WORDS)).toEqual({ kind: 'same' })
    const stranger = await aHandoff(store)
    expect(await store.tickets.merge(again, wang, stranger.ticketId, WORDS)).toEqual({ kind: 'stranger' })
  })

  test('the list tells since when an owner waits, and finds who waits and what is overdue', async () => {
    const { store, ticketId, wang, conversation } = await held()
    const ids = async (filter: Parameters<Store['tickets']['list']>[0]) =>
      (await store.tickets.list(filter)).tickets.map(({ id }) => id)
    expect((await store.tickets.list({})).tickets).toMatchObject([{ waitingSince: '2026-03-02T01:00:00.000Z' }])
    await store.tickets.reply(ticketId, wang.id, { clientMessageId: 'a', text: '在看' })
    expect(await ids({ unanswered: true })).toEqual([])
    expect((await store.tickets.list({})).tickets[0]).not.toHaveProperty('waitingSince')
    await says(store, conversation.id, '谢谢')
    expect(await ids({ unanswered: true })).toEqual([ticketId])
    const first = at().clock.now().toISOString()
    at().clock.pass(MINUTE)
    await says(store, conversation.id, '还在吗')
    const last = at().clock.now().toISOString()
    expect((await store.tickets.list({})).tickets).toMatchObject([{ waitingSince: first, lastAskedAt: last }])
    expect(await ids({ overdue: true })).toEqual([])
    at().clock.pass(31 * MINUTE)
    expect(await ids({ overdue: true })).toEqual([ticketId])
  })
}

/** Another handoff of the same conversation. */
async function aHandoffIn(store: Store, conversationId: string): Promise<string> {
  const seq = await says(store, conversationId, '还是找人工')
  const turn = aTurn(await find(store, conversationId), seq, { stage: 'waiting', ticket: aTicket() })
  const result = await store.conversations.commitTurn(turn)
  if (result.kind !== 'committed' || !result.ticketId) throw new Error('expected a ticket')
  return result.ticketId
}
