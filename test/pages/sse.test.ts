import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ServerEvent, sseReader } from '../../pages/shared/api/sse.ts'

function read(pieces: string[]): ServerEvent[] {
  const events: ServerEvent[] = []
  const reader = sseReader((event) => events.push(event))
  for (const piece of pieces) reader(piece)
  return events
}

const STREAM =
  ': open\n\nid: 1\nevent: message\ndata: {"seq":1}\n\nevent: state\r\ndata:{"a":\r\ndata: 2}\r\n\r\ndata\n\n: still here\n\n'
const EVENTS = [
  { event: 'message', data: '{"seq":1}', id: '1' },
  { event: 'state', data: '{"a":\n2}' },
  { event: 'message', data: '' },
]

test('events are read, comments passed over', () => {
  expect(read([STREAM])).toEqual(EVENTS)
})

test('it does not matter where the pieces are cut', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 8 })
  fc.assert(
    fc.property(cuts, (at) => {
      const places = [0, ...at.sort((a, b) => a - b), STREAM.length]
      expect(read(places.slice(1).map((end, index) => STREAM.slice(places[index], end)))).toEqual(EVENTS)
    }),
    { numRuns: 200 },
  )
})

test('an event without its end is not given', () => {
  expect(read(['data: half'])).toEqual([])
})
