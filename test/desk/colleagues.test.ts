import { beforeEach, expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao, type TestQiao } from '../support/qiao.ts'

const KNOWS = scripted({
  养狗要登记吗: { intent: 'neighbor.pets' },
  '我住3栋2单元501，怎么养狗要登记吗': { intent: 'neighbor.pets' },
  '我住5栋1单元302，养狗要登记吗': { intent: 'neighbor.pets' },
  物业费怎么交: { intent: 'fee.pay' },
})

let qiao: TestQiao
beforeEach(async () => {
  qiao = await openQiao({ classifier: KNOWS })
})

/** An owner asks this, a clerk answers and ends it. */
async function answered(said: string[], reply: string, clerkName: string): Promise<string> {
  const owner = await qiao.owner()
  for (const text of [...said, '转人工']) await owner.says(text)
  const ticket = await qiao.store.tickets.openOf(owner.id)
  const id = ticket?.id ?? ''
  const clerk = await qiao.clerk(clerkName)
  await clerk.claim(id, clerk.member)
  await qiao.store.tickets.reply(id, clerk.member.id, { clientMessageId: '1', text: reply })
  await qiao.store.tickets.reply(id, clerk.member.id, { clientMessageId: '2', text: '不客气' })
  await clerk.resolve(id, clerk.member)
  return id
}

const suggested = async (said: string[]) => {
  const owner = await qiao.owner()
  for (const text of [...said, '转人工']) await owner.says(text)
  const id = (await qiao.store.tickets.openOf(owner.id))?.id ?? ''
  const clerk = await qiao.clerk(`看单的人 ${id}`)
  const { context } = await clerk.open(id)
  return { id, context, suggestions: context.suggestions.filter(({ source }) => /这样回过/.test(source)) }
}

test('how a colleague answered the same before is suggested, with this home instead of that one', async () => {
  const before = '我住3栋2单元501，怎么养狗要登记吗'
  await answered(
    [before],
    '3栋2单元501的业主您好，我是小王。养犬登记带本人身份证到派出所办，我电话 13800138000。',
    '小王',
  )
  const { suggestions } = await suggested(['我住5栋1单元302，养狗要登记吗'])
  expect(suggestions).toHaveLength(1)
  expect(suggestions[0]?.text).toContain('5栋1单元302的业主您好')
  expect(suggestions[0]?.text).toContain('派出所')
  expect(suggestions[0]?.text).not.toMatch(/501|138|小王/)
  expect(suggestions[0]?.source).toMatch(/^小王 \d{4}-\d\d-\d\d 这样回过$/)
})

test('a promise that was made then is suggested to nobody, and thanks are no answer', async () => {
  await answered(['养狗要登记吗'], '我们明天上午一定帮您把登记办好，请放心。', '小王')
  expect((await suggested(['养狗要登记吗'])).suggestions).toEqual([])
})

test('what a clerk says it was about counts before what the bot thought', async () => {
  const id = await answered(['养狗要登记吗'], '健身房的开放时间贴在大堂公告栏，可以去看一下。', '小王')
  expect((await suggested(['养狗要登记吗'])).suggestions).toHaveLength(1)
  await qiao.store.reports.label({ ticketId: id, intent: 'fee.pay', shouldAnswer: false, author: '小王' })
  expect((await suggested(['养狗要登记吗'])).suggestions).toEqual([])
  expect((await suggested(['物业费怎么交'])).suggestions).toHaveLength(1)
})
