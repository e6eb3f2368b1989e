import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { itemOf } from '../../bot/channels/wechat/items.ts'
import { openWechat, type WechatUnderTest } from './wechatOwner.ts'
import { WECHAT } from './wechatPlatform.ts'

let wechat: WechatUnderTest

beforeEach(async () => {
  wechat = await openWechat()
})
afterEach(() => wechat.stop())

/** What the webhook keeps of a message. */
function item(FromUserName: string, n: number) {
  const Content = n === 0 ? '你好' : `第${n}条`
  const kept = itemOf({ FromUserName, MsgType: 'text', Content, MsgId: String(n) }, WECHAT.appId)
  if (!kept) throw new Error('nothing was kept')
  return kept
}

test('an owner who wrote two hundred messages holds up nobody, and all of them are taken in their order', async () => {
  const { channels, conversations } = wechat.product.store
  // In the order in which the record has them, whoever they are of.
  const answered: string[] = []
  const { commitTurn } = conversations
  vi.spyOn(conversations, 'commitTurn').mockImplementation((turn) => {
    answered.push(turn.conversationId)
    return commitTurn(turn)
  })
  await channels.keep(Array.from({ length: 200 }, (_, n) => item('flood', n)))
  await channels.keep([item('quiet', 0)])
  await wechat.product.settle()
  const of = async (address: string) => {
    const owner = await channels.owner({ channel: 'wechat', account: WECHAT.appId, address })
    return { id: owner?.conversationId, said: await conversations.messages(owner?.conversationId ?? '', 0, 500) }
  }
  const [flood, quiet] = [await of('flood'), await of('quiet')]
  expect(flood.said.filter(({ from }) => from === 'owner').map(({ text }) => text)).toEqual(
    Array.from({ length: 200 }, (_, n) => (n === 0 ? '你好' : `第${n}条`)),
  )
  expect(quiet.said.map(({ from }) => from)).toEqual(['owner', 'bot'])
  expect(answered).toHaveLength(201)
  expect(answered.indexOf(quiet.id ?? '')).toBeLessThan(5)
  expect(await channels.due('wechat', 10)).toEqual([])
})
