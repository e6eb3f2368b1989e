import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { NIGHT } from '../support/clock.ts'
import { openQiao } from '../support/qiao.ts'

const knows = scripted({
  燃气通了吗: { intent: 'gas.connection_status' },
  物业费怎么交: { intent: 'fee.pay' },
  墙皮老往下掉: { intent: 'safety.hazard', certainty: 'lost' },
})

test('asked for a person, the bot hands over with everything, keeps quiet while staff hold it, and comes back', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  const li = await qiao.clerk('小李')
  await owner.says('燃气通了吗')
  await owner.says('我要找人工')
  expect(owner.lastReply).toMatch(/已转给客服.*不用再讲一遍/)
  expect(owner.lastReply).toMatch(/您排在第一位/)
  expect((await owner.conversation()).stage).toBe('waiting')

  const row = (await qiao.store.tickets.list({ stage: 'waiting' })).tickets[0]
  if (!row) throw new Error('no ticket')
  const ticket = await li.open(row.id)
  expect(ticket.context.summary).toContain('燃气通了吗')
  expect(ticket.context.notPromised).toContain('通气进度')
  expect(ticket.context.status[0]?.topic).toBe('gas')
  expect(ticket.context.responsibility?.who).toMatch(/燃气公司/)
  expect(ticket.context.transcript.map((message) => message.from)).toEqual(['owner', 'bot', 'owner', 'bot'])
  expect(ticket.context.classifications).toHaveLength(2)
  expect(ticket.context.suggestions.length).toBeGreaterThan(0)

  await li.claim(row.id, li.member)
  await owner.says('物业费怎么交')
  expect(owner.last.replies).toEqual([])
  expect(owner.last.outcome?.action).toBe('relay')
  await li.reply(row.id, li.member, { clientMessageId: 's1', text: '您好，我来帮您看看' })
  await li.resolve(row.id, li.member)
  await owner.says('物业费怎么交')
  expect(owner.last.outcome?.action).toBe('answer')
  expect((await owner.sees()).map((message) => message.seq)).toEqual((await owner.sees()).map((_, index) => index + 1))
})

test('one clerk wins, the other hears who has it', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  const [li, wang] = [await qiao.clerk('小李'), await qiao.clerk('小王')]
  await owner.says('转人工')
  const id = (await qiao.store.tickets.list({})).tickets[0]?.id ?? ''
  const claims = await Promise.allSettled([li.claim(id, li.member), wang.claim(id, wang.member)])
  const lost = claims.filter((claim) => claim.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toMatchObject({ code: 'conflict', details: { holder: expect.stringMatching(/小李|小王/) } })
})

test('at night it says when somebody answers, and gives the number for what can’t wait', async () => {
  const qiao = await openQiao({ classifier: knows, at: NIGHT })
  const owner = await qiao.owner()
  await owner.says('转人工')
  expect(owner.lastReply).toMatch(/现在不在上班时间，明天 8:30开始有人回。急事请打 028-5550-0110/)
})

test('while nobody has taken it the bot still answers what it is sure of, and notes the rest once', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  await owner.says('转人工')
  await owner.says('物业费怎么交')
  expect(owner.last.outcome?.action).toBe('answer')
  await owner.says('墙皮老往下掉')
  expect(owner.lastReply).toBe('记下了，客服接手时会看到。')
  await owner.says('墙皮老往下掉')
  expect(owner.last.replies).toEqual([])
  await owner.says('转人工')
  expect(owner.lastReply).toMatch(/已经在客服的队列里/)
  expect((await qiao.store.tickets.list({})).total).toBe(1)
})

test('not understood twice in a row: a person gets it', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  await owner.says('墙皮老往下掉')
  expect(owner.last.outcome?.action).toBe('fallback')
  await owner.says('墙皮老往下掉')
  expect(owner.last.outcome).toMatchObject({ action: 'handoff', handoff: { reason: 'not_understood' } })
})
