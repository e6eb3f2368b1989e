import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, find, type HandClock, transcript } from '../fixtures.ts'
import { A_LIFT_ASK, turnWith } from '../orders.ts'

const MINUTE = 60_000

/** Bursts of one trouble. */
export function incidentsContract(at: () => { store: Store; clock: HandClock }): void {
  const ask = async (id: string, more = {}) => turnWith(at().store, id, { ask: { ...A_LIFT_ASK, ...more } })
  const asker = async (more = {}, community = 'demo') => {
    const { id } = await aConversation(at().store, { community })
    await ask(id, more)
    return id
  }
  const says = () => ({ text: '正在检查' })

  test('fifty at once make one, and it counts them', async () => {
    const { store } = at()
    await Promise.all(Array.from({ length: 50 }, () => asker()))
    expect(await store.incidents.list({})).toMatchObject([
      { topic: 'lift', building: '3', community: 'demo', state: 'open', askers: 50 },
    ])
  })

  test('two buildings, topics or compounds are two; one conversation counts once', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    for (let n = 0; n < 5; n++) await ask(id)
    expect(await store.incidents.list({})).toEqual([])
    for (let n = 0; n < 3; n++) {
      await asker({ building: '5' })
      await asker({ topic: 'water', building: '' })
      await asker({ building: '5' }, 'other')
    }
    expect(await store.incidents.list({})).toHaveLength(3)
    expect(await store.incidents.list({ community: 'other', open: true })).toMatchObject([{ askers: 3 }])
    expect(await store.incidents.current('demo', 'water', '')).toMatchObject({ askers: 3 })
    expect(await store.incidents.current('demo', 'water', '3')).toBeUndefined()
  })

  test('both sides of the time: within it one, at its end none', async () => {
    const { store, clock } = at()
    await asker()
    await asker()
    clock.pass(10 * MINUTE)
    await asker()
    expect(await store.incidents.list({})).toEqual([])
    await asker()
    clock.pass(10 * MINUTE - 1)
    await asker()
    expect(await store.incidents.list({})).toMatchObject([{ askers: 3 }])
  })

  test('an answer goes to each conversation once, with its row version; told before, not again', async () => {
    const { store } = at()
    const ids = [await asker(), await asker(), await asker()]
    const incident = (await store.incidents.list({}))[0]?.id ?? ''
    const versions = await Promise.all(ids.map(async (id) => (await find(store, id)).version))
    const words = { text: '正在检查', by: '王芳' }
    const both = await Promise.all([
      store.incidents.answer(incident, words, says),
      store.incidents.answer(incident, words, says),
    ])
    expect(both.map((one) => one?.told.length).sort()).toEqual([0, 3])
    for (const [n, id] of ids.entries()) {
      expect((await transcript(store, id)).filter((line) => line === 'bot: 正在检查')).toHaveLength(1)
      expect((await find(store, id)).version).toBe((versions[n] ?? 0) + 1)
    }
    await asker({ told: true })
    const late = await asker()
    expect((await store.incidents.answer(incident, words, says))?.told).toEqual([late])
    expect((await store.incidents.answer(incident, { ...words, text: '好了' }, says))?.told).toHaveLength(5)
    expect(await store.incidents.find(incident)).toMatchObject({
      state: 'answered',
      answer: { text: '好了', by: '王芳' },
    })
  })

  test('closed it can be neither answered nor closed; it is over by itself after twelve hours', async () => {
    const { store, clock } = at()
    for (let n = 0; n < 3; n++) await asker()
    const id = (await store.incidents.list({}))[0]?.id ?? ''
    expect([await store.incidents.close(id), await store.incidents.close(id)]).toEqual([true, false])
    expect(await store.incidents.answer(id, { text: '好了', by: '王芳' }, says)).toBeUndefined()
    expect(await store.incidents.find('none')).toBeUndefined()
    for (let n = 0; n < 3; n++) await asker()
    clock.pass(12 * 60 * MINUTE + 1)
    expect(await store.incidents.current('demo', 'lift', '3')).toBeUndefined()
    await asker()
    expect(await store.incidents.list({ open: true })).toEqual([])
    expect(await store.incidents.list({ open: false })).toHaveLength(2)
  })
}
