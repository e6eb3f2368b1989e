import { expect, test } from 'vitest'
import { signsIn, withSigns } from '../../../pages/desk/said/signs.ts'
import { WORDS } from '../../../pages/desk/words.ts'
import { hostileLines } from '../../security/hostile/lines.ts'

const RTL_OVERRIDE = '\u202e'
const FAMILY = '👨\u200d👩\u200d👧'

test('a sign that turns what follows is told apart, with its name', () => {
  expect(signsIn(`账单${RTL_OVERRIDE}gnp.pdf`)).toEqual([
    { kind: 'words', text: '账单' },
    { kind: 'signs', text: RTL_OVERRIDE, code: 'U+202E', sign: '202e' },
    { kind: 'words', text: 'gnp.pdf' },
  ])
  expect(WORDS.zh.signs['202e']).toBe('右到左覆盖')
  expect(withSigns(`账单${RTL_OVERRIDE}gnp.pdf`)).toBe('账单[U+202E]gnp.pdf')
})

test.each([
  ['words', '3栋2单元1502，漏水'],
  ['lines and tabs', '一\n二\r\n三\t四'],
  ['a family of three', `我们家${FAMILY}三口人`],
  ['a heart by a variation selector', '谢谢❤\ufe0f'],
  ['a rare character of a name by its variant', '葛\u{e0100}'],
  ['Persian with its joiner', 'می\u200cخواهم'],
  ['Arabic, which turns by itself', 'شكرا'],
  ['nothing', ''],
])('%s is left as it is', (_name, text) => {
  expect(signsIn(text)).toEqual(text ? [{ kind: 'words', text }] : [])
})

test.each([
  ['a joiner between letters', 'a\u200db', ['U+200D']],
  ['a zero-width space inside of a phone', '138\u200b0013', ['U+200B']],
  ['a thousand of them, as one', `a${'\u200b'.repeat(1000)}b`, ['U+200B ×1000']],
  ['an order in hidden tags', `看\u{e0069}\u{e0067}\u{e006e}`, ['U+E0069 ×3']],
  ['a bell and an escape', '\u0007\u001b[31m', ['U+0007', 'U+001B']],
  ['a filler that passes for a letter', '\u3164', ['U+3164']],
  ['two of different kinds', '\u2067\u2066', ['U+2067', 'U+2066']],
])('%s is marked', (_name, text, codes) => {
  expect(signsIn(text).flatMap((part) => (part.kind === 'signs' ? [part.code] : []))).toEqual(codes)
})

test('put together it is what was written, whatever that is', () => {
  for (const line of hostileLines)
    expect(
      signsIn(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
})
