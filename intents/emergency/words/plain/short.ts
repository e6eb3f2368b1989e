/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

/** What goes on when the flames are out. */
export const STILL_DANGEROUS = concept`
  味
  呛
  烟
  晕
  [烧烫]伤
  smell\w{0,3}
  smoke
`
