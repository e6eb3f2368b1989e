import { expect, test } from 'vitest'
import { QiaoError } from '../../bot/errors.ts'
import { Admission } from '../../http/admission.ts'
import { findEmergency } from '../../intents/emergency/index.ts'

/** The door with an instance behind it whose state is set by hand. */
function openDoor() {
  const state = { wait: 0, late: 0, now: 0 }
  const shed: string[] = []
  const door = new Admission({
    pressure: { longestWaitMs: () => state.wait, lateMs: () => state.late },
    mostWaiting: 3,
    longestWaitMs: 5000,
    findEmergency,
    emergencyText: () => '先离开，再打 119',
    shed: (why) => shed.push(why),
    now: () => state.now,
    random: () => 0.5,
  })
  const tries = (text: string | undefined, id = 'c') => {
    try {
      return door.enter(id, text)
    } catch (error) {
      if (error instanceof QiaoError) return { code: error.code, ...error.details }
      throw error
    }
  }
  return { door, state, shed, tries }
}

const LET_IN = { kept: expect.any(Function), done: expect.any(Function) }

test('of one conversation three wait at once; when one is answered the next is let in; another is not held up', () => {
  const { door, tries, shed } = openDoor()
  const [first] = ['一', '二', '三'].map((text) => door.enter('c', text))
  expect(tries('四')).toEqual({ code: 'too_many', reason: 'waiting', retryAfterSeconds: 2 })
  expect(tries('你好', 'other')).toEqual(LET_IN)
  first?.kept()
  first?.done()
  expect(tries('四')).toEqual(LET_IN)
  expect(shed).toEqual(['waiting'])
})

test('while turns have waited for 5 s new messages are told to come back, each at another time; then they are let in', () => {
  const { state, tries, shed } = openDoor()
  state.wait = 5000
  expect(tries('你好')).toEqual(LET_IN)
  state.wait = 5001
  expect(tries('你好')).toEqual({ code: 'busy', retryAfterSeconds: 8 })
  state.wait = 0
  expect(tries('你好')).toEqual(LET_IN)
  expect(shed).toEqual(['turns'])
})

test('while the record keeps nothing for 5 s, the same', () => {
  const { door, state, tries, shed } = openDoor()
  const onTheWay = door.enter('slow', '你好')
  state.now = 5001
  expect(tries('你好')).toMatchObject({ code: 'busy' })
  onTheWay.kept()
  expect(tries('你好')).toEqual(LET_IN)
  expect(shed).toEqual(['record'])
})

test('while everything is late by more than a second, the same', () => {
  const { state, tries, shed } = openDoor()
  state.late = 1000
  expect(tries('你好')).toEqual(LET_IN)
  state.late = 1001
  expect(tries('你好')).toMatchObject({ code: 'busy' })
  expect(shed).toEqual(['late'])
})

test('emergencies are let in whatever waits', () => {
  const { state, tries, shed } = openDoor()
  Object.assign(state, { wait: 60_000, late: 9000 })
  expect(tries('家里着火了')).toEqual(LET_IN)
  expect(tries('电梯困人了', 'other')).toEqual(LET_IN)
  expect(shed).toEqual([])
})

test('one that sends nothing but emergencies is told what to do, and not let in without end', () => {
  const { tries } = openDoor()
  for (let n = 0; n < 6; n += 1) expect(tries('家里着火了')).toEqual(LET_IN)
  expect(tries('家里着火了')).toMatchObject({ code: 'too_many', emergency: { text: '先离开，再打 119' } })
})

test('a tapped button says nothing of an emergency', () => {
  const { state, tries } = openDoor()
  state.wait = 9000
  expect(tries(undefined)).toMatchObject({ code: 'busy' })
})
