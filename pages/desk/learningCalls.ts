import type { Classification, KnowledgeRevision, Words } from '../../bot/types.ts'
import type { Lines, Vouching } from './roomCalls.ts'

export interface TextLists {
  zh: string[]
  en: string[]
}

export interface EntryFields {
  answer?: Words
  nextStep?: Words
  examples?: TextLists
  tests?: TextLists
}

export interface EntryRow {
  intent: string
  kind: string
  title: Words
  overrides: string[]
  examples: number
  tests: number
  source: 'desk' | 'file'
}

export type Draft = KnowledgeRevision & { intent: string; community?: string; fields?: EntryFields }

export interface Entry {
  intent: string
  kind: string
  title: Words
  facts: Record<string, Words>
  common: EntryFields
  fields?: EntryFields
  revisions: Draft[]
}

export interface MovedMessages {
  looked: number
  moved: { text: string; at: string; was: string; becomes: string }[]
}

export interface Gap {
  title: string
  n: number
  weeks: { week: string; n: number }[]
  samples: string[]
  nearest: { intent: string; n: number }[]
}

export interface CountRow {
  key: string
  messages: number
  atOnce: number
  clarified: number
  handedOff: number
}

interface Times {
  n: number
  median?: number
  p90?: number
}

export interface Report {
  from: string
  to: string
  messages: number
  atOnce: number
  clarified: number
  handedOff: { reason: string; n: number }[]
  tickets: number
  overdue: number
  wrong: { judgedWrong: number; judgedRight: number; labelledOtherwise: number; shouldHaveAnswered: number }
  firstResponse: Times
  resolve: Times
  closed: { n: number; inTime: number; reopened: number; ordersDone: number; ordersReopened: number }
  rating: { n: number; average?: number }
  askedAgain: { of: number; n: number }
  visits: { n: number; solved: number; notReached: number; satisfaction: { n: number; average?: number } }
  neglected: { staleEntries: number; visitsOverdue: number; callbacksOverdue: number }
  byCommunity: CountRow[]
  byIntent: CountRow[]
  byHour: CountRow[]
}

export interface Sample {
  id: string
  question: string
  answer: string
  intent?: string
  verdict?: 'right' | 'wrong'
}

export interface Notice {
  id: string
  revision: number
  text: Words
  groupText: Words
  asOf: string
  closedAt?: string
}

export interface Settings {
  hours: Record<string, string[]>
  holidays: { from: string; to: string; name: Words }[]
  workdays: { day: string; hours: string[] }[]
  starters: string[]
  quietHours: string
  precision: number
  answerWithinMinutes: { emergency: number; high: number; normal: number }
  /** After something was ended, when somebody else asks whether it held. */
  returnVisitHours: number
  facts: { key: string; name: Words; value?: Words }[]
  revisions: { id: string; state: string; author: string; publishedAt?: string }[]
}

export interface Launch {
  mode: 'all' | 'topics' | 'shadow'
  topics: string[]
  items: { id: string; ok: boolean; blocking: boolean; missing: string[] }[]
}

const at = (id: string) => encodeURIComponent(id)
const of = (community: string) => (community ? `?community=${at(community)}` : '')

export const knowledgeCalls = ({ get, post, patch }: Lines) => ({
  overview: () => get<{ entries: EntryRow[]; drafts: Draft[] }>('knowledge'),
  entry: (intent: string, community: string) => get<Entry>(`knowledge/${at(intent)}${of(community)}`),
  tryOut: (text: string) => post<Classification>('knowledge/try', { text }),
  start: (intent: string, community: string, fields: EntryFields) =>
    post<Draft>('knowledge/drafts', { intent, ...(community ? { community } : {}), fields }),
  draft: (id: string) => get<Draft>(`knowledge/drafts/${at(id)}`),
  edit: (id: string, version: number, fields: EntryFields) =>
    patch<Draft>(`knowledge/drafts/${at(id)}`, { version, fields }),
  check: (id: string) => post<Draft>(`knowledge/drafts/${at(id)}/check`),
  messages: (id: string) => get<MovedMessages>(`knowledge/drafts/${at(id)}/messages`),
  publish: (id: string) => post<Draft>(`knowledge/drafts/${at(id)}/publish`),
  discard: (id: string) => post<Draft>(`knowledge/drafts/${at(id)}/discard`),
  rollBack: (id: string) => post<Draft>(`knowledge/revisions/${at(id)}/rollback`),
  suggest: (intent: string, texts: string[]) => post<Draft>(`knowledge/${at(intent)}/examples`, { texts }),
})

/** The counts as a file; opened by the browser itself. */
export const reportFile = (query: string): string => `/api/desk/reports/export.csv${query}`

export const reportCalls = ({ get, post }: Lines) => ({
  read: (query: string) => get<Report>(`reports${query}`),
  gaps: (community: string) => get<{ weeks: string[]; messages: number; gaps: Gap[] }>(`gaps${of(community)}`),
  samples: (community: string) => get<{ week: string; samples: Sample[] }>(`samples${of(community)}`),
  judge: (id: string, verdict: 'right' | 'wrong') => post<void>(`samples/${at(id)}`, { verdict }),
})

export const compoundCalls = ({ get, post, patch }: Lines) => ({
  notices: (community: string) => get<{ notices: Notice[] }>(`notices${of(community)}`),
  addNotice: (community: string, text: Words, vouching: Vouching = {}) =>
    post<Notice>('notices', { text, ...(community ? { community } : {}), ...vouching }),
  endNotice: ({ id, revision }: Notice) => patch<Notice>(`notices/${at(id)}`, { revision, closed: true }),
  settings: (id: string) => get<Settings>(`communities/${at(id)}/settings`),
  change: (id: string, change: object) => patch<Settings>(`communities/${at(id)}/settings`, change),
  back: (id: string, revision: string) => post<Settings>(`communities/${at(id)}/settings/rollback`, { revision }),
  launch: (id: string) => get<Launch>(`communities/${at(id)}/launch`),
  goLive: (id: string, mode: Launch['mode'], topics: string[]) =>
    post<Launch>(`communities/${at(id)}/launch`, { mode, topics }),
})
