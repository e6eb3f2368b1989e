import { expect, test } from 'vitest'
import { ordersOf, ownerWith, says, timesSaid } from './heard.ts'

const KNOWS = {
  我要报修: 'repair.report',
  天花板漏水了: 'leak.ceiling',
  家里暖气不热: 'heating.cold',
  燃气通了吗: 'gas.connection_status',
  '门卡多少钱一张？': 'access.card',
  楼道灯不亮: 'light.public',
  还有楼道灯也不亮: 'light.public',
  还有家里暖气不热: 'heating.cold',
  '暖气那件呢，还有家里暖气不热': 'heating.cold',
  你好: 'meta.greeting',
  你们客服骂人我要投诉小王: 'staff.complaint',
  厨房里头味道不对头发晕: 'gas.leak',
  马桶旁边的下水口: 'drain.blocked',
  物业费我已经交过了: 'fee.pay',
}
const start = () => ownerWith(KNOWS)

test('a question in between is answered, then the open one is put again', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '燃气通了吗')
  expect(owner.last.replies).toHaveLength(2)
  expect(owner.last.replies[0]?.text).toMatch(/检测没做完/)
  expect(owner.last.replies[1]?.text).toMatch(/^接着刚才要登记的事：您家是几栋/)
  await owner.says('3栋2单元1502')
  expect(owner.lastReply).toMatch(/什么时候家里有人/)
})

test('the third time it is not put again, only kept; “继续” goes on', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '燃气通了吗', '门卡多少钱一张？')
  expect(owner.last.replies.at(-1)?.text).toMatch(/先放着，想接着登就说“继续”/)
  expect(await timesSaid(owner, /您家是几栋几单元几号/)).toBe(2)
  await says(owner, '继续')
  expect(owner.lastReply).toBe('记下了，还差房号。')
  await owner.says('3栋2单元1502')
  expect(owner.last.outcome?.form?.slots.home).toBe('3栋2单元1502')
})

test('a question at the summary is answered and the summary is not recited again', async () => {
  const { qiao, owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '周六', '不留', '燃气通了吗')
  expect(owner.last.replies.at(-1)?.text).toMatch(/没错就回“对”/)
  await owner.says('对')
  expect(await ordersOf(qiao, owner)).toHaveLength(1)
})

test('another matter comes first, the first one waits and is taken up where it was', async () => {
  const { qiao, owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '还有楼道灯也不亮')
  expect(owner.lastReply).toMatch(/^先说这件，刚才那件放着/)
  expect(owner.last.outcome).toMatchObject({
    action: 'confirm',
    form: { intent: 'light.public', slots: { what: '楼道灯也不亮' }, parked: { intent: 'heating.cold' } },
  })
  await owner.says('对')
  expect(owner.last.replies[1]?.text).toMatch(/^接着刚才要登记的事：哪天什么时候家里有人/)
  await says(owner, '周六', '不留', '对')
  expect((await ordersOf(qiao, owner)).map((order) => order.intent)).toEqual(['heating.cold', 'light.public'])
})

test('cancelling the second goes back to the first; cancelling all ends both', async () => {
  const { qiao, owner } = await start()
  await says(owner, '家里暖气不热', '楼道灯不亮', '算了')
  expect(owner.last.outcome?.form?.intent).toBe('heating.cold')
  await says(owner, '楼道灯不亮', '都不要了')
  expect((await owner.conversation()).memory.form).toBeUndefined()
  expect(await ordersOf(qiao, owner)).toEqual([])
})

test('naming the first again swaps the two, and neither is doubled', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '楼道灯不亮', '还有家里暖气不热')
  const form = owner.last.outcome?.form
  expect(form).toMatchObject({ intent: 'heating.cold', parked: { intent: 'light.public' } })
  expect(form?.parked?.parked).toBeUndefined()
})

test('“报修” that turns out to be a leak becomes that, and waits for nothing', async () => {
  const { owner } = await start()
  await says(owner, '我要报修', '天花板漏水了')
  expect(owner.last.outcome?.form).toMatchObject({ intent: 'leak.ceiling', slots: { what: '天花板漏水了' } })
  expect(owner.last.outcome?.form?.parked).toBeUndefined()
})

