import type { Classifier, Memory } from './types.ts'

/** Characters up to which a message may add to the one before. */
const SHORT = 24
/** So sure of another matter, what comes after an offer stands by itself. */
const STANDS_ALONE = 0.97

/**
 * “有人偷我电瓶”, which was unsure, then “停在车棚”: both as one text, where the second makes sure what the first left
 * open. Undefined where the message stands by itself.
 */
export function addedTo({ offered, offeredFor }: Memory, text: string, classifier: Classifier): string | undefined {
  if (!offered || !offeredFor || [...text].length > SHORT) return undefined
  const both = `${offeredFor.text}，${text}`
  const { intent, certainty, confidence } = classifier.classify(both)
  if (certainty !== 'sure' || !offered.includes(intent)) return undefined
  const alone = classifier.classify(text)
  if (alone.intent !== intent && alone.confidence >= STANDS_ALONE) return undefined
  const before = classifier.classify(offeredFor.text)
  return confidence > before.confidence ? both : undefined
}
