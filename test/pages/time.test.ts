import { expect, test } from 'vitest'
import { dayAndTime, lasting, shortTime } from '../../pages/shared/time.ts'

const now = new Date(2026, 8, 10, 14, 0)

test('days near today have names', () => {
  expect(dayAndTime(new Date(2026, 8, 10, 9, 10), now, 'zh')).toMatch(/^今天 0?9:10$/)
  expect(dayAndTime(new Date(2026, 8, 11, 8, 30), now, 'zh')).toMatch(/^明天 0?8:30$/)
  expect(dayAndTime(new Date(2026, 8, 9, 23, 59), now, 'en')).toBe('yesterday 23:59')
})

test('other days have their date, other years theirs', () => {
  expect(dayAndTime(new Date(2026, 8, 2, 9, 0), now, 'zh')).toContain('9月2日')
  expect(dayAndTime(new Date(2025, 8, 2, 9, 0), now, 'zh')).toContain('2025年')
  expect(shortTime(new Date(2026, 8, 10, 9, 10), now, 'zh')).toMatch(/^0?9:10$/)
})

test('how long', () => {
  expect([lasting(45_000, 'zh'), lasting(400_000, 'zh'), lasting(7_300_000, 'en'), lasting(-5, 'en')]).toEqual([
    '45 秒',
    '6 分钟',
    '2 h',
    '0 s',
  ])
})
