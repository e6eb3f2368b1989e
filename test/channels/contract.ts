import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../bot/types.ts'
import { PNG } from '../support/pictures.ts'
import { seeded, shuffled } from './loopback.ts'
import type { Product } from './product.ts'

/*
 * What every channel must do, whatever its platform is like. A channel's own test opens the product (`openProduct`)
 * with the channel switched on against a simulator of its platform on loopback, and calls
 *
 *   channelContract('WeChat', async () => ({ product, owner: () => …, … }))
 *
 * `open` is called for each test and `stop` after it. Time is `product.clock`; nothing waits for a timer:
 * `product.settle()` (or the channel's own `settle`) brings all that is under way to its end.
 */

/** Something that an owner wrote, which the platform hands to us as often as it likes. */
export interface Delivery {
  /** Hands it over once, however we answer; resolves when we have answered. */
  hand(): Promise<void>
}

/** Somebody with the platform's app in their hand. */
export interface PlatformOwner {
  /** Writes; nothing reaches us before `hand`. */
  writes(text: string): Delivery
  /** Texts that arrived, in order. Choices may be in them, as the platform shows them. */
  sees(): Promise<string[]>
  /** Pictures and documents that arrived, by content, in order. */
  files(): Promise<Buffer[]>
  conversationId(): Promise<string>
}

/** One call that nobody should believe. */
export interface Forgery {
  name: string
  /** Calls us, and gives the status that we answered. */
  send(): Promise<number>
}

export interface ChannelUnderTest {
  product: Product
  owner(): Promise<PlatformOwner>
  /** Who lives through the whole story; left out: `owner`. */
  storyOwner?(): Promise<PlatformOwner>
  /** What stands in the conversation and is for staff alone. */
  forStaff?: RegExp
  /** Left out: `product.settle`. */
  settle?(): Promise<void>
  /** The platform takes no calls of ours, or again. Left out where we call nobody. */
  down?(): Promise<void>
  up?(): Promise<void>
  /** Calls that look like the platform's and are not. Left out where a token of the owner's own lets in. */
  forgeries?(): Forgery[]
  stop(): Promise<void>
}

const MINUTES_DOWN = 10

/** In place of `test`, for what the channel does not have. */
const unneeded = (_name: string, _work: () => Promise<void>): void => undefined

/** What a channel does not have: a platform that we call, calls of a platform that we have to believe. */
export interface Without {
  platform?: true
  calls?: true
  /** Documents go as an address in words. */
  documents?: true
}

const PHOTO = Buffer.from(PNG)
const PAPER = Buffer.from('%PDF-1.4\n1 0 obj\n')

