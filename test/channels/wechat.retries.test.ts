import { expect, test, vi } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { newId } from '../../wire/ids.ts'
import { testClock } from '../support/clock.ts'
import { openWechat } from './wechatOwner.ts'

type Keep = Store['channels']['keep']

/** The product over a record whose first writes of what came go as the test wants. */
async function openWith(change: (keep: Keep) => Keep) {
  const clock = testClock()
  const store = await openStore({ file: ':memory:', clock, newId })
  const keep = change((...given) => store.channels.keep(...given))
  const wechat = await openWechat({ clock, store: { ...store, channels: { ...store.channels, keep } } })
  const owner = await wechat.owner()
  const message = wechat.platform.message(owner.openid, { MsgType: 'text', Content: '物业费怎么交' })
  return {
    wechat,
    owner,
    delivers: () => wechat.platform.delivers(message, wechat.posts),
    said: async () => store.conversations.messages(await owner.conversationId(), 0, 100),
    stop: async () => {
      await wechat.stop()
      await store.close()
    },
  }
}

test('no `success` within five seconds: WeChat calls again by itself, twice at most, and there is one effect', async () => {
  const gates: (() => void)[] = []
  const slow =
    (keep: Keep): Keep =>
    async (...given) => {
      if (gates.length < 2) await new Promise<void>((open) => void gates.push(open))
      return keep(...given)
    }
  const { wechat, delivers, said, owner, stop } = await openWith(slow)
  const delivery = delivers()
  for (const call of [1, 2]) {
    await vi.waitFor(() => expect(gates).toHaveLength(call))
    wechat.platform.fiveSeconds.runsOut()
  }
  expect(await delivery).toBe(3)
  for (const open of gates) open()
  await wechat.product.settle()
  await vi.waitFor(async () => expect((await said()).map(({ from }) => from)).toEqual(['owner', 'bot']))
  expect(await owner.sees()).toHaveLength(1)
  await stop()
})

test('an error makes it call again too; what is kept at the third call is answered once', async () => {
  let calls = 0
  const broken =
    (keep: Keep): Keep =>
    async (...given) => {
      calls += 1
      if (calls < 3) throw new Error('the disk is busy')
      return keep(...given)
    }
  const { wechat, delivers, owner, stop } = await openWith(broken)
  expect(await delivers()).toBe(3)
  await wechat.product.settle()
  expect(await owner.sees()).toHaveLength(1)
  await stop()
})

test('kept at once: it calls once', async () => {
  const { delivers, stop } = await openWith((keep) => keep)
  expect(await delivers()).toBe(1)
  await stop()
})
