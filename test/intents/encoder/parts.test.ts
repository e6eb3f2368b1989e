import { expect, test } from 'vitest'
import { inTurn } from '../../../intents/encoder/inTurn.ts'
import { clearlyNearest, nearnessOf } from '../../../intents/encoder/nearness.ts'
import { poolMean } from '../../../intents/encoder/pool.ts'
import { tokeniserOf } from '../../../intents/encoder/tokens.ts'

test('the mean is over the tokens of the text, not over the padding', () => {
  const data = Float32Array.from([3, 0, 0, 4, 9, 9, 5, 0, 9, 9, 9, 9])
  const pooled = poolMean({ data, texts: 2, tokens: 3, size: 2 }, [2, 1])
  expect([...pooled].map((x) => Number(x.toFixed(3)))).toEqual([0.6, 0.8, 1, 0])
})

test('an intent is as near as its three nearest examples', () => {
  const rows = [1, 0.8, 0.6, 0, 0.9].flatMap((x) => [x, Math.sqrt(1 - x * x)])
  const intents = ['a', 'a', 'a', 'a', 'b']
  const [first, second] = nearnessOf(Float32Array.from([1, 0]), Float32Array.from(rows), intents)
  expect(first?.intent).toBe('b')
  expect(first?.similarity).toBeCloseTo(0.9)
  expect(second?.similarity).toBeCloseTo(0.8)
})

const near = (a: number, b: number) => [
  { intent: 'a', similarity: a },
  { intent: 'b', similarity: b },
]

test.each([
  ['near enough and ahead', 0.71, 0.66, 'a'],
  ['not near enough', 0.69, 0.1, undefined],
  ['hardly ahead', 0.95, 0.92, undefined],
])('%s', (_what, a, b, chosen) => {
  expect(clearlyNearest(near(a, b), ['a', 'b'])).toBe(chosen)
})

/** Tokens are character codes between 1 and 2. */
const characters = {
  encode: (text: string, options?: { add_special_tokens: boolean }) => {
    const ids = [...text].map((character) => character.charCodeAt(0))
    return { ids: options?.add_special_tokens === false ? ids : [1, ...ids, 2] }
  },
}

test('a text is cut at its end and keeps its special tokens', () => {
  const tokenise = tokeniserOf(characters, 5)
  expect(tokenise('abc')).toEqual([1, 97, 98, 99, 2])
  expect(tokenise('abcd')).toEqual([1, 97, 98, 99, 2])
  expect(tokenise('')).toEqual([1, 2])
})

test('the second is asked only when the first has no opinion', async () => {
  const asked: string[] = []
  const says = (name: string, chosen: string | undefined) => async () => {
    asked.push(name)
    return chosen
  }
  expect(await inTurn([says('encoder', 'a'), says('model', 'b')])('x', [])).toBe('a')
  expect(await inTurn([says('encoder', undefined), says('model', 'b')])('x', [])).toBe('b')
  expect(await inTurn([says('encoder', undefined), says('model', undefined)])('x', [])).toBeUndefined()
  expect(asked).toEqual(['encoder', 'encoder', 'model', 'encoder', 'model'])
})
