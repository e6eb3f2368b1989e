import { expect, test } from 'vitest'
import type { BoardEntry } from '../../../bot/types.ts'
import {
  changesOf,
  draftOf,
  emptyDraft,
  faultsOf,
  isEnglishOld,
  newEntryOf,
  undoStep,
} from '../../../pages/desk/rooms/board/entryDraft.ts'

const both = (zh: string, en = zh) => ({ zh, en })
const gas: BoardEntry = {
  id: 'gas',
  community: 'demo',
  topic: 'gas',
  scope: {},
  state: both('还没通气', 'not connected yet'),
  log: [{ day: '2026-11-21', text: both('催办'), by: both('小李') }],
  blockedBy: both('检测'),
  asOf: '2026-11-24T01:10:00.000Z',
  staleAfterHours: 168,
  source: both('小李'),
  revision: 3,
}
const before = draftOf(gas)

test('a form in which nothing was written changes nothing', () => {
  expect(changesOf(before, before)).toEqual({})
})

test('only what was written is sent, so that a colleague’s other fields stay', () => {
  const now = { ...before, nextActor: { zh: ' 燃气公司 ', en: '' }, blockedBy: { zh: '', en: '' } }
  expect(changesOf(before, now)).toEqual({ nextActor: both('燃气公司'), blockedBy: null })
})

test('an announced date goes with its source or not at all', () => {
  const dated = { ...before, announced: { zh: '11月30日', en: '' } }
  expect(faultsOf(dated)).toEqual(['announcedSource'])
  const sourced = { ...dated, announcedSource: { zh: '燃气公司公告', en: '' } }
  expect(faultsOf(sourced)).toEqual([])
  expect(changesOf(before, sourced)).toEqual({ announced: { text: both('11月30日'), source: both('燃气公司公告') } })
})

test('English that was said of the earlier Chinese is pointed out until it changes or goes', () => {
  const zh = { ...before.state, zh: '通气了' }
  expect(isEnglishOld(before.state, zh)).toBe(true)
  expect(isEnglishOld(before.state, { ...zh, en: 'connected' })).toBe(false)
  expect(isEnglishOld(before.state, { ...zh, en: '' })).toBe(false)
})

test('a new entry needs words, and a unit its building', () => {
  const draft = { ...emptyDraft('lift'), unit: '2' }
  expect(faultsOf(draft)).toEqual(['state', 'building'])
  const whole = { ...draft, building: '5', state: { zh: '停用', en: '' } }
  expect(newEntryOf(whole, '')).toEqual({ topic: 'lift', state: both('停用'), scope: { building: '5', unit: '2' } })
})

test('taking a step back restores log, time and source', () => {
  expect(undoStep(gas)).toEqual({ log: gas.log, asOf: gas.asOf, source: gas.source })
})
