import { expect, test } from 'vitest'
import type { Message } from '../../bot/types.ts'
import { findingsOf } from './findings.ts'
import type { Manner, Story } from './owners.ts'

/* The judge itself: what it must not overlook. */

const said = (seq: number, from: Message['from'], text: string): Message => ({
  id: `id ${from} ${text}`,
  seq,
  conversationId: 'c',
  from,
  text,
  createdAt: '2026-11-25T02:00:00Z',
})

const UNDISTURBED = [said(1, 'owner', 'a'), said(2, 'bot', 'A'), said(3, 'owner', 'b'), said(4, 'bot', 'B')]
const [a, A, b, B] = UNDISTURBED as [Message, Message, Message, Message]

const judge = (seen: Message[], manner: Manner = 'patient', acknowledged: Message[] = []): string[] => {
  const story: Story = { manner, id: 'c', token: '', acknowledged }
  return findingsOf(story, seen, UNDISTURBED)
}

test('nothing is wrong with what nothing disturbed', () => {
  expect(judge(UNDISTURBED, 'patient', [a, b])).toEqual([])
})

test('whoever went away after the first question has one turn, whole', () => {
  expect(judge([a, A], 'gone', [a])).toEqual([])
  expect(judge([a], 'gone', [a])).toHaveLength(1)
})

test('questions asked at once may be stored in any order', () => {
  expect(
    judge(
      [
        { ...b, seq: 1 },
        { ...a, seq: 2 },
        { ...A, seq: 3 },
        { ...B, seq: 4 },
      ],
      'hasty',
    ),
  ).toEqual([])
})

test.each<[string, Message[], RegExp]>([
  [
    'a lost message',
    [
      { ...b, seq: 1 },
      { ...B, seq: 2 },
    ],
    /lost the acknowledged message 1/,
  ],
  [
    'a message stored twice',
    [a, A, { ...a, seq: 3 }, { ...A, seq: 4 }, { ...b, seq: 5 }, { ...B, seq: 6 }],
    /has 6 messages/,
  ],
  ['a reply given twice', [a, A, { ...A, seq: 3 }, { ...b, seq: 4 }, { ...B, seq: 5 }], /has 5 messages/],
  ['no reply', [a, A, b], /has 3 messages/],
  ['a gap', [a, A, { ...b, seq: 4 }, { ...B, seq: 5 }], /seq 4 stands where 3 should/],
  ['another order', [a, A, { ...B, seq: 3 }, { ...b, seq: 4 }], /instead of/],
])('%s is found', (_what, seen, finding) => {
  expect(judge(seen, 'patient', [a]).join('\n')).toMatch(finding)
})
