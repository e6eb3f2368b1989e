import { afterEach, beforeEach } from 'vitest'
import type { Message, StaffMember, Ticket } from '../../bot/types.ts'
import type { DeskWork } from '../../desk/work.ts'
import { openWechat, type WechatOwner, type WechatUnderTest } from './wechatOwner.ts'

export const event = (Event: string, EventKey = '') => ({ MsgType: 'event', Event, EventKey })

/** Each test has a product, a platform and an owner of its own. */
export interface WechatScene {
  readonly wechat: WechatUnderTest
  readonly owner: WechatOwner
  /** Anew, with further settings. */
  start(settings: Record<string, string>): Promise<void>
  transcript(): Promise<Message[]>
  /** What was said to the owner. */
  said(): Promise<Message[]>
  deliveries(): Promise<Message['delivery'][]>
  /** Among staff, of the open ticket. */
  notes(): Promise<string[]>
  /** How often the platform was called there. */
  calls(path: string): number
  minutes(count: number): Promise<void>
  /** A clerk who holds the owner's ticket. */
  clerkOnIt(): Promise<{
    ticket: Ticket
    writes(text: string): Promise<void>
    clerk: DeskWork & { member: StaffMember }
  }>
}

export function wechatScene(): WechatScene {
  let wechat: WechatUnderTest
  let owner: WechatOwner
  beforeEach(async () => {
    wechat = await openWechat()
    owner = await wechat.owner()
  })
  afterEach(() => wechat.stop())
  const transcript = async () => wechat.product.store.conversations.messages(await owner.conversationId(), 0, 500)
  const said = async () => (await transcript()).filter(({ from }) => from !== 'owner')
  return {
    get wechat() {
      return wechat
    },
    get owner() {
      return owner
    },
    start: async (settings) => {
      await wechat.stop()
      wechat = await openWechat({ settings })
      owner = await wechat.owner()
    },
    transcript,
    said,
    deliveries: async () => (await said()).map(({ delivery }) => delivery),
    notes: async () => {
      const { tickets } = wechat.product.store
      const open = await tickets.openOf(await owner.conversationId())
      return (await tickets.find(open?.id ?? ''))?.notes.map(({ text }) => text) ?? []
    },
    calls: (path) => wechat.platform.calls.filter((call) => call.path.endsWith(path)).length,
    minutes: async (count) => {
      for (let minute = 0; minute < count; minute++) {
        wechat.product.clock.forward(1)
        await wechat.product.settle()
      }
    },
    clerkOnIt: async () => {
      await owner.says('转人工')
      const clerk = await wechat.product.clerk('王芳')
      const open = await wechat.product.store.tickets.openOf(await owner.conversationId())
      const ticket = await clerk.claim(open?.id ?? '', clerk.member)
      let last = 0
      const writes = async (text: string) => {
        last += 1
        await clerk.reply(ticket.id, clerk.member, { clientMessageId: `m${last}`, text })
      }
      return { ticket, clerk, writes }
    },
  }
}
