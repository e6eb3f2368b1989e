import { expect, test } from 'vitest'
import type { Settings } from '../../../pages/desk/learningCalls.ts'
import {
  changeOf,
  draftOf,
  isWrong,
  type SettingsDraft,
  spansOf,
} from '../../../pages/desk/rooms/settings/settingsDraft.ts'

const NEW_YEAR = { from: '2027-01-01', to: '2027-01-03', name: { zh: '元旦', en: 'New Year' } }
const kept: Settings = {
  hours: { mon: ['08:30-12:00', '13:30-18:00'], sun: [] },
  holidays: [NEW_YEAR],
  workdays: [{ day: '2027-01-09', hours: ['08:30-12:00'] }],
  starters: ['fee.pay', 'repair.report'],
  quietHours: '22:00-07:00',
  returnVisitHours: 48,
  precision: 0.97,
  answerWithinMinutes: { emergency: 2, high: 30, normal: 60 },
  facts: [],
  revisions: [],
}
const draft = (change: Partial<SettingsDraft> = {}): SettingsDraft => ({ ...draftOf(kept), ...change })

test('what was not touched is not sent', () => {
  expect(changeOf(draft(), kept)).toEqual({})
  expect(changeOf(draft({ workdays: [{ day: '2027-01-09', hours: '8:30—12:00' }] }), kept)).toEqual({})
})

test('what was changed is sent, and lists as a whole', () => {
  const extra = { from: '2027-02-05', to: '2027-02-11', name: { zh: '春节', en: 'Spring Festival' } }
  expect(changeOf(draft({ holidays: [NEW_YEAR, extra] }), kept)).toEqual({ holidays: [NEW_YEAR, extra] })
  expect(changeOf(draft({ holidays: [] }), kept)).toEqual({ holidays: [] })
  expect(changeOf(draft({ answerWithin: { emergency: '2', high: '20', normal: '60' } }), kept)).toEqual({
    answerWithinMinutes: { emergency: 2, high: 20, normal: 60 },
  })
  expect(changeOf(draft({ hours: { sun: '9:00-12:00' } }), kept)).toEqual({ hours: { sun: ['09:00-12:00'] } })
})

test.each([
  ['08:30-12:00, 13:30-18:00', ['08:30-12:00', '13:30-18:00']],
  ['8：30到12：00、13：30～18：00', ['08:30-12:00', '13:30-18:00']],
  ['9:00–9:30', ['09:00-09:30']],
  ['', []],
])('hours typed as “%s”', (line, spans) => expect(spansOf(line)).toEqual(spans))

test.each<[string, Partial<SettingsDraft>]>([
  ['a holiday without a name', { holidays: [{ ...NEW_YEAR, name: { zh: '', en: '' } }] }],
  ['one that ends before it begins', { holidays: [{ ...NEW_YEAR, to: '2026-12-31' }] }],
  ['a worked day without hours', { workdays: [{ day: '2027-01-09', hours: '' }] }],
  ['hours the wrong way round', { hours: { sun: '18:00-08:00' } }],
  ['hours that are words', { hours: { sun: '全天' } }],
  ['the same first question twice', { starters: ['fee.pay', 'fee.pay'] }],
])('%s is marked before it is sent', (_, change) => {
  expect(isWrong(draft())).toBe(false)
  expect(isWrong(draft(change))).toBe(true)
})
