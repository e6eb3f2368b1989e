import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairQueue } from '../../bot/fairQueue.ts'

/** A queue whose jobs run until they are let go, by hand. */
function openQueue(slots: number) {
  let now = 0
  const queue = new FairQueue(() => now, slots)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const add = (key: string, name: string, urgent = false) =>
    queue.run(
      key,
      () => {
        begun.push(name)
        return new Promise<void>((done) => ends.push(done))
      },
      urgent,
    )
  const settled = () => new Promise<void>((done) => setImmediate(done))
  return {
    queue,
    begun,
    add,
    pass: (ms: number) => {
      now += ms
    },
    /** Ends the jobs that run, the oldest first, until none waits. */
    runAll: async () => {
      for (let end = ends.shift(); end; end = ends.shift()) {
        end()
        await settled()
      }
    },
  }
}

test('one with a thousand jobs delays another by one job at most', async () => {
  const { add, begun, runAll } = openQueue(1)
  for (let n = 0; n < 1000; n += 1) void add('flood', `flood ${n}`)
  void add('other', 'other 1')
  void add('other', 'other 2')
  await runAll()
  expect(begun.slice(0, 4)).toEqual(['flood 0', 'other 1', 'flood 1', 'other 2'])
  expect(begun).toHaveLength(1002)
})

test('an urgent job goes before all that waits, with what its key has before it', async () => {
  const { add, begun, runAll } = openQueue(1)
  void add('a', 'runs')
  for (const key of ['b', 'c', 'd']) void add(key, `${key} 1`)
  void add('d', 'd is on fire', true)
  await runAll()
  expect(begun).toEqual(['runs', 'd 1', 'd is on fire', 'b 1', 'c 1'])
})

test('a flood of urgent jobs keeps nobody out: of four that begin one is not urgent', async () => {
  const { add, begun, runAll } = openQueue(1)
  void add('a', 'runs')
  for (let n = 1; n <= 8; n += 1) void add(`u${n}`, `urgent ${n}`, true)
  for (const key of ['b', 'c']) void add(key, key)
  await runAll()
  expect(begun.slice(1, 9)).toEqual(
    [1, 2, 3]
      .map((n) => `urgent ${n}`)
      .concat(
        'b',
        [4, 5, 6].map((n) => `urgent ${n}`),
        'c',
      ),
  )
})

test('how long one waits is counted for room, and not for what its own key has before it', async () => {
  const { add, queue, pass, runAll } = openQueue(2)
  void add('slow', 'thinks for long')
  void add('slow', 'behind it')
  pass(9000)
  expect({ ms: queue.longestWaitMs, waiting: queue.waiting }).toEqual({ ms: 0, waiting: 1 })
  void add('b', 'b')
  void add('c', 'c')
  pass(300)
  void add('d', 'd')
  pass(200)
  expect({ ms: queue.longestWaitMs, waiting: queue.waiting }).toEqual({ ms: 500, waiting: 3 })
  await runAll()
  expect({ ms: queue.longestWaitMs, waiting: queue.waiting }).toEqual({ ms: 0, waiting: 0 })
})

test('a job that throws rejects its own promise alone, and is waited for like any other', async () => {
  const queue = new FairQueue(() => 0, 1)
  const failing = queue.run('a', () => Promise.reject(new Error('no')))
  const next = queue.run('a', async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
  await queue.settled()
  expect(queue.has('a')).toBe(false)
})

test('whatever comes: each key in order and one at a time, never more than there is room for, all of it done', async () => {
  const jobs = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), urgent: fc.boolean(), fails: fc.boolean() }),
  )
  await fc.assert(
    fc.asyncProperty(jobs, fc.integer({ min: 1, max: 3 }), async (given, slots) => {
      const queue = new FairQueue(() => 0, slots)
      const done: Record<string, number[]> = {}
      const running: string[] = []
      const wrong: string[] = []
      const all = given.map(({ key, urgent, fails }, n) =>
        queue.run(
          key,
          async () => {
            if (running.includes(key)) wrong.push(`two of ${key}`)
            running.push(key)
            if (running.length > slots) wrong.push(`${running.length} at once`)
            await Promise.resolve()
            running.splice(running.indexOf(key), 1)
            done[key] = [...(done[key] ?? []), n]
            if (fails) throw new Error('no')
          },
          urgent,
        ),
      )
      await Promise.allSettled(all)
      await queue.settled()
      expect(wrong).toEqual([])
      expect(Object.values(done).flat()).toHaveLength(given.length)
      for (const order of Object.values(done)) expect(order).toEqual([...order].sort((a, b) => a - b))
    }),
  )
})
