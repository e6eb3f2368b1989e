import { expect, test } from 'vitest'
import { broken, scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const ASKED = { community: 'demo', locale: 'zh' } as const
const knows = scripted({ 物业费怎么交: { intent: 'fee.pay' } })

test('not understood twice in a row, a person; what it remembers is given back to it', async () => {
  const { elsewhere } = await openQiao({ classifier: knows })
  const first = await elsewhere.answer({ ...ASKED, text: '墙皮老往下掉' })
  expect(first).toMatchObject({ action: 'fallback', remembered: { misses: 1 } })
  expect(first.handoff).toBeUndefined()
  const second = await elsewhere.answer({ ...ASKED, text: '墙皮老往下掉', remembered: first.remembered })
  expect(second.handoff).toMatchObject({ reason: 'not_understood' })
})

test('an answer in between starts the count anew', async () => {
  const { elsewhere } = await openQiao({ classifier: knows })
  const first = await elsewhere.answer({ ...ASKED, text: '墙皮老往下掉' })
  const second = await elsewhere.answer({ ...ASKED, text: '物业费怎么交', remembered: first.remembered })
  expect(second).toMatchObject({ action: 'answer', remembered: { misses: 0, lastIntent: 'fee.pay' } })
})

test('a broken model: an emergency still gets its instruction, anything else a person', async () => {
  const { elsewhere } = await openQiao({ classifier: broken })
  expect(await elsewhere.answer({ ...ASKED, text: '家里有煤气味' })).toMatchObject({ action: 'emergency' })
  expect((await elsewhere.answer({ ...ASKED, text: '物业费怎么交' })).handoff).toMatchObject({ reason: 'error' })
})

test('a hundred questions at once answer each its own', async () => {
  const { elsewhere, store } = await openQiao({ classifier: knows })
  const texts = Array.from({ length: 100 }, (_, index) => (index % 2 ? '物业费怎么交' : '转人工'))
  const answers = await Promise.all(texts.map((text) => elsewhere.answer({ ...ASKED, text })))
  expect(answers.map(({ handoff }) => (handoff ? '转人工' : '物业费怎么交'))).toEqual(texts)
  expect((await store.tickets.list({})).total).toBe(0)
})

test('handed over while the model is broken, it is a ticket all the same', async () => {
  const { elsewhere, store } = await openQiao({ classifier: broken })
  const arrival = { ...ASKED, key: 'k', webhookId: 'w', owner: {}, history: [{ from: 'owner' as const, text: '漏水' }] }
  const { ticketId } = await elsewhere.arrive(arrival)
  expect(await store.tickets.find(ticketId)).toMatchObject({ stage: 'waiting', context: { channel: 'botpress' } })
})
