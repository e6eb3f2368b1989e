import { expect, test } from 'vitest'
import { openQiao } from '../support/qiao.ts'

test('a ticket whose holder lets the owner wait goes back to the queue, and the owner is told so', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  const wang = await qiao.clerk('小王')
  await owner.says('转人工')
  const ticket = await qiao.store.tickets.openOf(owner.id)
  await wang.claim(ticket!.id, wang.member)
  await owner.says('我家燃气一直没通')
  qiao.clock.forward(21)
  expect(await qiao.release.sweep()).toBe(1)
  expect((await owner.sees()).at(-1)?.text).toMatch(/让您等久了.*回到了队列里/)
  expect(await qiao.store.tickets.openOf(owner.id)).toMatchObject({
    stage: 'waiting',
    notes: [{ author: '小桥', text: '小王 有 20 分钟没有回业主，自动放回队列。' }],
  })
  expect(await qiao.release.sweep(), 'once').toBe(0)
})

test('with the office closed nothing goes back: there is nobody to take it', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  const wang = await qiao.clerk('小王')
  await owner.says('转人工')
  const ticket = await qiao.store.tickets.openOf(owner.id)
  await wang.claim(ticket!.id, wang.member)
  qiao.clock.forward(14 * 60)
  await owner.says('还在吗')
  qiao.clock.forward(60)
  expect(await qiao.release.sweep()).toBe(0)
})
