import fc from 'fast-check'
import { expect, test } from 'vitest'
import { given, kept } from '../../store/dialects/text.ts'

/** Anything a JavaScript string can be, with what databases refuse or lose more often than by chance. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xfffe, 0xd800, 0xdc00, 0x30)))
  .map((codes) => String.fromCharCode(...codes))

test('every text comes back as it was given, and is kept as every database takes it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(given(kept(text))).toBe(text)
      expect(kept(text)).not.toContain('\0')
      expect(Buffer.from(kept(text)).toString()).toBe(kept(text))
    }),
    { numRuns: 2000 },
  )
})

test('ordinary text is kept as it is', () => {
  for (const text of ['', '3栋 gas', '😀 好', '𠮷']) expect(kept(text)).toBe(text)
})
