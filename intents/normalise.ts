import stcasc from 'switch-chinese'

const converter = stcasc()

/** Characters of an utterance that are looked at; a long story keeps its beginning and its end, where the question stands. */
export const MAX_CHARACTERS = 600

const TRADITIONAL_POSSIBLE = /[\u3400-\u9fff]/

/**
 * Folds what makes no difference to the meaning: compatibility forms and full-width (NFKC), case, traditional
 * characters, invisible characters, runs of white space.
 */
export function normalise(text: string): string {
  const folded = shorten(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u200b|\u200c|\u200d|\u200e|\u200f|\ufe0e|\ufe0f|\u2060/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
  return TRADITIONAL_POSSIBLE.test(folded) ? converter.simplized(folded) : folded
}

function shorten(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text
  const half = MAX_CHARACTERS / 2
  return `${text.slice(0, half)} ${text.slice(-half)}`
}
