import type { Catalogue, Classifier, Hours } from '../bot/types.ts'
import { toTraditional } from '../intents/script.ts'
import { catalogueOf, hoursOf, type Voices, voicesOf } from '../knowledge/catalogue.ts'
import type { Knowledge } from '../knowledge/types.ts'

/** What is known and the classifier that learnt it; they change together. */
export interface Mind {
  readonly knowledge: Knowledge
  readonly classifier: () => Classifier
  readonly voices: Voices
  readonly catalogue: Catalogue
  readonly hours: Hours
}

export function mindOf(knowledge: Knowledge, classifier: () => Classifier): Mind {
  const voices = voicesOf(knowledge, toTraditional)
  return { knowledge, classifier, voices, catalogue: catalogueOf(knowledge, voices), hours: hoursOf(knowledge) }
}

/** The same verbs, each asked of what is known at the moment of the call. */
export function voicesNow(now: () => Mind): Voices {
  return (community, locale) => now().voices(community, locale)
}

export function catalogueNow(now: () => Mind): Catalogue {
  return {
    exists: (...given) => now().catalogue.exists(...given),
    isHuman: (...given) => now().catalogue.isHuman(...given),
    isAction: (...given) => now().catalogue.isAction(...given),
    isEmergency: (...given) => now().catalogue.isEmergency(...given),
    standsAlone: (...given) => now().catalogue.standsAlone(...given),
    team: (...given) => now().catalogue.team(...given),
    answersItself: (...given) => now().catalogue.answersItself(...given),
    title: (...given) => now().catalogue.title(...given),
    responsibility: (...given) => now().catalogue.responsibility(...given),
    answerText: (...given) => now().catalogue.answerText(...given),
    facts: (...given) => now().catalogue.facts(...given),
    say: (...given) => now().catalogue.say(...given),
  }
}

export function hoursNow(now: () => Mind): Hours {
  return {
    isOpen: (...given) => now().hours.isOpen(...given),
    opensAt: (...given) => now().hours.opensAt(...given),
    dueAt: (...given) => now().hours.dueAt(...given),
    today: (...given) => now().hours.today(...given),
    mayDisturbAt: (...given) => now().hours.mayDisturbAt(...given),
    format: (...given) => now().hours.format(...given),
  }
}
