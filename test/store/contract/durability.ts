import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aHandoff, anEntry, find, type HandClock, type Place, says, transcript } from '../fixtures.ts'

/** What was acknowledged is there after the end of the process. */
export function durabilityContract(at: () => { store: Store; clock: HandClock; place: Place }): void {
  test('closed and opened again, everything is there', async () => {
    const { store, place } = at()
    const wang = await aClerk(store, '王芳')
    const { conversation, ticketId } = await aHandoff(store)
    await store.tickets.claim(ticketId, wang.id, '您好')
    await says(store, conversation.id, '在吗')
    await store.board.seed('demo', [anEntry()])
    const number = await store.workOrders.reserveNumber()
    const told = await transcript(store, conversation.id)
    const before = await find(store, conversation.id)
    const ticket = await store.tickets.find(ticketId)
    await store.close()

    const again = await place.open()
    expect(await transcript(again, conversation.id)).toEqual(told)
    expect(await find(again, conversation.id)).toEqual(before)
    expect(await again.tickets.find(ticketId)).toEqual(ticket)
    expect(await again.board.entries('demo')).toEqual([anEntry()])
    expect(await again.staff.list()).toEqual([wang])
    expect(await again.conversations.unfinished()).toEqual([{ conversationId: conversation.id, seq: 4 }])
    expect(Number(await again.workOrders.reserveNumber())).toBe(Number(number) + 1)
    expect(await says(again, conversation.id, '还在吗')).toBe(5)
    await again.close()
  })

  test('its time is that of the server that several instances share; a file has none', async () => {
    const { store, place } = at()
    const time = await store.time()
    if (place.alone) expect(time).toBeUndefined()
    else expect(Math.abs((time?.getTime() ?? 0) - Date.now())).toBeLessThan(5000)
  })

  test('closing waits for what was handed in, and closes once', async () => {
    const { store, place } = at()
    const { conversation } = await aHandoff(store)
    const said = Array.from({ length: 100 }, (_, n) => says(store, conversation.id, `第${n}条`))
    await Promise.all([store.close(), store.close()])
    expect(await Promise.all(said)).toHaveLength(100)
    const again = await place.open()
    expect(await transcript(again, conversation.id)).toHaveLength(102)
    await again.close()
  })

  test('a closed record says that it cannot be read or written', async () => {
    const { store } = at()
    const { conversation } = await aHandoff(store)
    await store.ping()
    await store.close()
    const away = { code: 'store_unavailable' }
    await expect(store.ping()).rejects.toMatchObject(away)
    await expect(store.conversations.find(conversation.id)).rejects.toMatchObject(away)
    await expect(says(store, conversation.id, '在吗')).rejects.toMatchObject(away)
  })
}
