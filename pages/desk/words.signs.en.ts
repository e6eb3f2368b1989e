import type { signs as zh } from './words.signs.zh.ts'

/** What signs are called that a text hides. */
export const signs: typeof zh = {
  '00ad': 'soft hyphen',
  '061c': 'Arabic letter mark',
  '200b': 'zero-width space',
  '200c': 'zero-width non-joiner',
  '200d': 'zero-width joiner',
  '200e': 'left-to-right mark',
  '200f': 'right-to-left mark',
  '202a': 'left-to-right embedding',
  '202b': 'right-to-left embedding',
  '202c': 'end of direction',
  '202d': 'left-to-right override',
  '202e': 'right-to-left override',
  '2060': 'word joiner',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  '2068': 'first-strong isolate',
  '2069': 'end of isolate',
  feff: 'zero-width no-break space',
  tag: 'hidden tag character',
  control: 'control character',
  other: 'unseen character',
}
