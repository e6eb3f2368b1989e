import type { PlainWords } from '../../bot/types.ts'
import { isCalm } from './calm.ts'
import { mentions, without } from './concept.ts'
import { plainSpeech } from './figure.ts'
import { fold } from './fold.ts'
import { readTelling } from './telling.ts'
import { HARMLESS as NO_FLOOD } from './words/burst/harmless.ts'
import { HARMLESS as NO_FIRE } from './words/fire/harmless.ts'
import { OTHER_SMOKE } from './words/fire/otherSmoke.ts'
import { HARMLESS as NO_LEAK } from './words/gas/harmless.ts'
import { HARMLESS as NO_INJURY } from './words/injury/harmless.ts'
import { HARMLESS as NOBODY_MISSING } from './words/missing/short.ts'
import { PERIL } from './words/plain/innocent.ts'
import { STILL_DANGEROUS } from './words/plain/short.ts'
import { FIGURE as NO_DEATH } from './words/selfharm/figure.ts'
import { HARMLESS as NOBODY_TRAPPED } from './words/trapped/harmless.ts'
import { HARMLESS as NO_VIOLENCE } from './words/violence/harmless.ts'

const LOOKALIKES = [
  NO_FIRE,
  OTHER_SMOKE,
  NO_LEAK,
  NO_FLOOD,
  NOBODY_TRAPPED,
  NO_VIOLENCE,
  NO_INJURY,
  NOBODY_MISSING,
  NO_DEATH,
]

/** The model knows words and no frame; what the rules know of frames and figures is taken out for it. */
export const plainWords: PlainWords = (text) => {
  const telling = readTelling(text)
  const { imagined, drill, over, past, denied, doused, business, still, urgent } = telling
  // Whoever smells gas and asks whose pipe it is still smells gas.
  const asked = business && !still && !mentions(telling.text, PERIL)
  const ended = over || (doused && !mentions(telling.text, STILL_DANGEROUS))
  if (!urgent && (imagined || drill || ended || past || denied || asked)) return ''
  if (isCalm(telling)) return ''
  const folded = fold(text)
  const plain = LOOKALIKES.reduce(without, plainSpeech(folded))
  return plain === folded ? text : plain.replaceAll('◦', ' ').trim()
}
