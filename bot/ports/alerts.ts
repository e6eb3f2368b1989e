import type { Alert } from '../types.ts'

/** One home's word on a matter, as a ticket or a work order has it. */
export interface ReportedMatter {
  community: string
  intent: string
  /** As it was said. */
  home: string
}

export interface AlertStore {
  /** Of tickets and work orders since this time, at most 5,000. */
  reported(since: string): Promise<ReportedMatter[]>
  /** What owners said since this time where staff have a ticket of theirs, at most 5,000, the newest first. */
  wordsToStaff(since: string): Promise<{ community: string; text: string }[]>
  /** Once a community, kind, matter and day: undefined when it was raised already, which then learns of further homes. */
  raise(alert: Omit<Alert, 'id' | 'createdAt' | 'seenBy' | 'seenAt'>): Promise<Alert | undefined>
  find(id: string): Promise<Alert | undefined>
  /** Newest first, at most 100; `open`: those that no manager has taken note of. */
  list(filter: { communities?: readonly string[]; open?: boolean }): Promise<Alert[]>
  /** The first manager stays named. */
  seen(id: string, by: string): Promise<Alert | undefined>
}
