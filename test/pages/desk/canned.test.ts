import { expect, test } from 'vitest'
import type { CannedReply, Ticket } from '../../../bot/types.ts'
import { fillCanned, findCanned, slashQuery } from '../../../pages/desk/thread/canned.ts'

const canned = (shortcut: string, text: string): CannedReply => ({
  id: shortcut,
  community: '',
  shortcut,
  text,
  author: '小王',
  updatedAt: '2026-01-01T00:00:00.000Z',
})

test('a slash at the start searches, whatever keyboard it comes from; a reply with a slash in it does not', () => {
  expect(['/', '/催', '、催', '／Gas'].map(slashQuery)).toEqual(['', '催', '催', 'gas'])
  expect(['3/502 的', '催/', '/催\n您好'].map(slashQuery)).toEqual([undefined, undefined, undefined])
})

test('names that begin with it come first, then names that hold it, then texts', () => {
  const all = [canned('b', '催过了'), canned('再催', 'x'), canned('催燃气', 'y'), canned('灯', 'z')]
  expect(findCanned(all, '催').map(({ shortcut }) => shortcut)).toEqual(['催燃气', '再催', 'b'])
  expect(findCanned(all, '')).toHaveLength(4)
})

test('facts of the ticket are filled in; what is not known stays to be seen', () => {
  const ticket = { context: { owner: { home: '3栋502' }, repairs: [{ number: 'W-7' }] } } as unknown as Ticket
  const unknown = { name: '【称呼】', home: '【住处】', order: '【工单号】', clerk: '【客服】' }
  expect(fillCanned('{name}您好，{home}的{order}我是{clerk}，{date}', ticket, '小王', unknown)).toBe(
    '【称呼】您好，3栋502的W-7我是小王，{date}',
  )
})
