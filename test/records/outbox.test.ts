import { expect, test } from 'vitest'
import type { BegunPush, OutboxStore, PushEnd } from '../../bot/ports/board.ts'
import type { Conversation, LeasedPush, Message, SendResult } from '../../bot/types.ts'
import { backoffMs, canPushTo, Outbox } from '../../records/outbox.ts'
import { testClock } from '../support/clock.ts'

const PUSH: LeasedPush = {
  position: 1,
  conversationId: 'c',
  cause: 'x',
  state: 'leased',
  attempts: 0,
  dueAt: '',
  community: 'demo',
  channel: 'wechat',
  locale: 'zh',
  said: false,
}
const SEND = { kind: 'send', message: {} as Message, conversation: { channel: 'wechat' } as Conversation } as const

/** One push through the outbox; what it came to. */
async function through(
  options: { push?: Partial<LeasedPush>; begun?: BegunPush; send?: () => Promise<SendResult>; awake?: Date } = {},
): Promise<{ ends: PushEnd[]; errors: unknown[]; published: string[] }> {
  const clock = testClock()
  const [ends, errors, published]: [PushEnd[], unknown[], string[]] = [[], [], []]
  const batches = [[{ ...PUSH, ...options.push }]]
  const outbox: OutboxStore = {
    lease: async () => batches.shift() ?? [],
    begin: async () => options.begun ?? SEND,
    waiting: async () => [],
    takeAlong: async () => false,
    settle: async (_position, _by, end) => ends.push(end) > 0,
    endLeases: async () => undefined,
    ofConversation: async () => [],
    counts: async () => ({ pending: 0, leased: 0, sent: 0, unknown: 0, dead: 0 }),
  }
  const live = { publish: (topic: string) => void published.push(topic), subscribe: () => () => undefined }
  const hours = { mayDisturbAt: (_id: string, at: Date) => options.awake ?? at }
  const senders = options.send ? { wechat: { send: options.send } } : {}
  const report = (error: unknown) => errors.push(error)
  await new Outbox({ store: { outbox }, live, clock, hours, senders, random: () => 0, instance: 'one', report }).drain()
  return { ends, errors, published }
}

test('twice as long each time, from a second to ten minutes, by up to half less at random', () => {
  expect([0, 1, 2, 9, 10, 50].map((attempt) => backoffMs(attempt, 0))).toEqual([
    1000, 2000, 4000, 512_000, 600_000, 600_000,
  ])
  expect(backoffMs(0, 0.99)).toBe(1000)
  expect(backoffMs(10, 0.5)).toBe(450_000)
})

test.each<[SendResult, PushEnd]>([
  ['sent', { state: 'sent' }],
  ['unknown', { state: 'unknown', reason: 'unsure' }],
  ['impossible', { state: 'dead', reason: 'refused' }],
  ['left', { state: 'dead', reason: 'left' }],
  ['outside', { state: 'dead', reason: 'outside' }],
  ['retry', { state: 'pending', dueAt: '2026-11-25T02:00:01.000Z', counts: true, reason: 'retrying' }],
  [
    { waitUntil: '2026-11-25T03:00:00.000Z' },
    { state: 'pending', dueAt: '2026-11-25T03:00:00.000Z', counts: false, reason: 'waits' },
  ],
])('a platform that says %s', async (result, end) => {
  expect((await through({ send: async () => result })).ends).toEqual([end])
})

test('after twenty failures it is dead, and both sides see it', async () => {
  const { ends, published } = await through({ push: { attempts: 19 }, send: async () => 'retry' })
  expect(ends).toEqual([{ state: 'dead', reason: 'attempts' }])
  expect(published.filter((topic) => topic === 'conversation:c')).toHaveLength(2)
})

test('what throws may have arrived; it is reported', async () => {
  const { ends, errors } = await through({ send: () => Promise.reject(new Error('cut off')) })
  expect(ends).toEqual([{ state: 'unknown', reason: 'unsure' }])
  expect(errors).toEqual([new Error('cut off')])
})

test('a channel without a sender cannot be reached', async () => {
  expect((await through()).ends).toEqual([{ state: 'dead', reason: 'no_channel' }])
  expect(canPushTo('web', {})).toBe(true)
  expect(canPushTo('wechat', {})).toBe(false)
})

test('held by staff or in the quiet hours it waits, and that is no failure', async () => {
  const wait = (dueAt: string) => [{ state: 'pending', dueAt, counts: false }]
  expect((await through({ begun: { kind: 'held' } })).ends).toEqual(wait('2026-11-25T02:01:00.000Z'))
  const awake = new Date('2026-11-25T23:00:00Z')
  expect((await through({ awake })).ends).toEqual(wait('2026-11-25T23:00:00.000Z'))
})
