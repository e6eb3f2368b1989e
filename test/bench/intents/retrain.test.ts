import { expect, test } from 'vitest'
import { describe } from '../../../bench/intents/retrain.ts'

test('the best and the median of training anew are told, of the clock and of the processor', () => {
  const runs = [
    { seconds: 4, processorSeconds: 3 },
    { seconds: 2, processorSeconds: 5 },
    { seconds: 9, processorSeconds: 4 },
    { seconds: 3, processorSeconds: 6 },
  ]
  expect(describe(runs, 19_231)).toBe(
    'retrain: 19231 examples, 4 times: best 2.00 s, median 3.50 s; of the processor best 3.00 s, median 4.50 s',
  )
  expect(describe(runs.slice(0, 3), 9)).toContain('median 4.00 s')
})
