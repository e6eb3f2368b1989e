import { mentions } from './concept.ts'
import { DISTRESS } from './words/distress/distress.ts'

/** Whether the message cries for help, which makes much of a weak sign. */
export function isDistressed(text: string): boolean {
  return mentions(text, DISTRESS)
}
