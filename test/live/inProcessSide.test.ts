import { expect, test } from 'vitest'
import { inProcessSide } from '../../live/inProcessSide.ts'
import { liveSuite } from './conformance.ts'

const fail = (error: unknown): never => {
  throw error
}

liveSuite(async () => {
  const one = inProcessSide({ now: () => new Date() }, fail)
  return { one, other: one }
})

test('a window ends, a pass grows old, and whoever says nothing is gone', async () => {
  let now = 0
  const side = inProcessSide({ now: () => new Date(now) }, fail)
  await side.counts.count('a', 50_000)
  await side.passes.put('early', '1', 50_000)
  await side.passes.put('late', '1', 50_000)
  await side.presence.beat('zhang')
  now = 49_999
  expect((await side.counts.count('a', 50_000)).hits).toBe(2)
  expect(await side.passes.take('early')).toBe('1')
  expect([...(await side.presence.here())]).toEqual(['zhang'])
  now = 50_001
  expect((await side.counts.count('a', 50_000)).hits).toBe(1)
  expect(await side.passes.take('late')).toBeUndefined()
  expect([...(await side.presence.here())]).toEqual([])
})
