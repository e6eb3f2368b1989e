import { expect, test } from 'vitest'
import { findEmergency } from '../../../intents/emergency/index.ts'

/** Smallest of several runs, so that another program's work does not fail the test. Milliseconds. */
function quickest(run: () => void): number {
  return Math.min(
    ...Array.from({ length: 9 }, () => {
      const from = performance.now()
      run()
      return performance.now() - from
    }),
  )
}

test('an ordinary message takes less than a millisecond', () => {
  expect(quickest(() => findEmergency('你好，请问3栋的燃气什么时候能通，已经等了两个月了'))).toBeLessThan(1)
})

test.each(['电梯', '我家着', '水管没', '孩子从', 'smell the ', '((((', '被被被', '怕', '有人把我', '\n,,'])(
  'time grows with the length of “%s…” and no faster',
  (part) => {
    const text = (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length)
    const short = quickest(() => findEmergency(text(1000)))
    const long = quickest(() => findEmergency(text(4000)))
    expect(long).toBeLessThan(Math.max(12 * short, 20))
    expect(quickest(() => findEmergency(text(100_000)))).toBeLessThan(Math.max(2 * long, 20))
  },
)
