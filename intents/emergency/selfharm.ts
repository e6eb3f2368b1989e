import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { FAREWELL_SIGNS } from './farewell.ts'
import { firstThatHolds, type Rule, type Telling } from './telling.ts'
import { BRINK } from './words/selfharm/brink.ts'
import { EDGE } from './words/selfharm/edge.ts'
import { FIGURE } from './words/selfharm/figure.ts'
import { FAREWELL, GONE, NO_HOPE, PERCHED, RELEASE, ROPE, SHUT_IN, TO_WATER, TOLD } from './words/selfharm/short.ts'
import { WISH } from './words/selfharm/wish.ts'
import { WORK } from './words/selfharm/work.ts'

const RULES: readonly Rule[] = [
  ['wish to die', (t) => tells(t, WISH)],
  ['on the edge', (t) => near(t, EDGE, PERCHED, 10) && tells(t, BRINK) && !mentions(t, WORK)],
  ['farewell', (t) => near(t, FAREWELL, RELEASE, 14) && !mentions(t, concept`搬、退、房子、换、moving、your help`)],
  ['when I am gone', (t) => tells(t, GONE)],
  ['into the water', (t) => tells(t, TO_WATER) && !mentions(t, concept`狗、游泳、钓`)],
  ['shut in with a rope', (t) => near(t, ROPE, SHUT_IN, 20) && !mentions(t, concept`晾、跳绳、车、狗`)],
  [
    'pills or blade in hand',
    (t) =>
      near(
        t,
        concept`手[里上头](?:正|就|还)?(?:拿|攥|握|捏|有)着?.{0,4}(?:药|刀片)、(?:pills|blade|razor) in my hand`,
        concept`说说?话、陪我、没人、撑、难受、不想、算了、talk`,
        20,
      ),
  ],
  ['nothing keeps me', (t) => tells(t, NO_HOPE) || follows(t, concept`活`, concept`累赘、拖累`, 8)],
]

/**
 * Someone means to die. A condition (“再不解决我就跳”) is taken at its word: to doubt it would be the worse mistake.
 */
export function findSelfHarm(telling: Telling): string | undefined {
  if (mentions(telling.text, TOLD) || telling.drill || telling.past) return undefined
  return firstThatHolds(without(telling.text, FIGURE), [...RULES, ...FAREWELL_SIGNS])
}
