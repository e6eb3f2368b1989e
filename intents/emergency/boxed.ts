import { concept, mentions, near, tells } from './concept.ts'
import { SOMEBODY } from './people.ts'
import type { Rule } from './telling.ts'
import { NOT_A_LIFT } from './words/boxed/notALift.ts'
import {
  BELL,
  BOX,
  DARK,
  DOOR_SHUT,
  DROPPED,
  HALF,
  HALTED,
  HANGS,
  HEARD,
  INSIDE,
  PLIGHT,
  RODE,
  SENT_WORD,
  SHUT,
  SQUEEZED,
  WALL,
} from './words/boxed/short.ts'
import { STOPPED } from './words/boxed/stopped.ts'

/** Someone is held in a lift, told without the word. */
export const BOXED: readonly Rule[] = [
  ['in the box', (t) => near(t, BOX, STOPPED, 18) && !mentions(t, NOT_A_LIFT)],
  [
    'wall behind the door',
    (t) => tells(t, WALL) && tells(t, SQUEEZED) && !mentions(t, concept`装修、渗、漏、窗外、楼间距、挡光`),
  ],
  [
    'dropped and hangs',
    (t) =>
      tells(t, DROPPED) && tells(t, HANGS) && !mentions(t, concept`天花板、吊顶、灯、管、玻璃、砖、杆、价、股、压`),
  ],
  ['shut in', (t) => tells(t, SHUT) && tells(t, PLIGHT) && !mentions(t, NOT_A_LIFT)],
  [
    'inside and dark',
    (t) =>
      tells(t, INSIDE) &&
      tells(t, PLIGHT) &&
      !mentions(t, NOT_A_LIFT) &&
      !mentions(t, concept`孩.{0,4}锁、反锁、火、烟、在家(?!楼|门口)、家门(?:开|打)不开、屋里`),
  ],
  [
    'door shut, lights out',
    (t) =>
      tells(t, DOOR_SHUT) &&
      tells(t, DARK) &&
      tells(t, concept`${SOMEBODY}、my、we、us`) &&
      !mentions(t, NOT_A_LIFT) &&
      !mentions(t, concept`火、烟、反锁、钥匙、单元门、防盗`),
  ],
  [
    'halfway',
    (t) =>
      tells(t, HALF) &&
      (tells(t, DARK) ||
        tells(t, HEARD) ||
        tells(t, concept`我就?在、停在、喘、alarm button、stuck、doors? won't、me and、we are、we're`)) &&
      !mentions(t, concept`漏水、装修、楼板、管道`),
  ],
  [
    'halted with us',
    (t) =>
      tells(t, HALTED) &&
      tells(t, concept`带着、抱着、推着、我们、灯[也都]?[黑灭]、在里、不开门、出不`) &&
      !mentions(t, concept`停电通知、停运、几楼都、等电梯`),
  ],
  ['sent word', (t) => tells(t, SENT_WORD) && !mentions(t, concept`维修、维保、维保人员`)],
  ['rode and is not seen', (t) => tells(t, RODE) && tells(t, HEARD) && !mentions(t, NOT_A_LIFT)],
  ['bell unanswered inside', (t) => tells(t, BELL) && tells(t, concept`里[头面]、floors`)],
  ['lift door shut on them', (t) => tells(t, concept`门(?:合|关)上(?:就|了)?没动静`) && tells(t, concept`在里面`)],
]
