import { describe, expect, test } from 'vitest'
import type { StatusEntry } from '../../bot/types.ts'
import { changed, concerns, isNews, kindOfChange, standing, withStep } from '../../records/boardChange.ts'

const NOW = new Date('2026-11-25T02:00:00Z')
const HAND = { name: '王芳', now: NOW, today: '2026-11-25' }
const words = (zh: string) => ({ zh, en: zh })
const entry = (change: Partial<StatusEntry> = {}): StatusEntry => ({
  id: 'gas',
  community: 'demo',
  topic: 'gas',
  scope: {},
  state: words('没通'),
  log: [{ day: '2026-11-20', text: words('名单已交'), by: words('小李') }],
  asOf: '2026-11-20T02:00:00.000Z',
  staleAfterHours: 72,
  source: words('燃气公司'),
  ...change,
})

describe('a clerk’s change', () => {
  test('is as of now and from the clerk, unless they say else', () => {
    expect(changed(entry(), { state: words('通了') }, HAND)).toMatchObject({
      state: words('通了'),
      asOf: NOW.toISOString(),
      source: words('王芳'),
    })
    const told = { asOf: '2026-11-24T02:00:00Z', source: words('燃气公司来电') }
    expect(changed(entry(), told, HAND)).toMatchObject({ asOf: '2026-11-24T02:00:00.000Z', source: told.source })
  })

  test('takes away with null, and leaves what is not mentioned', () => {
    const before = entry({ blockedBy: words('检测'), nextActor: words('燃气公司') })
    const after = changed(before, { blockedBy: null }, HAND)
    expect(after).not.toHaveProperty('blockedBy')
    expect(after.nextActor).toEqual(words('燃气公司'))
  })

  test('cannot be of the future', () => {
    const refused = expect.objectContaining({ code: 'bad_request' })
    expect(() => changed(entry(), { asOf: '2026-11-25T02:00:01Z' }, HAND)).toThrow(refused)
    expect(() => withStep(entry(), { text: words('催'), day: '2026-11-26' }, HAND)).toThrow(refused)
  })

  test('ends and opens again', () => {
    const closed = changed(entry(), { closed: true }, HAND)
    expect(closed.closedAt).toBe(NOW.toISOString())
    expect(kindOfChange(entry(), closed)).toBe('closed')
    const edited = changed(closed, { state: words('真通了') }, { ...HAND, now: new Date('2026-11-26T02:00:00Z') })
    expect(edited.closedAt).toBe(NOW.toISOString())
    expect(kindOfChange(closed, edited)).toBe('edited')
    const reopened = changed(closed, { closed: false }, HAND)
    expect(reopened).not.toHaveProperty('closedAt')
    expect(kindOfChange(closed, reopened)).toBe('reopened')
  })

  test('a line of the log stands at its day, by the clerk', () => {
    const after = withStep(entry(), { text: words('催过'), day: '2026-11-19' }, HAND)
    expect(after.log.map(({ day, by }) => `${day} ${by.zh}`)).toEqual(['2026-11-19 王芳', '2026-11-20 小李'])
    expect(withStep(entry(), { text: words('刚催过') }, HAND).log.at(-1)).toEqual({
      day: '2026-11-25',
      text: words('刚催过'),
      by: words('王芳'),
    })
  })
})

test('news is a state, an announcement or an end, and nothing else', () => {
  const to = (change: Partial<StatusEntry>) => isNews(entry(), entry(change))
  expect(to({ state: words('通了') })).toBe(true)
  expect(to({ announced: { text: words('三月'), source: words('公告') } })).toBe(true)
  expect(to({ closedAt: NOW.toISOString() })).toBe(true)
  expect(to({ log: [], asOf: NOW.toISOString(), nextActor: words('物业'), source: words('谁') })).toBe(false)
})

test.each([
  [{}, { building: '3' }, true],
  [{ building: '3' }, { building: '3', unit: '1' }, true],
  [{ building: '3', unit: '2' }, { building: '3', unit: '1' }, false],
  [{ building: '3' }, { building: '5' }, false],
  [{ building: '3' }, {}, true],
])('an entry of %j concerns %j: %s', (scope, home, yes) => {
  expect(concerns(scope, home)).toBe(yes)
})

test('what is over is told for as long as it is fresh', () => {
  const closed = entry({ closedAt: '2026-11-22T02:00:00.000Z' })
  expect(standing([closed, entry()], NOW)).toHaveLength(2)
  expect(standing([closed, entry()], new Date(NOW.getTime() + 1))).toEqual([entry()])
})
