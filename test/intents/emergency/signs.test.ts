import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signFinder, signsOf } from '../../../intents/emergency/signs.ts'

const signs = (pattern: string): string | undefined => {
  const found = signsOf(pattern)
  return found && [...found].join('')
}

test.each([
  ['[着起]火|冒烟', '火冒'],
  ['(?:有人|老人).{0,6}[晕昏](?:了|厥)', '晕昏'],
  ['(?<!不)走水(?!电)', '走'],
  ['煤?气味', '气'],
  ['a{2,3}?x+z*', 'x'],
  ['\\u706b|\\.{3}', '火.'],
])('%s holds one of %s', (pattern, expected) => {
  expect(signs(pattern)).toBe(expected)
})

test.each(['a?b*', '(?:火|.)', '[^水]', '[一-龥]', '\\d+', '(?:着火|)', '火|\\w', '(.)\\1'])(
  '%s needs no sign',
  (pattern) => {
    expect(signs(pattern)).toBeUndefined()
  },
)

const PATTERNS = [
  '(?:着|起|失)火了?(?:你们?|物业)(?:会|能)',
  '[困关卡爆][^,，。]{0,4}(?:那次|那回|去年)|爆过',
  '(?:fire|gas) (?:leak|drill)s?|help',
  '晕(?:倒|过去)?|[头脑]{1,2}.{0,3}(?:昏|晕)|\\?{2}',
  '三(?:天)?两?头+',
  '(?:a|b{0,2})c|d{1,3}[efg]',
]

test.each(PATTERNS)('whatever %s matches holds one of its signs', (pattern) => {
  const found = signsOf(pattern)
  if (!found) throw new Error('expected signs')
  const holds = signFinder(found)
  fc.assert(fc.property(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), (text) => holds(text)))
})

test('a sign beyond 16 bits is found by its halves, and none in a text without any', () => {
  const holds = signFinder(signsOf('🚨|火') ?? new Set())
  expect(['x🚨', '火', '水', ''].map(holds)).toEqual([true, true, false, false])
})