export function channelContract(name: string, open: () => Promise<ChannelUnderTest>, without: Without = {}): void {
  describe(`the channel ${name}`, () => {
    let channel: ChannelUnderTest
    beforeEach(async () => {
      channel = await open()
    })
    afterEach(async () => {
      await channel.stop()
    })

    const settle = () => (channel.settle ? channel.settle() : channel.product.settle())
    const say = async (owner: PlatformOwner, text: string): Promise<string> => {
      const before = (await owner.sees()).length
      await owner.writes(text).hand()
      await settle()
      return (await owner.sees()).slice(before).join('\n')
    }
    const transcript = async (owner: PlatformOwner): Promise<Message[]> =>
      channel.product.store.conversations.messages(await owner.conversationId(), 0, 500)
    /** All that was said to them, each once and in order, is what arrived. */
    const nothingMissing = async (owner: PlatformOwner): Promise<void> => {
      const { forStaff } = channel
      const said = (await transcript(owner)).filter(({ from, text }) => from !== 'owner' && !forStaff?.test(text))
      const seen = (await owner.sees()).join('\n')
      expect(said.map(({ delivery }) => delivery)).toEqual(said.map(() => 'sent'))
      let at = 0
      for (const { text } of said) {
        const found = seen.indexOf(text, at)
        expect({ text, arrived: found >= 0 }).toEqual({ text, arrived: true })
        at = found + text.length
      }
      for (const { text } of said) {
        const times = (hay: string) => hay.split(text).length - 1
        expect(times(seen)).toBe(times(said.map((message) => message.text).join('\n')))
      }
    }

    test('a question is answered', async () => {
      const owner = await channel.owner()
      expect(await say(owner, '物业费怎么交')).toMatch(/物业费|交费/)
      await nothingMissing(owner)
      expect(channel.product.errors).toEqual([])
    })

    test('an emergency gets its instruction', async () => {
      const owner = await channel.owner()
      expect(await say(owner, '家里有很大的煤气味')).toMatch(/119/)
      const { tickets } = await channel.product.store.tickets.list({})
      expect(tickets).toMatchObject([{ priority: 'emergency' }])
    })

    test('every message three times, shuffled, late by five seconds: one effect', async () => {
      const { clock } = channel.product
      const owners = await Promise.all([1, 2, 3].map(() => channel.owner()))
      const texts = ['物业费怎么交', '停车位怎么办', '门禁卡丢了怎么办', '几点上班']
      const deliveries = owners.flatMap((owner) => texts.map((text) => owner.writes(text)))
      const thrice = shuffled([...deliveries, ...deliveries, ...deliveries], seeded(7))
      const late = thrice.splice(0, thrice.length / 2)
      await Promise.all(late.map((delivery) => delivery.hand()))
      clock.forward(5 / 60)
      for (const delivery of thrice) await delivery.hand()
      await settle()
      for (const owner of owners) {
        const messages = await transcript(owner)
        expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
        const own = messages.filter(({ from }) => from === 'owner').map(({ text }) => text)
        expect(own.sort()).toEqual([...texts].sort())
        await nothingMissing(owner)
      }
    })

    test('a photo and a document of staff arrive beside the words, once', async () => {
      const { product } = channel
      const owner = await channel.owner()
      const clerk = await product.clerk('王芳')
      await say(owner, '转人工')
      const id = await owner.conversationId()
      const ticketId = (await product.store.tickets.openOf(id))?.id ?? ''
      await clerk.claim(ticketId, clerk.member)
      const upload = async (name: string, type: string, content: Buffer) => {
        const added = await product.store.attachments.add(id, { name, type, content }, clerk.member.id)
        return added.kind === 'stored' ? added.id : ''
      }
      const attachments = [
        await upload('水表.png', 'image/png', PHOTO),
        await upload('公示.pdf', 'application/pdf', PAPER),
      ]
      const message = { clientMessageId: 'f', text: '您看这两个。', attachments }
      await clerk.reply(ticketId, clerk.member, message)
      await clerk.reply(ticketId, clerk.member, message)
      await settle()
      await settle()
      expect(await owner.files()).toEqual(without.documents ? [PHOTO] : [PHOTO, PAPER])
      const seen = await owner.sees()
      expect(seen.filter((text) => text.includes('您看这两个。'))).toHaveLength(1)
      if (without.documents) expect(seen.at(-1)).toContain('《公示.pdf》')
      await say(owner, '收到')
      await clerk.reply(ticketId, clerk.member, { clientMessageId: 'g', text: '看得清吗？' })
      await settle()
      await nothingMissing(owner)
      expect(product.errors).toEqual([])
    })

    const withPlatform = without.platform ? unneeded : test
    withPlatform('a platform that is down for ten minutes loses nothing', async () => {
      const { down, up, product } = channel
      if (!down || !up) throw new Error('this channel cannot be taken down')
      const owner = await channel.owner()
      const clerk = await product.clerk('王芳')
      await say(owner, '转人工')
      const ticket = await product.store.tickets.openOf(await owner.conversationId())
      await clerk.claim(ticket?.id ?? '', clerk.member)
      await settle()
      await down()
      await clerk.reply(ticket?.id ?? '', clerk.member, { clientMessageId: 'a', text: '我在看您的记录。' })
      await settle()
      await clerk.reply(ticket?.id ?? '', clerk.member, { clientMessageId: 'b', text: '您家是几号楼？' })
      await owner.writes('3栋').hand()
      for (let minute = 0; minute < MINUTES_DOWN; minute++) {
        product.clock.forward(1)
        await settle()
      }
      const waiting = (await transcript(owner)).filter(({ from }) => from === 'staff')
      expect(waiting.map(({ delivery }) => delivery)).toEqual(['pending', 'pending'])
      await up()
      for (let minute = 0; minute < MINUTES_DOWN; minute++) {
        product.clock.forward(1)
        await settle()
      }
      await nothingMissing(owner)
    })

    const withCalls = without.calls ? unneeded : test
    withCalls('what is not from the platform is refused and counted', async () => {
      const { product, forgeries } = channel
      if (!forgeries) throw new Error('this channel forges nothing')
      for (const { name: kind, send } of forgeries()) {
        const before = await product.metric('qiao_channel_refused_total')
        const status = await send()
        await settle()
        expect({ kind, refused: status >= 400 && status < 500 }).toEqual({ kind, refused: true })
        expect({ kind, counted: await product.metric('qiao_channel_refused_total') }).toEqual({
          kind,
          counted: before + 1,
        })
      }
      expect((await product.store.tickets.list({})).total).toBe(0)
    })

    test('the whole story: question, status, handoff, a person, resolved, the bot again, a push', async () => {
      const { product } = channel
      const owner = await (channel.storyOwner ?? channel.owner)()
      expect(await say(owner, '3栋燃气通了吗')).toMatch(/燃气[\s\S]*更新|截至/)
      expect(await say(owner, '有消息告诉我')).toMatch(/记下了/)
      expect(await say(owner, '转人工')).toMatch(/已转给客服/)
      const id = await owner.conversationId()
      const clerk = await product.clerk('王芳')
      const ticket = await product.store.tickets.openOf(id)
      const answered = async (work: () => Promise<unknown>): Promise<string> => {
        const before = (await owner.sees()).length
        await work()
        await settle()
        return (await owner.sees()).slice(before).join('\n')
      }
      const ticketId = ticket?.id ?? ''
      expect(await answered(() => clerk.claim(ticketId, clerk.member))).toMatch(/王芳 接手/)
      const text = '您好，我帮您问了燃气公司。'
      expect(await answered(() => clerk.reply(ticketId, clerk.member, { clientMessageId: 's', text }))).toContain(text)
      expect(await say(owner, '好的谢谢')).toBe('')
      expect(await answered(() => clerk.resolve(ticketId, clerk.member))).toMatch(/已处理完/)
      expect(await say(owner, '物业费怎么交')).toMatch(/物业费|交费/)
      const entry = (await product.store.board.list('demo')).find(({ topic }) => topic === 'gas')
      const state = { zh: '燃气公司检测完了，等点火', en: 'tested, to be lit' }
      const pushed = answered(() =>
        product.brain.board.edit(entry?.id ?? '', entry?.revision ?? 0, { state }, clerk.member),
      )
      expect(await pushed).toMatch(/检测完了/)
      await nothingMissing(owner)
      expect(product.errors).toEqual([])
    })
  })
}
