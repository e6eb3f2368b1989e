import type { PlainWords } from '../../bot/types.ts'
import { HARMLESS as NO_FLOOD } from './burst.ts'
import { concept, mentions, without } from './concept.ts'
import { plainSpeech } from './figure.ts'
import { HARMLESS as NO_FIRE, OTHER_SMOKE } from './fire.ts'
import { fold } from './fold.ts'
import { HARMLESS as NO_LEAK } from './gas.ts'
import { HARMLESS as NO_INJURY } from './injury.ts'
import { HARMLESS as NOBODY_MISSING } from './missingWords.ts'
import { FIGURE as NO_DEATH } from './selfharm.ts'
import { readTelling } from './telling.ts'
import { HARMLESS as NOBODY_TRAPPED } from './trapped.ts'
import { HARMLESS as NO_VIOLENCE } from './violence.ts'

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

/** What goes on when the flames are out. */
const STILL_DANGEROUS = concept`味、呛、烟、晕、[烧烫]伤、smell\w{0,3}、smoke`

/** The model knows words and no frame; what the rules know of frames and figures is taken out for it. */
export const plainWords: PlainWords = (text) => {
  const telling = readTelling(text)
  const { imagined, drill, over, past, denied, doused, urgent } = telling
  const ended = over || (doused && !mentions(telling.text, STILL_DANGEROUS))
  if (!urgent && (imagined || drill || ended || past || denied)) return ''
  const folded = fold(text)
  const plain = LOOKALIKES.reduce(without, plainSpeech(folded))
  return plain === folded ? text : plain.replaceAll('◦', ' ').trim()
}
