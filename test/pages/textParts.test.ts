import { expect, test } from 'vitest'
import { textParts } from '../../pages/shared/parts.ts'

const taps = (text: string) => textParts(text).flatMap((part) => (part.kind === 'text' ? [] : part.href))

test('phones of every kind can be tapped', () => {
  expect(taps('打 028-5550-0110 或 13800138000，报警 110，燃气 95598，热线 12345，400-123-4567')).toEqual([
    'tel:02855500110',
    'tel:13800138000',
    'tel:110',
    'tel:95598',
    'tel:12345',
    'tel:4001234567',
  ])
})

test('a phone directly beside Chinese words is one', () => {
  expect(taps('都打不通，打119。请同时打120')).toEqual(['tel:119', 'tel:120'])
  expect(taps('Call 120. Or 028-5550-0110.')).toEqual(['tel:120', 'tel:02855500110'])
})

test('amounts, homes, plates and work orders are no phones', () => {
  expect(taps('收费 120 元，停了110天，3-1-110，粤B12345，工单 1024，#12345，110.5，1502室')).toEqual([])
})

test('a link ends before the sentence does', () => {
  expect(textParts('看 https://example.com/a?b=1。再说')).toEqual([
    { kind: 'text', text: '看 ' },
    { kind: 'link', text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
    { kind: 'text', text: '。再说' },
  ])
  expect(taps('See https://example.com/x.')).toEqual(['https://example.com/x'])
})

test('only http addresses become links', () => {
  expect(taps('javascript:alert(1) data:text/html,x ftp://example.com')).toEqual([])
})

test('nothing of the text is lost', () => {
  const text = '<b>打 119</b> https://a.example/?q="><script>'
  expect(
    textParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
