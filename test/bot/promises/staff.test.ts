import { expect, test } from 'vitest'
import type { QiaoError } from '../../../bot/errors.ts'
import { scripted } from '../../support/classifier.ts'
import { type Clerk, openQiao } from '../../support/qiao.ts'

/** A conversation that 小李 has claimed. */
async function claimed() {
  const qiao = await openQiao({ classifier: scripted({}) })
  const owner = await qiao.owner()
  const li = await qiao.clerk('小李')
  await owner.says('转人工')
  const id = (await qiao.store.tickets.list({})).tickets[0]?.id ?? ''
  await li.claim(id, li.member)
  const says = (text: string, more: { confirm?: string; record?: string } = {}, clerk: Clerk = li) =>
    li.reply(id, clerk.member, { clientMessageId: text, text, ...more })
  const held = (text: string, more?: { confirm?: string; record?: string }, clerk?: Clerk) =>
    says(text, more, clerk).then(
      () => undefined,
      (error: QiaoError) => error,
    )
  const seen = async () => (await owner.sees()).filter(({ from }) => from === 'staff').map(({ text }) => text)
  const notes = async () => (await li.open(id)).notes.map(({ text }) => text)
  return { qiao, says, held, seen, notes }
}

const PROMISE = '明天一定给您修好'

test('what promises nothing goes out at once, and leaves no note', async () => {
  const { says, seen, notes } = await claimed()
  await says('还没有日期，我不能保证明天修好')
  expect(await seen()).toEqual(['还没有日期，我不能保证明天修好'])
  expect(await notes()).toEqual([])
})

test('a promise is held with its phrases; confirmed it goes out, and the ticket says who confirmed what', async () => {
  const { says, held, seen, notes } = await claimed()
  const warning = await held(PROMISE)
  expect(warning).toMatchObject({ code: 'promise', details: { phrases: ['明天', '一定'] } })
  expect(await seen()).toEqual([])
  const confirm = String(warning?.details.confirmToken)
  const message = await says(PROMISE, { confirm })
  expect((await says(PROMISE, { confirm })).id).toBe(message.id)
  expect(await seen()).toEqual([PROMISE])
  expect(await notes()).toEqual([`小李 确认发出第 ${message.seq} 条消息里的承诺：明天、一定`])
})

test('a token confirms one text of one clerk', async () => {
  const { qiao, held, seen } = await claimed()
  const confirm = String((await held(PROMISE))?.details.confirmToken)
  const wang = await qiao.clerk('小王')
  expect(await held('后天一定给您修好', { confirm })).toMatchObject({ code: 'promise' })
  expect(await held(PROMISE, { confirm }, wang)).toMatchObject({ code: 'promise' })
  expect(await held(PROMISE, { confirm: 'x' })).toMatchObject({ code: 'promise' })
  expect(await seen()).toEqual([])
})

test('by a record of this compound it goes out', async () => {
  const { qiao, says, held, seen, notes } = await claimed()
  const record = (await qiao.store.board.entries('demo'))[0]?.id ?? ''
  expect(await held(PROMISE, { record: 'nobody' })).toMatchObject({ code: 'bad_request', details: { field: 'record' } })
  await says(PROMISE, { record })
  expect(await seen()).toEqual([PROMISE])
  expect(await notes()).toEqual([expect.stringContaining(`凭记录 ${record}`)])
})
