import { expect, test } from 'vitest'
import type { Message, RecordedClassification, Ticket, TicketContext, TicketNote } from '../../../bot/types.ts'
import {
  type Decision,
  type Entry,
  entriesOf,
  mergeMessages,
  spanOf,
  within,
} from '../../../pages/desk/thread/entries.ts'

const at = (minute: number) => new Date(2026, 0, 5, 10, minute).toISOString()

const message = (seq: number, from: Message['from'], text: string, change: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  seq,
  conversationId: 'c1',
  from,
  text,
  createdAt: at(seq),
  ...change,
})
const seen = (seq: number, intent: string, confidence = 0.9): RecordedClassification => ({
  seq,
  intent,
  confidence,
  alternatives: [],
})
const thread = (messages: Message[], classifications: RecordedClassification[] = [], notes: TicketNote[] = []) =>
  entriesOf({ context: { classifications } as TicketContext, notes }, messages)

const line = (entry: Entry): string => {
  switch (entry.kind) {
    case 'message':
      return `${entry.message.from}: ${entry.message.text}`
    case 'note':
      return `note: ${entry.note.text}`
    case 'decision':
      return 'decision'
    case 'day':
      return 'day'
    default:
      return entry satisfies never
  }
}
const decisions = (entries: Entry[]): Decision[] =>
  entries.flatMap((entry) => (entry.kind === 'decision' ? [entry.decision] : []))

test('the bot’s decision stands under the message that it is about, notes where they were written', () => {
  const note = { id: 'n1', author: '小李', text: '打过电话', createdAt: at(2) }
  const entries = thread(
    [
      message(1, 'owner', '天花板漏水'),
      message(2, 'bot', '在哪里？', { action: 'ask_slot', intent: 'leak.ceiling' }),
      message(3, 'owner', '厨房'),
    ],
    [seen(1, 'leak.ceiling', 0.91)],
    [{ ...note, createdAt: new Date(Date.parse(at(2)) + 1000).toISOString() }],
  )
  expect(entries.map(line)).toEqual([
    'day',
    'owner: 天花板漏水',
    'decision',
    'bot: 在哪里？',
    'note: 打过电话',
    'owner: 厨房',
  ])
})

test('a decision tells the work order that it opened', () => {
  const card = { kind: 'work_order', number: '1024', what: '漏水', where: '厨房', state: 'filed' } as const
  const [decision] = decisions(
    thread(
      [message(1, 'owner', '漏水'), message(2, 'bot', '已登记', { action: 'opened', intent: 'leak.ceiling', card })],
      [seen(1, 'leak.ceiling')],
    ),
  )
  expect(decision?.did).toEqual([{ action: 'opened', workOrder: '1024' }])
})

test('an answer to a question of the bot’s is not taken for what the model makes of it', () => {
  const [decision] = decisions(
    thread(
      [message(1, 'owner', '厨房'), message(2, 'bot', '哪天方便？', { action: 'ask_slot', intent: 'leak.ceiling' })],
      [seen(1, 'rent.register', 0.5)],
    ),
  )
  expect(decision?.continued).toBe('leak.ceiling')
})

test('an emergency that the model took for something else was found by the rule', () => {
  const messages = [
    message(1, 'owner', '我闻到味儿了'),
    message(2, 'bot', '别开灯', { action: 'emergency', intent: 'gas.leak' }),
  ]
  expect(decisions(thread(messages, [seen(1, 'cleaning.garbage', 0.4)]))[0]?.rule).toBe('gas.leak')
  expect(decisions(thread(messages))[0]?.rule).toBe('gas.leak')
  expect(decisions(thread(messages, [seen(1, 'gas.leak')]))[0]?.rule).toBeUndefined()
})

test('while staff hold it, what was recognised stands alone', () => {
  const [decision] = decisions(
    thread([message(1, 'owner', '楼道堆物'), message(2, 'staff', '我去看')], [seen(1, 'neighbor.clutter')]),
  )
  expect(decision).toEqual({ seq: 1, classification: seen(1, 'neighbor.clutter'), did: [] })
})

test('messages that follow each other closely share one label', () => {
  const entries = thread([
    message(1, 'bot', '一'),
    message(2, 'bot', '二'),
    message(3, 'staff', '三', { author: '小李' }),
    message(4, 'staff', '四', { author: '小王' }),
  ])
  expect(entries.flatMap((entry) => (entry.kind === 'message' ? [entry.first] : []))).toEqual([true, false, true, true])
})

test('merging: no doubles, in seq order, the later reading wins', () => {
  const merged = mergeMessages(
    [message(1, 'owner', '一'), message(3, 'staff', '三', { delivery: 'pending' })],
    [message(2, 'bot', '二'), message(3, 'staff', '三', { delivery: 'sent' })],
  )
  expect(merged.map(({ seq, delivery }) => [seq, delivery])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, 'sent'],
  ])
})

test('a ticket has what was said since the one before it ended, and the farewell stays with that one', () => {
  const said = [message(1, 'owner', '一'), message(2, 'system', '办完了'), message(3, 'owner', '二')]
  const earlier = { conversationId: 'c1', createdAt: at(0), resolvedAt: at(2) }
  const elsewhere = { conversationId: 'c2', createdAt: at(0), resolvedAt: at(3) }
  const now = {
    conversationId: 'c1',
    createdAt: at(3),
    context: { earlier: [elsewhere, earlier] },
  } as unknown as Ticket
  expect(within(said, spanOf(now)).map(({ text }) => text)).toEqual(['二'])
  const later = { conversationId: 'c1', createdAt: at(3) }
  const before = { ...earlier, context: { earlier: [elsewhere, later] } } as unknown as Ticket
  expect(within(said, spanOf(before)).map(({ text }) => text)).toEqual(['一', '办完了'])
})
