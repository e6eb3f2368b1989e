import type { HotlinePort } from '../desk/hotline.ts'
import { spanOf } from '../knowledge/spans.ts'
import { workingDayAfter } from '../records/workingDays.ts'
import type { Brain } from './brain.ts'

const MINUTE_MS = 60_000
const NO_CALENDAR = { holidays: [], workdays: [] }

/** What the desk needs to know for orders of the city's hotline. */
export function hotlineOf(brain: Pick<Brain, 'mind' | 'catalogue' | 'hours' | 'topics'>): HotlinePort {
  const known = () => brain.mind().knowledge
  const endOf = (community: string, day: string): string => {
    const { to } = spanOf(known(), community, day, day)
    return new Date(Date.parse(to) - MINUTE_MS).toISOString()
  }
  return {
    endOf,
    afterWorkingDays: (community, receivedAt, count) => {
      const received = brain.hours.today(community, new Date(receivedAt))
      const { day, sure } = workingDayAfter(received, count, known().communities.get(community)?.hours ?? NO_CALENDAR)
      return { at: endOf(community, day), sure }
    },
    responsibility: (intent, community, locale) => brain.catalogue.responsibility(intent, community, locale),
    topicsOf: (intent) => [...brain.topics].flatMap(([topic, { intent: of }]) => (of === intent ? [topic] : [])),
  }
}
