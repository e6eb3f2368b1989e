import type { Live, Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import type { DeskPorts } from '../desk/ports.ts'
import { maskPersonal } from '../intents/entities/index.ts'
import { groupAlike } from '../intents/likeness.ts'
import { maskAbuse } from '../intents/tone/index.ts'
import { Drafts } from '../knowledge/drafts.ts'
import { Launch } from '../knowledge/launch.ts'
import type { Publisher } from '../knowledge/publish.ts'
import { REQUIRED_INTENTS } from '../knowledge/required.ts'
import { Settings } from '../knowledge/settings.ts'
import { offsetHours, spanOf } from '../knowledge/spans.ts'
import { findGaps, mondayOf } from '../records/gaps.ts'
import { makeReport } from '../records/reports.ts'
import type { Brain } from './brain.ts'

export interface LearningParts {
  publisher: Publisher
  store: Store
  live: Live
  clock: Clock
  brain: Pick<Brain, 'mind' | 'hours'>
}

type LearningPorts = Pick<DeskPorts, 'knowledge' | 'settings' | 'launch' | 'reports' | 'maskPersonal'>

/** What the desk learns with: drafts, settings, going live, gaps and reports. */
export function learningPorts({ publisher, store, live, clock, brain }: LearningParts): LearningPorts {
  const known = () => brain.mind().knowledge
  const current = () => ({ knowledge: known(), classifier: brain.mind().classifier() })
  const communities = () => [...known().communities.keys()]
  const first = () => communities()[0] ?? ''
  const reporting = { store, clock, communities, offsetHours: (id: string, at: Date) => offsetHours(known(), id, at) }
  const gaps = { store, clock, hours: brain.hours, groupAlike, maskPersonal, maskAbuse }
  return {
    maskPersonal,
    knowledge: new Drafts({ publisher, store, live, maskPersonal, current }),
    settings: new Settings({ publisher, store, current }),
    launch: new Launch({ store, clock, current, required: REQUIRED_INTENTS }),
    reports: {
      report: (span) => makeReport(reporting, span),
      gaps: (community) => findGaps(gaps, community, first()),
      span: (community, from, to) => spanOf(known(), community, from, to),
      today: (community) => brain.hours.today(community ?? first(), clock.now()),
      mondayOf,
    },
  }
}