test('an answer to “where” is no matter of its own', async () => {
  const { owner } = await ownerWith({ 小区跷跷板坏了: 'repair.report', 马桶旁边的下水口: 'drain.blocked' })
  await says(owner, '小区跷跷板坏了', '马桶旁边的下水口')
  expect(owner.last.outcome?.form?.intent).toBe('repair.report')
})

test('a greeting in between is greeted, and the form goes on', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '你好')
  expect(owner.last.replies[0]?.text).toMatch(/您好/)
  expect(owner.last.outcome?.form?.intent).toBe('heating.cold')
})

test('a short question about the matter itself is answered from it', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '归谁管')
  expect(owner.last.replies[0]?.text).toMatch(/由.*负责/)
  expect(owner.last.replies[1]?.text).toMatch(/^接着刚才要登记的事/)
  await owner.says('师傅什么时候来')
  expect(owner.last.replies[0]?.text).toMatch(/我不编一个给您/)
})

test('a person who is called gets what was noted, and the bot asks no further', async () => {
  const { qiao, owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '你们客服骂人我要投诉小王')
  expect(owner.lastReply).toMatch(/刚才要登记的那件还没登，记下的内容一起附上了/)
  expect(owner.lastReply).not.toMatch(/接着刚才/)
  expect((await owner.conversation()).stage).toBe('waiting')
  const { tickets } = await qiao.store.tickets.list({})
  expect((await qiao.store.tickets.find(tickets[0]?.id ?? ''))?.context.slots).toMatchObject({ home: '3栋2单元1502' })
})

test('“转人工” in the middle ends the form and hands over what was noted', async () => {
  const { qiao, owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '转人工')
  expect(owner.lastReply).toMatch(/不用再讲一遍/)
  expect((await owner.conversation()).memory.form).toBeUndefined()
  const { tickets } = await qiao.store.tickets.list({})
  expect((await qiao.store.tickets.find(tickets[0]?.id ?? ''))?.context.slots).toMatchObject({ home: '3栋2单元1502' })
})

test('an emergency that the model finds is instructed at once; the form is kept in silence', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '厨房里头味道不对头发晕')
  expect(owner.last.outcome?.action).toBe('emergency')
  expect(owner.lastReply).not.toMatch(/接着刚才/)
  expect((await owner.conversation()).memory.form?.intent).toBe('heating.cold')
})

test('a topic that was offered before and is tapped now is followed', async () => {
  const { owner } = await start()
  await owner.says('家里暖气不热')
  await owner.says('通气进度', 'intent:gas.connection_status')
  expect(owner.last.replies[0]?.text).toMatch(/检测没做完/)
  expect(owner.last.outcome?.form?.intent).toBe('heating.cold')
})

test('“到底什么时候修好” in the middle of a form asks of what is being filed, and the open question stands', async () => {
  const { owner } = await ownerWith({
    电梯坏了: 'elevator.fault',
    '到底什么时候修好，说个准日子': 'gas.connection_status',
  })
  await says(owner, '电梯坏了', '到底什么时候修好，说个准日子')
  const [answer, question] = owner.last.replies
  expect(answer).toMatchObject({ intent: 'elevator.fault', text: expect.stringContaining('没有登记在册') })
  expect(question?.text).toMatch(/哪栋几单元的电梯/)
  await owner.says('3栋2单元')
  expect(owner.lastReply).toMatch(/位置：3栋2单元 电梯/)
})

test('a gate that somebody means to block is not where the lift stands', async () => {
  const { owner } = await ownerWith({ 电梯坏了: 'elevator.fault' })
  await says(owner, '电梯坏了', '3栋2单元', '还不修我就去堵大门')
  expect(owner.last.replies[0]?.text).toMatch(/堵门先别/)
  expect(owner.last.outcome?.form?.slots.place).toBe('3栋2单元 电梯')
  expect(owner.last.outcome?.handoff).toMatchObject({ reason: 'anger', team: 'manager' })
})

test('who says that the toilet is blocked is not asked where', async () => {
  const { owner } = await ownerWith({ '马桶堵了，冲不下去': 'drain.blocked' })
  await says(owner, '马桶堵了，冲不下去')
  expect(owner.lastReply).toMatch(/几栋几单元/)
  expect(owner.last.outcome?.form?.slots).toMatchObject({ place: '马桶', what: expect.stringContaining('马桶堵了') })
})
