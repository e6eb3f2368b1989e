import { expect, test } from 'vitest'
import { openQiao } from '../support/qiao.ts'
import { ownerWith, says, sureOf } from './heard.ts'

const KNOWS = {
  '家里暖气不热，3栋2单元1502，电话13800001111，周六都在': 'heating.cold',
  楼道灯不亮: 'light.public',
  我报的修怎么样了: 'repair.progress',
  '1001 到哪一步了': 'repair.progress',
  工单1002到哪了: 'repair.progress',
  '9999 到哪一步了': 'repair.progress',
  '3栋1502报的修怎么样了': 'repair.progress',
  'where is order 1001': 'repair.progress',
  'where is 1001': 'repair.progress',
  'any news on my repair': 'repair.progress',
  我家欠多少物业费: 'fee.bill',
  最近有什么通知: 'notice.query',
  有消息告诉我一声: 'subscribe.status',
  燃气通了吗: 'gas.connection_status',
}
const FILES = '家里暖气不热，3栋2单元1502，电话13800001111，周六都在'

test('nothing filed: it says so, and offers a person', async () => {
  const { owner } = await ownerWith(KNOWS)
  await owner.says('我报的修怎么样了')
  expect(owner.lastReply).toMatch(/还没有登记过工单.*可以转人工查/)
})

test('by number: the record, and no date', async () => {
  const { owner } = await ownerWith(KNOWS)
  await says(owner, FILES, '对', '1001 到哪一步了')
  expect(owner.lastReply).toBe(
    '工单 1001：家里暖气不热，已登记，等维修班接单（今天 10:00登记）\n上门时间还没排，没有登记就不报。',
  )
  expect(owner.last.replies[0]?.sources).toEqual([{ kind: 'work_order', number: '1001' }])
})

test('without a number: the own ones, newest first', async () => {
  const { owner } = await ownerWith(KNOWS)
  await says(owner, FILES, '对', '楼道灯不亮', '对', '我报的修怎么样了')
  expect(owner.lastReply).toMatch(/工单 1002：楼道灯不亮.*\n工单 1001：家里暖气不热/)
})

test('a number that nobody has', async () => {
  const { owner } = await ownerWith(KNOWS)
  await says(owner, FILES, '对', '9999 到哪一步了')
  expect(owner.lastReply).toBe('没有查到工单 9999。')
})

test('a room is no work order', async () => {
  const { owner } = await ownerWith(KNOWS)
  await says(owner, FILES, '对', '3栋1502报的修怎么样了')
  expect(owner.lastReply).toMatch(/工单 1001/)
})

test('another owner’s is as if it did not exist', async () => {
  const qiao = await openQiao({ classifier: sureOf(KNOWS) })
  const [wang, li] = [await qiao.owner(), await qiao.owner()]
  await says(wang, FILES, '对')
  await says(li, '楼道灯不亮', '5栋', '对', '1001 到哪一步了')
  expect(li.lastReply).toBe('没有查到工单 1001。')
  expect(JSON.stringify(li.last.replies)).not.toMatch(/暖气|1502|138/)
  await li.says('工单1002到哪了')
  expect(li.lastReply).toMatch(/工单 1002：楼道灯不亮/)
})

test('in English', async () => {
  const { owner } = await ownerWith(KNOWS, 'en')
  await says(owner, FILES, '对', 'where is order 1001')
  expect(owner.lastReply).toMatch(/^Work order 1001: .*filed, waiting to be accepted.*\nNo visit is scheduled/)
  await owner.says('where is 1001')
  expect(owner.lastReply).toMatch(/^Work order 1001/)
})

for (const text of ['到哪一步了', '有进展吗', '什么时候来', '师傅几点到', '还要多久', 'any news?']) {
  test(`“${text}” after filing shows the record and names no date`, async () => {
    const { owner } = await ownerWith(KNOWS)
    await says(owner, FILES, '对', text)
    expect(owner.last.outcome).toMatchObject({ action: 'status', intent: 'repair.progress' })
    expect(owner.lastReply).toMatch(/1001/)
    expect(owner.lastReply).toMatch(/没有登记就不报|I name none/)
  })
}

test('a bill is private, and the words say where to look', async () => {
  const { owner } = await ownerWith(KNOWS)
  await owner.says('我家欠多少物业费')
  expect(owner.lastReply).toMatch(/先核对身份.*028-5550-0100/)
  expect(owner.lastReply).not.toMatch(/元/)
})

test('no notice is made up', async () => {
  const { owner } = await ownerWith(KNOWS)
  await owner.says('最近有什么通知')
  expect(owner.lastReply).toMatch(/没有登记的公告，每个单元一层的公告栏有纸质的/)
})

test('following what was just asked about: no clerk is troubled, and no day is named', async () => {
  const { qiao, owner } = await ownerWith(KNOWS)
  await says(owner, '燃气通了吗', '有消息告诉我一声')
  expect(owner.last.outcome?.action).toBe('subscribed')
  expect(owner.lastReply).toMatch(/记下了。通气进度（全小区）的记录有变化，我在这里告诉您；哪天有变化说不准/)
  expect((await qiao.store.tickets.list({})).total).toBe(0)
})

test('following something unnamed: which is asked, and a word is enough', async () => {
  const { owner } = await ownerWith(KNOWS)
  await owner.says('有消息告诉我一声')
  expect(owner.lastReply).toMatch(/想跟进哪件事/)
  await owner.says('电梯')
  expect(owner.last.outcome?.action).toBe('subscribed')
  expect(owner.lastReply).toMatch(/电梯/)
})
