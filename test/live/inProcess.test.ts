import { expect, test } from 'vitest'
import type { LiveEvent } from '../../bot/ports.ts'
import { inProcessLive } from '../../live/inProcess.ts'

const NEWS: LiveEvent = { kind: 'messages', conversationId: 'c1' }

function setUp() {
  const errors: [unknown, string][] = []
  const live = inProcessLive((error, topic) => errors.push([error, topic]))
  const heard: string[] = []
  const hears = (name: string) => (event: LiveEvent) => heard.push(`${name}: ${event.kind}`)
  return { live, errors, heard, hears }
}

test('everyone who listens to a topic hears it, and nobody else', () => {
  const { live, heard, hears } = setUp()
  live.subscribe('c1', hears('page'))
  live.subscribe('c1', hears('desk'))
  live.subscribe('c2', hears('other'))
  live.publish('c1', NEWS)
  live.publish('c3', NEWS)
  expect(heard).toEqual(['page: messages', 'desk: messages'])
})

test('who has stopped hears nothing more, however often it stops', () => {
  const { live, heard, hears } = setUp()
  const stop = live.subscribe('c1', hears('page'))
  live.subscribe('c1', hears('desk'))
  stop()
  stop()
  live.publish('c1', NEWS)
  expect(heard).toEqual(['desk: messages'])
})

test('stopping an old subscription does not end a new one', () => {
  const { live, heard, hears } = setUp()
  const stop = live.subscribe('c1', hears('old'))
  stop()
  live.subscribe('c1', hears('new'))
  stop()
  live.publish('c1', NEWS)
  expect(heard).toEqual(['new: messages'])
})

test('the same listener twice is two subscriptions', () => {
  const { live, heard, hears } = setUp()
  const listener = hears('page')
  const stop = live.subscribe('c1', listener)
  live.subscribe('c1', listener)
  live.publish('c1', NEWS)
  stop()
  live.publish('c1', NEWS)
  expect(heard).toHaveLength(3)
})

test('a listener that throws breaks neither the others nor the publisher, and is reported', () => {
  const { live, errors, heard, hears } = setUp()
  const broken = new Error('socket gone')
  live.subscribe('c1', () => {
    throw broken
  })
  live.subscribe('c1', hears('desk'))
  live.publish('c1', NEWS)
  expect(heard).toEqual(['desk: messages'])
  expect(errors).toEqual([[broken, 'c1']])
})

test('who stops or joins while it is being told does not upset the round', () => {
  const { live, heard, hears } = setUp()
  const stop = live.subscribe('c1', () => {
    stop()
    live.subscribe('c1', hears('late'))
  })
  live.subscribe('c1', hears('desk'))
  live.publish('c1', NEWS)
  expect(heard).toEqual(['desk: messages'])
  live.publish('c1', NEWS)
  expect(heard).toEqual(['desk: messages', 'desk: messages', 'late: messages'])
})
