import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import { CAME_OFF, SEWAGE, SPRAYS, SPURTS, STANDS, UPWELLS, WITHOUT_VALVE } from './words/deluge/short.ts'

/** Much water, told without pipe or burst. */
export const DELUGE: readonly Rule[] = [
  [
    'spurts',
    (t) => tells(t, SPURTS) && !mentions(t, SEWAGE) && !mentions(t, concept`洗车、水压高、浇花、喷漆、花洒坏`),
  ],
  [
    'stands deep',
    (t) => tells(t, STANDS) && !mentions(t, SEWAGE) && !mentions(t, concept`草、雪、长到、油烟、裤、电梯按到`),
  ],
  ['wells up', (t) => tells(t, UPWELLS) && mentions(t, concept`水、店、灌`) && !mentions(t, concept`粪、臭`)],
  [
    'came off and sprays',
    (t) => near(t, CAME_OFF, SPRAYS, 12) && !mentions(t, SEWAGE) && !mentions(t, concept`气、煤、燃、火`),
  ],
  ['held by hand', (t) => tells(t, WITHOUT_VALVE)],
  [
    'rushing into the kitchen',
    (t) =>
      tells(t, concept`(?:厨房|卫生间|阳台|客厅|楼梯).{0,3}哗哗`) &&
      mentions(t, concept`满、快、淹`) &&
      !mentions(t, SEWAGE),
  ],
]
