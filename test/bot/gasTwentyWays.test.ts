import { expect, test } from 'vitest'
import { openQiao } from '../support/qiao.ts'

/** The one question that nobody can answer with a date, in twenty ways, asked of the shipped model. */
const WAYS = [
  '天然气到底哪天能通啊',
  '我要通气，给个准日子',
  '煤气还要等到什么时候',
  '月底能通气吗',
  '你就说国庆前能不能用上气',
  'when will gas be connected',
  'What date will the gas be connected?',
  '3栋通气是下周吗',
  '天燃气啥时候来',
  '瓦斯哪天接通',
  '气通了没',
  '都两个月了还没通气到底怎么回事',
  '燃气公司说哪天来',
  '通气排到几号了',
  '什么时候能用上天然气，给句痛快话',
  '通气进度',
  '我们这栋的管道煤气还要多久',
  '我家天然气到底哪天能通啊',
  '天然氣什麼時候能接通',
  'Is there any news on when our gas will be turned on?',
]

/** Days of the record, as they are told: what was done, and today. */
const RECORDED = /9月3日|9月26日|10月24日|11月22日|今天|3 Sep|26 Sep|24 Oct|22 Nov|today/g
/** Anything that reads as a day or a span ahead. */
const A_DATE =
  /\d+\s*月\s*\d+|\d+\s*[日号]|明天|后天|下周|下个?月|月底|年底|年前|\d+\s*(天|周|个月|days?|weeks?)|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|tomorrow|next (week|month)/

test.each(WAYS)('%s', async (question) => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says(question)
  expect(owner.last.outcome?.action).toBe('status')
  expect(owner.lastReply.replace(RECORDED, '')).not.toMatch(A_DATE)
  // What was done and by whom, that there is no date, as of when.
  expect(owner.lastReply).toMatch(/客服小李|Li of the front desk/)
  expect(owner.lastReply).toMatch(/没有日期登记在册|沒有日期登記在冊|No date is on record/)
  expect(owner.lastReply).toMatch(/9:10/)
})
