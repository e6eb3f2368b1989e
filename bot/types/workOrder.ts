import type { Slots } from './conversation.ts'
import type { Attachment, WorkOrderState } from './message.ts'

/** Days after it was done in which a work order that did not hold is opened again; later it takes a new one. */
export const REOPEN_DAYS = 7

/** From where to where staff move a work order. `done` → `filed` is a repair that did not hold. */
const MOVES: Record<WorkOrderState, readonly WorkOrderState[]> = {
  filed: ['accepted', 'cancelled'],
  accepted: ['scheduled', 'done', 'cancelled'],
  scheduled: ['scheduled', 'done', 'cancelled'],
  done: ['filed'],
  cancelled: [],
}

export const movesFrom = (state: WorkOrderState): readonly WorkOrderState[] => MOVES[state]

/** Whether it still waits to be done. */
export const isOpenOrder = (state: WorkOrderState): boolean => state !== 'done' && state !== 'cancelled'

/** Whether a work order that was done at this time may still be opened again. */
export const reopensAt = (doneAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(doneAt) <= REOPEN_DAYS * 24 * 3_600_000

export type OrderLineKind =
  | 'filed'
  | 'moved'
  | 'urged'
  | 'joined'
  | 'reopened'
  | 'withdrawn'
  | 'rated'
  /** Sent to a repairer by link; `recalled`: that link was ended by staff. */
  | 'dispatched'
  | 'recalled'
  /** A repairer took on what somebody had accepted already. */
  | 'taken'
  | 'arrived'
  | 'photo'

/** One dated line of a work order's history. */
export interface WorkOrderLine {
  /** ISO 8601, UTC. */
  at: string
  kind: OrderLineKind
  /** Where it stood after it. */
  state: WorkOrderState
  /** Name of the member of staff, or of the repairer who has the link; left out where it was an owner. */
  by?: string
  /** Of the visit, as staff entered it. */
  scheduledFor?: string
  worker?: string
  note?: string
  /** A photo of the repairer's. */
  file?: Attachment
}

export interface WorkOrder {
  id: string
  /** What owners and staff call it by: 1024. */
  number: string
  conversationId: string
  community: string
  intent: string
  /** In the words of the one who reads it: of several owners who reported it, each sees only their own. */
  slots: Slots
  /** Of everybody who reported it; for staff. */
  attachments?: Attachment[]
  state: WorkOrderState
  /** Time of the visit as staff entered it, ISO 8601 UTC: a record, so that it may be named. */
  scheduledFor?: string
  /** Who comes, as staff entered it. */
  worker?: string
  /** Number of the earlier one that did not hold. */
  continues?: string
  /** How many conversations reported it and are told of it. */
  followers: number
  lines: WorkOrderLine[]
  createdAt: string
  updatedAt: string
}

/** How often a work order was urged. */
export interface Urges {
  count: number
  /** `by`: the clerk who wrote it down; left out where an owner urged on a page. */
  last?: { at: string; by?: string }
}

export function urgesOf({ lines }: Pick<WorkOrder, 'lines'>): Urges {
  const urged = lines.filter(({ kind }) => kind === 'urged')
  const last = urged.at(-1)
  return { count: urged.length, ...(last && { last: { at: last.at, ...(last.by && { by: last.by }) } }) }
}

/** Where it is, so that the same fault is filed once. */
export interface OrderPlace {
  kind: 'home' | 'common'
  /** The same for the same place, however it was said. */
  key: string
}

/** What an owner does with a work order of theirs. `others`: what further owners of it are told, by locale. */
export type OrderAct = { number: string; others?: Record<'zh' | 'en' | 'zh-TW', string> } & (
  | { kind: 'urge' }
  | { kind: 'withdraw' }
  | { kind: 'reopen'; note: string }
  | { kind: 'rate'; score: number }
)
