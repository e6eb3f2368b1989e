import { describe, expect, test } from 'vitest'
import type { Message, Speaker } from '../../bot/types.ts'
import { blocksOf } from '../../pages/owner/model/blocks.ts'
import { renewed, withMessages, withState } from '../../pages/owner/model/state.ts'
import { invitesRating, lastWhole, merge, openChoices, settle } from '../../pages/owner/model/timeline.ts'
import { emptyView, type Outgoing, type View } from '../../pages/owner/model/view.ts'

const message = (seq: number, from: Speaker, text: string, more: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  seq,
  conversationId: 'c',
  from,
  text,
  createdAt: new Date(2026, 0, 5, 9, seq).toISOString(),
  ...more,
})

const outgoing = (id: string, text: string, after = 0): Outgoing => ({
  clientMessageId: id,
  text,
  after,
  createdAt: '',
  sending: true,
})

const ready = (more: Partial<View>): View => ({ ...emptyView([]), phase: 'ready', ...more })

describe('messages from two sides', () => {
  test('each stands once, in order', () => {
    const merged = merge(
      [message(1, 'owner', '在吗'), message(3, 'bot', '在')],
      [message(2, 'owner', '喂'), message(3, 'bot', '在')],
    )
    expect(merged.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  test('what follows a gap is asked for again', () => {
    expect(lastWhole([message(1, 'owner', 'a'), message(2, 'bot', 'b'), message(4, 'staff', 'd')])).toBe(2)
  })

  test('the stream may bring a message before its call returns', () => {
    expect(settle([outgoing('x', '在吗'), outgoing('y', '在吗')], [message(1, 'owner', '在吗')])).toEqual([
      outgoing('y', '在吗'),
    ])
  })

  test('an older message with the same words settles nothing', () => {
    const waiting = [outgoing('x', '在吗', 5)]
    expect(settle(waiting, [message(3, 'owner', '在吗')])).toEqual(waiting)
  })
})

describe('choices', () => {
  const asks = message(2, 'bot', '对吗？', { choices: [{ title: '对', value: 'yes' }] })

  test('stand until the owner answers', () => {
    expect(openChoices(asks, [asks, message(3, 'bot', '还有')], [])).toHaveLength(1)
    expect(openChoices(asks, [asks, message(3, 'owner', '对')], [])).toEqual([])
  })

  test('are gone as soon as one is on its way', () => {
    expect(openChoices(asks, [asks], [outgoing('x', '对')])).toEqual([])
  })
})

describe('rating', () => {
  const staffHolds = ready({ state: { stage: 'staff', open: true } })
  const bot = { stage: 'bot', open: true } as const

  test('is not asked because the stage changes: only a farewell invites it', () => {
    expect(withState(staffHolds, bot).rating).toBe('none')
  })

  test('is never asked after an emergency', () => {
    const messages = [message(1, 'bot', '先出去', { action: 'emergency' })]
    const farewell = message(2, 'system', '好了', { choices: [{ title: '5', value: 'rating:5' }] })
    expect(withMessages({ ...staffHolds, messages }, [farewell]).rating).toBe('none')
  })

  test('is asked after a reload when the farewell invites it', () => {
    const farewell = message(2, 'system', '好了', { choices: [{ title: '5', value: 'rating:5' }] })
    expect(invitesRating([farewell])).toBe(true)
    expect(withMessages(ready({}), [farewell]).rating).toBe('asked')
  })

  test('is gone when the owner goes on', () => {
    expect(withMessages(ready({ rating: 'asked' }), [message(1, 'owner', '还没好')]).rating).toBe('none')
  })
})

test('a conversation that is gone takes what was not sent into the next one', () => {
  const view = renewed(ready({ messages: [message(1, 'owner', 'a')], outbox: [outgoing('x', '还没发出', 1)] }))
  expect(view.messages).toEqual([])
  expect(view.outbox).toMatchObject([{ clientMessageId: 'x', after: 0, sending: false }])
  expect(view.renewed).toBe(true)
})

test('runs: one label for one speaker in one stretch', () => {
  const messages = [
    message(1, 'owner', 'a'),
    message(2, 'bot', 'b'),
    message(3, 'bot', 'c'),
    message(4, 'system', '接手'),
    message(5, 'staff', 'd', { author: '小李' }),
    message(6, 'staff', 'e', { author: '小王' }),
    message(30, 'staff', 'f', { author: '小王' }),
  ]
  const blocks = blocksOf(messages, new Date(2026, 0, 5, 12))
  expect(blocks.map((block) => (block.kind === 'run' ? block.messages.length : block.kind))).toEqual([
    1,
    2,
    'system',
    1,
    1,
    1,
  ])
  expect(blocksOf(messages, new Date(2026, 0, 6, 12))[0]?.kind).toBe('day')
})
