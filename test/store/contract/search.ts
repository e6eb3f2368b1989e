import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aContext, aConversation, aTicket, aTurn, find, type HandClock, type Place, says } from '../fixtures.ts'

/** A handed-over conversation in which the owner said these things; the id of its ticket. */
async function talk(store: Store, ...said: string[]): Promise<string> {
  const { id } = await aConversation(store)
  let seq = 0
  for (const text of said) seq = await says(store, id, text)
  const turn = aTurn(await find(store, id), seq, {
    stage: 'waiting',
    ticket: aTicket({ context: aContext({ summary: '转人工' }) }),
    replies: [{ text: '好的' }],
  })
  const result = await store.conversations.commitTurn(turn)
  return (result.kind === 'committed' && result.ticketId) || ''
}

/** Tickets found by what was said in their conversations. */
export function searchContract(at: () => { store: Store; clock: HandClock; place: Place }): void {
  const found = async (q: string): Promise<string[]> =>
    (await at().store.tickets.list({ q })).tickets.map(({ id }) => id).toSorted()

  test('words of two characters are found, alone, in longer ones, and as the beginning of one', async () => {
    const { store } = at()
    const lift = await talk(store, '5栋的电梯又坏了')
    const room = await talk(store, '谁有电梯间的钥匙')
    const water = await talk(store, '停水了吗', '物业费怎么交')
    expect(await found('电梯')).toEqual([lift, room].toSorted())
    expect(await found('电梯间')).toEqual([room])
    expect(await found('物业')).toEqual([water])
    expect(await found('梯')).toEqual([lift, room].toSorted())
    expect(await found('暖气')).toEqual([])
  })

  test('all words are wanted, in whichever messages of the conversation; a phrase is its words', async () => {
    const { store } = at()
    const both = await talk(store, '停水了吗', '物业费怎么交')
    await talk(store, '停水了吗')
    expect(await found('停水 物业费')).toEqual([both])
    expect(await found('物业费怎么交')).toEqual([both])
    expect(await found('停水 电梯')).toEqual([])
  })

  test('numbers with dots and commas are found by their parts, and no sign of them breaks the search', async () => {
    const { store } = at()
    const bill = await talk(store, '账单是1,234.5元，地址 127.0.0.1，a×b')
    for (const q of ['1,234.5', '234', '127.0.0.1', 'a×b', '={1,2', '1,2"']) await found(q)
    expect(await found('1,234.5')).toEqual([bill])
    expect(await found('127.0.0.1:6379')).toEqual([])
  })

  test('English is found by its stem, the last word by its beginning, in any case and width', async () => {
    const { store } = at()
    const leak = await talk(store, 'The pipes were LEAKING in building 12')
    expect(await found('leaks')).toEqual([leak])
    expect(await found('pipe lea')).toEqual([leak])
    expect(await found('ｂｕｉｌｄｉｎｇ 12')).toEqual([leak])
    expect(await found('lea pipe')).toEqual([])
  })

  test('traditional characters are found by simplified ones, and the other way round', async () => {
    const { store } = at()
    const ticket = await talk(store, '電梯壞了')
    expect(await found('电梯')).toEqual([ticket])
    expect(await found('電梯')).toEqual([ticket])
  })

  test('what the bot and staff said is found too, and the summary by any part of it', async () => {
    const { store } = at()
    const ticket = await talk(store, '在吗')
    const wang = await store.staff.add({ name: '王芳', role: 'staff', passwordHash: '' })
    await store.tickets.claim(ticket, wang.id, '您好，我是小王')
    await store.tickets.reply(ticket, wang.id, { clientMessageId: 'a', text: '师傅带了梯子' })
    expect(await found('好的')).toEqual([ticket])
    expect(await found('梯子')).toEqual([ticket])
    expect(await found('转人')).toEqual([ticket])
  })

  test('signs of the query language of any database are only signs', async () => {
    const { store } = at()
    const ticket = await talk(store, '电梯 and (lift) NEAR/2')
    for (const q of ['"', "'", '*', 'a:*', '!电梯', '电梯 & ', '()', 'terms : x', '^', '\\', "'); --", '\u0000', '-'])
      expect(Array.isArray(await found(q))).toBe(true)
    expect(await found('"电梯" (lift)')).toEqual([ticket])
    expect(await found('AND')).toEqual([ticket])
    expect(await found('near')).toEqual([ticket])
    expect(await found('x'.repeat(5000))).toEqual([])
  })

  test('a word longer than an index takes is found by its beginning', async () => {
    const { store } = at()
    const ticket = await talk(store, 'z'.repeat(4000))
    expect(await found('z'.repeat(4000))).toEqual([ticket])
  })

  test('what is not committed is not found', async () => {
    const { store } = at()
    const ticket = await talk(store, '在吗')
    const refused = store.conversations.commitTurn({
      ...aTurn(await find(store, (await store.tickets.find(ticket))!.conversationId), 1),
      stage: 'staff',
      replies: [{ text: '暖气来了' }],
    })
    await refused
    expect(await found('暖气')).toEqual([])
  })

  test('nothing waits to be taken in where everything was from the first', async () => {
    const { store } = at()
    await talk(store, '电梯')
    expect(await store.search.catchUp(100)).toBe(0)
  })
}
