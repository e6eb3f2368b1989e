import { concept, mentions, near, tells } from './concept.ts'
import type { Telling } from './telling.ts'
import { IN_THE_AIR, INNOCENT, PERIL, WONDERED } from './words/plain/innocent.ts'
import { AT_HOME, DRIPS, FEARED, INDOORS, LIFT, MUCH, OUT_AGAIN, OUTSIDE, SUPPLY, WATER } from './words/plain/short.ts'

/** Ways in which a message says that nobody is in danger, which the model, who knows words alone, does not hear. */
const CALM: readonly ((text: string) => boolean)[] = [
  // A restaurant's smell, a smoker's smoke: the cause is named for sure.
  (t) => tells(t, INNOCENT) && mentions(t, IN_THE_AIR) && !mentions(t, WONDERED),
  // Waits for the lift, and nobody is in it.
  (t) => mentions(t, LIFT) && mentions(t, OUTSIDE) && !mentions(t, INDOORS),
  // Was in it and is out.
  (t) => mentions(t, LIFT) && tells(t, OUT_AGAIN) && !mentions(t, concept`还、没出来、出不来`),
  // Fears to be shut in one day.
  (t) => mentions(t, LIFT) && mentions(t, FEARED) && !mentions(t, concept`里[面头]、出不`),
  // A main burst somewhere, and the question is when there will be water.
  (t) => mentions(t, SUPPLY) && mentions(t, WATER) && !mentions(t, AT_HOME),
  // Drops, which can wait.
  (t) => near(t, WATER, DRIPS, 12) && !mentions(t, MUCH),
]

/** Nothing in the message asks for help, and how it is told says that nobody is in danger. */
export const isCalm = ({ text, urgent, still }: Telling): boolean =>
  !urgent && !still && !mentions(text, PERIL) && CALM.some((holds) => holds(text))
