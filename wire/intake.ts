import { filing } from '../bot/orderPlace.ts'
import type { Live, Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import { findEmergency } from '../intents/emergency/index.ts'
import { findEntities, formatHome, maskPersonal } from '../intents/entities/index.ts'
import { toSimplified } from '../intents/script.ts'
import { readTone } from '../intents/tone/index.ts'
import { Intake } from '../records/intake.ts'
import type { Brain } from './brain.ts'
import { hashToken } from './ids.ts'

export interface IntakeParts {
  store: Store
  live: Live
  clock: Clock
  brain: Pick<Brain, 'mind' | 'catalogue' | 'hours' | 'alerts'>
}

/** Takes down what owners say to clerks, with the classifier that is known at the moment of the call. */
export function intakeOf({ store, live, clock, brain }: IntakeParts): Intake {
  return new Intake({
    store,
    live,
    clock,
    catalogue: brain.catalogue,
    hours: brain.hours,
    classify: (text) => brain.mind().classifier().classify(toSimplified(text)),
    findEntities,
    readTone,
    isEmergency: (text) => findEmergency(text) !== undefined,
    isJob: (intent) => {
      const entry = brain.mind().knowledge.entries.get(intent)
      return entry?.kind === 'action' && entry.slots.includes('what')
    },
    formatHome: (home) => formatHome(home, 'zh'),
    maskPhone: maskPersonal,
    hash: hashToken,
    taken: () => void brain.alerts.sweep(),
    // The clerk asked for the home, so that it is no mere claim: the same fault there is one work order.
    filing: (order, home) => filing(order, { conversationId: '', ...(home && { home }) }, findEntities),
  })
}
