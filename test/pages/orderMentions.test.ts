import { expect, test } from 'vitest'
import type { Message } from '../../bot/types.ts'
import { lastMention } from '../../pages/owner/model/orderMentions.ts'

const message = (seq: number, more: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  seq,
  conversationId: 'c',
  from: 'bot',
  text: '',
  createdAt: '2026-11-25T02:00:00Z',
  ...more,
})
const told = { sources: [{ kind: 'work_order' as const, number: '1024' }] }

test('a conversation without work orders asks for none', () => {
  expect(lastMention([])).toBe(0)
  expect(lastMention([message(1), message(2, { sources: [{ kind: 'rule', id: 'x' }] })])).toBe(0)
})

test('a card and a message that tells of a move both count, the later of them', () => {
  const card = { kind: 'work_order' as const, number: '1024', what: '漏水', where: '3栋', state: 'filed' as const }
  expect(lastMention([message(1), message(2, { card }), message(3)])).toBe(2)
  expect(lastMention([message(2, { card }), message(3), message(5, told), message(6)])).toBe(5)
})
