import { expect, test } from 'vitest'
import { workingDayAfter } from '../../records/workingDays.ts'

const CALENDAR = {
  holidays: [
    { from: '2026-10-01', to: '2026-10-07' },
    { from: '2026-01-01', to: '2026-01-03' },
  ],
  workdays: [{ day: '2026-10-10' }],
}

test.each([
  ['2026-11-25', 1, '2026-11-26', 'the day on which it came does not count'],
  ['2026-11-27', 1, '2026-11-30', 'from Friday over the weekend'],
  ['2026-11-25', 5, '2026-12-02', 'a week'],
  ['2026-09-30', 1, '2026-10-08', 'over the national holiday'],
  ['2026-09-30', 3, '2026-10-10', 'a Saturday that is worked in place of a holiday counts'],
  ['2026-10-09', 2, '2026-10-12', 'and the Sunday after it does not'],
])('%s + %i → %s: %s', (day, count, want) => {
  expect(workingDayAfter(day, count, CALENDAR)).toEqual({ day: want, sure: true })
})

test('a year whose holidays nobody has entered is said to be unsure', () => {
  expect(workingDayAfter('2026-12-30', 3, CALENDAR)).toEqual({ day: '2027-01-04', sure: false })
  expect(workingDayAfter('2026-12-30', 1, { holidays: [], workdays: [] })).toEqual({ day: '2026-12-31', sure: false })
})
